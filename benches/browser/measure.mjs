// Measures our page and those of the peers in a browser, and prints what it found as Markdown.
// `node measure.mjs --dist FOLDER --engine FOLDER --work FOLDER [--rounds N] [--port N]`; ZHICE_CHROMIUM names the browser.

import { isDeepStrictEqual, parseArgs } from "node:util";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

import { buildPeers } from "./build.mjs";
import { measureEngine, placeEngine } from "./engine.mjs";
import { measureList } from "./list.mjs";
import { median } from "./median.mjs";
import { probe, results } from "./probe.mjs";
import { Server } from "./server.mjs";
import { HOST, OURS, PEERS, host } from "./subjects.mjs";
import { written } from "./table.mjs";

const SUBJECTS = [...PEERS, ...OURS];
/** A phone that costs little, on a mobile network that is slow. */
const CPU = 4;
const NETWORK = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, offline: false };
const VIEWPORT = { width: 1280, height: 900 };
/** How often the first question is answered anew. */
const CLICKS = 12;
/** What is not there by then is taken to be stuck. */
const PATIENCE = 90_000;
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const tell = (text) => process.stderr.write(`${text}\n`);

/** One browser context, in which nothing is kept yet. */
class Visitor {
  #context;
  #home;

  static async come(browser, home) {
    const visitor = new Visitor();
    visitor.#context = await browser.newContext({ locale: "zh-CN", viewport: VIEWPORT });
    visitor.#context.setDefaultTimeout(PATIENCE);
    visitor.#home = home;
    return visitor;
  }

  /** Opens the page of a subject on a machine this many times slower, and on the slow network if it is slower at all. */
  async open({ address, host, verdict }, way, slower) {
    const page = await this.#context.newPage();
    const client = await this.#context.newCDPSession(page);
    await client.send("Network.enable");
    if (slower > 1) await client.send("Network.emulateNetworkConditions", NETWORK);
    await client.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await page.addInitScript(probe, { host, way, verdict });
    await page.goto(this.#home + address, { waitUntil: "commit" });
    return { page, client };
  }

  leave() {
    return this.#context.close();
  }
}

/** Everything has been asked for that the page asks for by itself, and is done with. */
async function settled(page) {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(() => setTimeout(idle, 1_000))));
}

/** The way is gone. */
async function arrived(page, hasVerdict) {
  const isThere = (hasVerdict) => window.found?.answer && (!hasVerdict || window.found.verdict);
  await page.waitForFunction(isThere, hasVerdict, { polling: 250 });
  await settled(page);
  return await page.evaluate(results);
}

