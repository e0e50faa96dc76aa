// What is measured: for each its address, how a person answers on it, and what it says was answered.

import { readFile } from "node:fs/promises";

import { QUESTIONS } from "./build.mjs";
import { PATH } from "./server.mjs";

const PROGRAMME = "zibo-2020-zone";
const TRACK = "agency";
const TAG = "zhice-check";
const YES_NO = [
  { id: true, label: "是" },
  { id: false, label: "否" },
];
const ALL = Object.fromEntries(QUESTIONS.map(({ name, answer }) => [name, answer]));

/** A page of somebody else's that names a track. */
export const HOST = "/host.html";
export const host = (loader, integrity) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>host</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<script type="module" src="${PATH}${loader}" integrity="${integrity}"></script></head>
<body><h1>申报通知</h1><${TAG} programme="${PROGRAMME}" track="${TRACK}"></${TAG}></body></html>`;

/** A form of a peer; `question` finds the box of a question. */
const peer = (id, name, packages, question, own = {}) => ({
  id,
  name,
  packages,
  address: `/${id}.html`,
  way: [{ tick: `${question("agency_in_zone")} input[type=radio]`, at: 1 }],
  toggle: (page) => page.locator(`${question("agency_in_zone")} input[type=radio]`),
  /** Answers everything, hands it in, and gives what came of it. */
  async complete(page) {
    for (const one of QUESTIONS) await fill(page.locator(question(one.name)), one, own);
    await page.getByRole("button", { name: /^(Submit|Complete|提交)$/ }).click();
    await page.waitForFunction(() => window.complete);
    const answers = await page.evaluate(() => window.complete);
    return { given: ALL, taken: Object.fromEntries(QUESTIONS.map(({ name }) => [name, answers[name]])) };
  },
});

async function fill(box, { kind, options, answer }, { day = (box, text) => box.locator("input").fill(text) }) {
  if (kind === "day") return await day(box, answer);
  if (kind !== "yes_no" && kind !== "choice") return await box.locator("input").fill(String(answer));
  await choose(box, (options ?? YES_NO).find(({ id }) => id === answer).label);
}

/** Chooses an option by its label. Some draw over the input, and one may draw itself anew under the hand. */
async function choose(box, label) {
  const radio = box.getByRole("radio", { name: label, exact: true });
  for (let attempt = 0; attempt < 3 && !(await radio.isChecked()); attempt += 1) {
    await radio.click({ force: true });
    await radio.and(box.page().locator(":checked")).waitFor({ timeout: 2_000 }).catch(() => {});
  }
}

/** Form.io asks for a day in three fields. */
async function dayInParts(box, text) {
  const [year, month, day] = text.split("-").map(Number);
  await box.locator("[ref=month]").selectOption(String(month));
  await box.locator("[ref=day]").fill(String(day));
  await box.locator("[ref=year]").fill(String(year));
}

export const PEERS = [
  peer("plain", "HTML alone", [], (name) => `[data-name="${name}"]`),
  peer("rjsf", "RJSF", ["@rjsf/core", "react"], (name) => `.rjsf-field:has(> [for="root_${name}"])`),
  peer("surveyjs", "SurveyJS", ["survey-core", "survey-js-ui"], (name) => `[data-name="${name}"]`),
  peer("formio", "Form.io", ["@formio/js"], (name) => `.formio-component-${name}`, { day: dayInParts }),
];

const LICENSED = '[id="fact-agency.patent_licensed"] input';
const FROM_NOTICE = [
  { press: "button.primary", text: "开始填写" },
  { tick: LICENSED, at: 1 },
];
const FROM_START = [
  { tick: `[data-programme="${PROGRAMME}"] [data-track="${TRACK}"] input`, at: 0 },
  { press: "button.primary", text: "开始自测" },
  ...FROM_NOTICE,
];

/** Ours, on a page of its own or by a tag on another. */
const widget = (id, name, address, way, host) => ({
  id,
  name,
  address,
  way,
  host,
  isOurs: true,
  verdict: { place: ".slip .in-short-verdict", text: "尚不符合条件" },
  /** Somebody comes back to a draft in which the first question is answered: the next is there to answer. */
  wayBack: [{ tick: '[id="fact-agency.in_zone"] input', at: 1 }],
  toggle: (page) => page.locator(LICENSED),
  /** Goes the whole way and gives what the draft holds. */
  async complete(page) {
    const given = {};
    const go = (name) => page.getByRole("button", { name, exact: true }).click();
    const heading = page.locator("main:not([hidden]) h1");
    while (!(await page.getByRole("button", { name: "填写单位信息", exact: true }).isVisible())) {
      for (const one of QUESTIONS.filter(({ name }) => name.startsWith(`${TRACK}_`))) {
        const fact = one.name.replace("_", ".");
        const box = page.locator(`[id="fact-${fact}"]`);
        if (!(await box.isVisible())) continue;
        await answer(page, box, one);
        given[fact] = one.answer;
      }
      const before = await heading.textContent();
      await go("继续");
      await page.waitForFunction(leftBehind, { before, host });
    }
    await go("填写单位信息");
    await go("继续");
    const coming = page.waitForEvent("download");
    await go("下载草稿（JSON）");
    const text = await readFile(await (await coming).path(), "utf8");
    return { given, taken: JSON.parse(text).answers };
  },
});

async function answer(page, box, { kind, options, answer }) {
  if (kind === "number") {
    await box.fill(String(answer));
    await box.blur();
  } else {
    await choose(box, (options ?? YES_NO).find(({ id }) => id === answer).label);
  }
  // What the answer calls for is there within a frame.
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
}

function leftBehind({ before, host }) {
  const place = host ? document.querySelector(host)?.shadowRoot : document;
  return place?.querySelector("main:not([hidden]) h1")?.textContent !== before;
}

export const OURS = [
  widget("own", "知测, its own page", PATH, FROM_START),
  widget("tag", "知测, by a tag that names a track", HOST, FROM_NOTICE, TAG),
];
