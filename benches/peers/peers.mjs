// The rule engines of the JavaScript world on the agency track of Zibo: their results are compared first, then timed.
//
// Reads a file with one applicant a line and writes a JSON object a line, one for each engine.

import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const applicants = readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const version = (name) => read(`node_modules/${name}/package.json`).version;

/** The engines: each makes of its rules a function from an applicant to whether they are eligible, and the total. */
const engines = {
  'json-logic-engine': async () => {
    const { LogicEngine } = await import('json-logic-engine');
    return new LogicEngine().build(read('agency.jsonlogic.json'));
  },

  '@gorules/zen-engine': async () => {
    const { ZenEngine } = await import('@gorules/zen-engine');
    const words = (text) => text.replaceAll('&&', 'and').replaceAll('!agency', 'not agency');
    const expressions = Object.entries(read('agency.expressions.json'));
    const graph = {
      nodes: [
        { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
        {
          id: 'rules',
          name: 'rules',
          type: 'expressionNode',
          position: { x: 1, y: 0 },
          content: { expressions: expressions.map(([key, text]) => ({ id: key, key, value: words(text) })) },
        },
        { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
      ],
      edges: [
        { id: 'first', sourceId: 'in', targetId: 'rules', type: 'edge' },
        { id: 'second', sourceId: 'rules', targetId: 'out', type: 'edge' },
      ],
    };
    const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)));
    return async (answers) => {
      const { result } = await decision.evaluate(answers);
      return [result.eligible, result.total];
    };
  },

  'json-rules-engine': async () => {
    const { Engine } = await import('json-rules-engine');
    const rules = read('agency.rules.json').map(({ when, ...params }) => ({
      conditions: { all: when.map(([fact, operator, value]) => ({ fact, operator, value })) },
      event: { type: 'brings', params },
    }));
    const engine = new Engine(rules);
    return async ({ agency }) => {
      const { events } = await engine.run(agency);
      // It has conditions alone: what they bring is added up here.
      const brought = new Map();
      for (const { params } of events) {
        const amount = params.of === undefined ? (params.amount ?? 0) : agency[params.of] * params.each;
        brought.set(params.measure, Math.max(brought.get(params.measure) ?? 0, amount));
      }
      const eligible = brought.has('eligible');
      return [eligible, eligible ? [...brought.values()].reduce((sum, amount) => sum + amount, 0) : 0];
    };
  },

  publicodes: async () => {
    const { default: Engine } = await import('publicodes');
    const engine = new Engine(read('agency.publicodes.json'));
    const name = (key) => (key === 'patent_licensed' ? 'licensed' : key.replaceAll('_', ' '));
    const word = (value) => (typeof value === 'string' ? `'${value}'` : typeof value === 'boolean' ? (value ? 'oui' : 'non') : value);
    const known = new Set(Object.keys(read('agency.publicodes.json')));
    return ({ agency }) => {
      const entries = Object.entries(agency).map(([key, value]) => [name(key), word(value)]);
      engine.setSituation(Object.fromEntries(entries.filter(([rule]) => known.has(rule))));
      const value = (rule) => engine.evaluate(rule).nodeValue;
      return [value('eligible') === true, value('total') || 0];
    };
  },
};

/** The first applicant of whom an engine says something else. */
async function difference(judge) {
  for (const [index, { answers, eligible, total }] of applicants.entries()) {
    const found = await judge(answers);
    if (found[0] !== eligible || found[1] !== total) {
      return `applicant ${index + 1}: ${JSON.stringify(found)}, not ${JSON.stringify([eligible, total])}`;
    }
  }
  return null;
}

/** Nanoseconds for an applicant in the least disturbed of some rounds. */
async function time(judge) {
  let least = Infinity;
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    let judged = 0;
    while (performance.now() - start < 300) {
      for (const { answers } of applicants) {
        const found = judge(answers);
        if (found instanceof Promise) {
          await found;
        }
        judged += 1;
      }
    }
    least = Math.min(least, ((performance.now() - start) * 1e6) / judged);
  }
  return Math.round(least);
}

for (const [name, make] of Object.entries(engines)) {
  const row = { name, version: version(name), runtime: `Node ${process.versions.node}` };
  try {
    const judge = await make();
    row.difference = await difference(judge);
    row.nanoseconds = await time(judge);
  } catch (error) {
    row.failure = String(error);
  }
  console.log(JSON.stringify(row));
}