/** Every form takes the same answers and gives them back; says what memory the page has then. */
async function check(browser, home, subject) {
  const visitor = await Visitor.come(browser, home);
  const { page, client } = await visitor.open(subject, subject.way, 1);
  await arrived(page, subject.isOurs);
  await page.evaluate(() => (window.found.isOver = true));
  const { given, taken } = await subject.complete(page);
  if (!isDeepStrictEqual(taken, given)) {
    const wrong = Object.keys(given).filter((name) => !isDeepStrictEqual(given[name], taken[name]));
    const differences = wrong.map((name) => `\`${name}\`: ${JSON.stringify(taken[name])}, not ${JSON.stringify(given[name])}`);
    throw new Error(`does not give back what was answered: ${differences.join("; ") || "more than was asked"}`);
  }
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await client.send("Runtime.getHeapUsage");
  const module = await page.evaluate(() => window.found.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  await visitor.leave();
  return { answers: Object.keys(given).length, memory: usedSize + embedderHeapUsedSize + backingStorageSize + module };
}

/** A first visit: nothing is there yet. Then a draft is, where one is kept. */
async function firstVisit(browser, home, server, subject) {
  const before = server.bytes;
  const visitor = await Visitor.come(browser, home);
  const { page } = await visitor.open(subject, subject.way, CPU);
  const first = await arrived(page, subject.isOurs);
  const bytes = server.bytes - before;
  await page.evaluate(() => (window.found.isOver = true));
  for (let click = 0; click < CLICKS; click += 1) {
    await subject.toggle(page).nth(click % 2).click({ force: true });
    // Nothing else is asked of the page while it answers.
    await page.waitForTimeout(300);
    await page.waitForFunction((count) => window.found.taken.length > count, click, { polling: 50 });
  }
  const { clicks, taken } = await page.evaluate(() => window.found);
  await page.close();
  let draft = null;
  if (subject.isOurs) {
    const { page } = await visitor.open(subject, subject.wayBack, CPU);
    draft = (await arrived(page, true)).answer;
  }
  await visitor.leave();
  return { ...first, bytes, draft, interaction: median(clicks), taken: median(taken) };
}

/** A second visit: the files are there, and nothing was answered. */
async function secondVisit(browser, home, subject) {
  const visitor = await Visitor.come(browser, home);
  const { page } = await visitor.open(subject, [], CPU);
  await page.waitForLoadState("load");
  await settled(page);
  if (subject.isOurs && !subject.host) await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.close();
  const again = await visitor.open(subject, subject.way, CPU);
  const { answer, verdict } = await arrived(again.page, subject.isOurs);
  await visitor.leave();
  return { again: answer, verdictAgain: verdict };
}

/** Does something for a subject; what goes wrong names it. */
async function attempt(subject, what, work) {
  try {
    return await work();
  } catch (error) {
    throw new Error(`${subject.name}, ${what}: ${error.message}`);
  }
}

async function main() {
  const text = { type: "string" };
  const options = { dist: text, engine: text, work: text, rounds: text, port: text };
  const { dist, engine, work, rounds = "5", port = "44830" } = parseArgs({ options }).values;
  if (!dist || !engine || !work) throw new Error("say where everything is with --dist and --engine, and where to work with --work");
  const web = join(dist, "web");
  if (!existsSync(web)) throw new Error(`there is nothing in \`${web}\`; make it with \`cargo xtask dist\``);
  const loader = readdirSync(web).find((name) => /^zhice-\d.*\.js$/.test(name));
  const integrity = `sha384-${createHash("sha384").update(readFileSync(join(web, loader))).digest("base64")}`;

  tell("building the pages of the peers");
  await buildPeers(work);
  placeEngine(engine, work);
  const policy = readFileSync(join(dist, "csp.txt"), "utf8").trim();
  const server = new Server({ ours: web, host: { path: HOST, page: host(loader, integrity) }, peers: work, policy });
  const home = await server.listen(Number(port));
  const browser = await chromium.launch({ executablePath: process.env.ZHICE_CHROMIUM, args: ARGUMENTS });
  try {
    const checked = {};
    for (const subject of SUBJECTS) {
      tell(`checking ${subject.name}`);
      checked[subject.id] = await attempt(subject, "answered all the way", () => check(browser, home, subject));
    }
    const runs = Object.fromEntries(SUBJECTS.map(({ id }) => [id, []]));
    for (let round = 1; round <= Number(rounds); round += 1) {
      for (const subject of SUBJECTS) {
        tell(`round ${round} of ${rounds}: ${subject.name}`);
        const first = await attempt(subject, "first visit", () => firstVisit(browser, home, server, subject));
        const second = await attempt(subject, "second visit", () => secondVisit(browser, home, subject));
        runs[subject.id].push({ ...first, ...second });
      }
    }
    const found = SUBJECTS.map((subject) => ({ subject, ...checked[subject.id], ...medians(runs[subject.id]) }));
    tell("a list of ten thousand rows");
    const list = await attempt(OURS[0], "a list", () => measureList(browser, home));
    tell("the engine");
    const own = await measureEngine(browser, home);
    process.stdout.write(written(found, { browser: browser.version(), rounds: Number(rounds), list, engine: own }));
  } finally {
    await browser.close();
    server.close();
  }
}

function medians(runs) {
  const middle = (figure) => {
    const all = runs.map((run) => run[figure]).filter((value) => value !== null);
    return [figure, all.length ? median(all) : null];
  };
  return Object.fromEntries(Object.keys(runs[0]).map(middle));
}

main().catch((error) => {
  tell(`the pages could not be measured: ${error.message}`);
  process.exitCode = 1;
});
