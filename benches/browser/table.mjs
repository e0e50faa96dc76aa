// The tables of what was found, in Markdown.

import { readFileSync } from "node:fs";

const seconds = (milliseconds) => `${(milliseconds / 1_000).toFixed(2)} s`;
const milliseconds = (time) => `${Math.round(time)} ms`;
const microseconds = (time) => `${time.toFixed(1)} µs`;
const kilobytes = (bytes) => `${Math.round(bytes / 1_000)} kB`;
const mebibytes = (bytes) => `${(bytes / 1_048_576).toFixed(1)} MiB`;

const COLUMNS = [
  ["to the first answer", "bytesToAnswer", kilobytes],
  ["to the verdict", "bytesToVerdict", kilobytes],
  ["in all", "bytes", kilobytes],
  ["first paint", "paint", seconds],
  ["**first answer**", "answer", seconds],
  ["live verdict", "verdict", seconds],
  ["second visit", "again", seconds],
  ["back to a draft", "draft", seconds],
  ["longest task", "longest", milliseconds],
  ["one interaction", "interaction", milliseconds],
  ["taken up", "taken", milliseconds],
  ["memory", "memory", mebibytes],
];

/** What is held against the figures of these: by the tag, a page holds as much as those of the peers. */
const MEASURE = "tag";
const RATIOS = ["bytes", "paint", "answer", "again", "longest", "interaction", "taken", "memory"];

/** What is to be reached. */
const GOALS = [
  ["first answer, by the tag", "tag", "answer", seconds, 800],
  ["first answer, on the page", "own", "answer", seconds, 800],
  ["live verdict, by the tag", "tag", "verdict", seconds, 2_000],
  ["live verdict, on the page", "own", "verdict", seconds, 2_000],
  ["second visit, by the tag", "tag", "again", seconds, 600],
  ["second visit, on the page", "own", "again", seconds, 600],
  ["longest task, by the tag", "tag", "longest", milliseconds, 200],
  ["longest task, on the page", "own", "longest", milliseconds, 200],
  ["one interaction with its verdict", "tag", "taken", milliseconds, 25],
];

/** What is to be reached by the engine. */
const OF_ENGINE = [["assess", "assess", microseconds, 100]];

/** What is to be reached with a list of ten thousand rows. */
const OF_LIST = [
  ["a key typed into a row", "typed", milliseconds, 100],
  ["a row changed", "changed", milliseconds, 100],
  ["a row added", "added", milliseconds, 100],
  ["a row removed", "removed", milliseconds, 100],
  ["memory", "memory", mebibytes, 20_000_000],
];

export function written(found, { browser, rounds, list, engine }) {
  return `## In a browser, beside other forms

A first visit with nothing kept, then a second: processor 4 times slower, 1.6 Mbit/s, 150 ms to each answer of the server, medians of ${rounds}, one after the other in each round.
The peers ask the same 45 questions on one page (\`benches/browser/questions.json\`), ours those of one track, topic by topic; each was seen to give back exactly what was answered.
Chromium ${browser}. ${versions(found)}

- *First answer*: from when on a question can be answered and the answer is kept; on our own page the first question is what to apply for. A person is assumed who presses and answers without any delay.
- *To the first answer*, *to the verdict*: bytes on the wire for what had arrived by then; *in all* counts what is fetched for a visit without a network, too.
- *Back to a draft*: the first question was answered on the visit before, and the next can be.
- *One interaction*: from a click on an option to the paint after it, median of 12; *taken up*: to the paint after the form's data has the answer, of ours after the verdict follows from it.
- *Memory* once all is answered and handed in or downloaded: heap of scripts and of the document, buffers, and the whole linear memory of the module, after a collection.

${table(["", ...COLUMNS.map(([title]) => title)], found.map(row))}

The same as multiples of 知测 by the tag:

${table(["", ...RATIOS.map(title)], found.filter(({ subject }) => subject.id !== MEASURE).map((one) => ratios(one, found)))}

${table(["to be reached", "at most", "found", ""], GOALS.map((goal) => goalRow(goal, found)))}

### A list of 10,000 rows

On our own page, with the processor as it is: from a press to the paint after it, medians of 9; the memory is what the page holds more with the rows than before.

${table(["to be reached", "at most", "found", ""], OF_LIST.map(([name, figure, write, most]) => judged(name, write, most, list[figure])))}

### The engine

In the same browser, with the processor as it is: the applicant of the first table, medians of 9 rounds. \`screen\` takes ${microseconds(engine.screen)}.

${table(["to be reached", "at most", "found", ""], OF_ENGINE.map(([name, figure, write, most]) => judged(name, write, most, engine[figure])))}
`;
}

function judged(name, write, most, value) {
  return [name, write(most), write(value), value <= most ? "reached" : "**missed**"];
}

const title = (figure) => COLUMNS.find(([, name]) => name === figure)[0];

function row(one) {
  return [one.subject.name, ...COLUMNS.map(([, figure, write]) => (one[figure] === null ? "–" : write(one[figure])))];
}

function ratios(one, found) {
  const measure = found.find(({ subject }) => subject.id === MEASURE);
  return [one.subject.name, ...RATIOS.map((figure) => (one[figure] / measure[figure]).toFixed(1))];
}

function goalRow([name, id, figure, write, most], found) {
  return judged(name, write, most, found.find(({ subject }) => subject.id === id)[figure]);
}

function versions(found) {
  const lock = JSON.parse(readFileSync(new URL("package-lock.json", import.meta.url), "utf8"));
  const version = (name) => `${name} ${lock.packages[`node_modules/${name}`].version}`;
  const all = found.flatMap(({ subject }) => subject.packages ?? []);
  return `Peers: ${all.map(version).join(", ")}.`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, at) => (at ? "--:" : "---"))), ...rows.map(line)].join("\n");
}
