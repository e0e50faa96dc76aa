// What comes before the first page, what comes after it by itself, and what happens when one of them does not come.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page, Route } from "@playwright/test";

import { AGENCY } from "./cases";
import { faults } from "./checks";
import { LATE, PACKS, WEB } from "./built";
import { expect, test } from "./fixture";
import type { Watch } from "./fixture";
import { hold, once, otherBytes, spoil } from "./network";
import { programmes, zibo } from "./pack";
import { Widget } from "./widget";

const USED = /\/zhice-(checker|xlsx)-[0-9a-f]{8}\.wasm$/;
const TAG = '<zhice-check programme="zibo-2020-zone" track="agency"></zhice-check>';

const asked = (requests: string[], address: RegExp) => requests.filter((request) => address.test(request));

test("the tag of a programme asks for its pack and no other", async ({ host, watch }) => {
  await host.open({ body: TAG });
  const widget = host.inline();
  await widget.begin();
  await widget.answerAll("agency", AGENCY);
  await expect(widget.heading).toContainText("初步符合条件");
  const packs = asked(watch.requests, PACKS);
  expect(packs).toHaveLength(1);
  expect(packs[0]).toContain(zibo.file.id);
});

test("the first page is there before any pack, and then asks for each once", async ({ widget, page, watch }) => {
  const letGo = await hold(page, PACKS);
  await widget.open();
  await expect(page.locator("html")).toHaveAttribute("data-zhice", "started");
  await expect(widget.main.getByRole("heading", { level: 3 })).toHaveCount(programmes.length);
  await widget.pickTrack("agency");
  await widget.button("start").click();
  await expect(widget.main.locator(".begin-bar").getByText("正在载入所选项目")).toBeVisible();
  letGo();
  await expect(widget.heading).toHaveText("填报须知");
  await watch.complete();
  expect(asked(watch.requests, PACKS)).toHaveLength(programmes.length);
});

test("where the pack of what is begun does not come, the page says so, and a press mends it", async ({
  widget,
  page,
  watch,
}) => {
  watch.expects(/ERR_CONNECTION_RESET/);
  watch.expects(/^warning: zhice: the pack of `zibo-2020-zone` did not come/);
  const mend = await spoil(page, PACKS, (route) => route.abort("connectionreset"));
  await widget.open();
  await expect(page.locator("html")).toHaveAttribute("data-zhice", "started");
  await widget.pickTrack("agency");
  await widget.button("start").click();
  const alert = widget.main.locator(".begin-bar").getByRole("alert");
  await expect(alert).toContainText("所选项目没能载入");
  await expect(widget.heading).toHaveText(widget.word("startTitle"));
  expect(await faults(page)).toEqual([]);
  mend();
  await alert.getByRole("button", { name: "重试" }).click();
  await expect(widget.heading).toHaveText("填报须知");
  await expect(widget.heading).toBeFocused();
});

test("what comes late comes by itself, once, and then nothing is asked for any more", async ({ widget, watch }) => {
  await widget.enter("agency");
  await watch.complete();
  const loaded = watch.requests.length;
  await widget.answerAll("agency", AGENCY);
  await widget.openDossier();
  await widget.openFinish();
  await widget.download();
  expect(watch.requests.slice(loaded).filter((request) => !request.startsWith("blob:"))).toEqual([]);
  expect(asked(watch.requests, LATE)).toHaveLength(1);
  expect(asked(watch.requests, USED), "nobody used it").toEqual([]);
});

test("a page that is opened before it is there says so, and has the focus once it is", async ({ widget, page }) => {
  const letGo = await hold(page, LATE);
  await widget.enter("agency");
  await widget.answerTopic("agency", 0, AGENCY);
  await widget.openStep(3);
  await expect(widget.main.getByRole("status").filter({ hasText: "正在载入后续内容" })).toBeVisible();
  expect(await faults(page)).toEqual([]);
  letGo();
  await expect(widget.button("toDossier")).toBeVisible();
  await expect(widget.heading).toBeFocused();
});

test("the result in short follows the answers before what comes late is there", async ({ widget, page }) => {
  const letGo = await hold(page, LATE);
  await widget.enter("agency");
  const before = await widget.outlook.textContent();
  for (const [index] of zibo.track("agency").topics.entries()) {
    await widget.answerTopic("agency", index, AGENCY);
    await widget.goOn();
  }
  await widget.openStep(2);
  await expect(widget.outlook).toContainText("初步符合条件");
  const shown = await widget.outlook.textContent();
  expect(shown).not.toBe(before);
  letGo();
  await widget.openConclusion();
  await expect(widget.heading).toContainText("初步符合条件");
});

for (const [what, answer, complaint] of [
  ["does not come", (route: Route) => route.abort("connectionreset"), /ERR_CONNECTION_RESET|Failed to fetch/],
  ["is not what was shipped", otherBytes, /integrity/],
] as const) {
  test(`where what comes late ${what}, a press mends it and nothing is lost`, async ({ widget, page, watch }) => {
    watch.expects(complaint);
    watch.expects(/^error: (TypeError|Error)/);
    await once(page, LATE, answer);
    await widget.enter("agency");
    const alert = widget.main.getByRole("alert");
    await expect(alert).toContainText("后续页面没能载入");
    await widget.answerTopic("agency", 0, AGENCY);
    expect(await faults(page)).toEqual([]);
    await alert.getByRole("button", { name: "重试" }).click();
    await expect(alert).toBeHidden();
    await widget.showsAnswers("agency", 0, AGENCY);
    await widget.openConclusion();
    await widget.openStep(2);
    await widget.showsAnswers("agency", 0, AGENCY);
  });
}

test("where it fails while a person waits for it, that is said, and a press mends it", async ({ widget, page, watch }) => {
  watch.expects(/ERR_FAILED|Failed to fetch/);
  watch.expects(/^error: (TypeError|Error)/);
  let fail = () => {};
  const failed = new Promise<void>((resolve) => (fail = resolve));
  await once(page, LATE, async (route) => {
    await failed;
    await route.abort();
  });
  await widget.enter("agency");
  await widget.answerTopic("agency", 0, AGENCY);
  await widget.openStep(3);
  await expect(widget.main.getByRole("status").filter({ hasText: "正在载入后续内容" })).toBeVisible();
  fail();
  const alert = widget.main.getByRole("alert");
  await expect(alert).toContainText("后续页面没能载入");
  await alert.getByRole("button", { name: "重试" }).click();
  await expect(widget.button("toDossier")).toBeVisible();
  await expect(widget.heading).toBeFocused();
});

test("who opens a page that did not come has asked for it again", async ({ widget, page, watch }) => {
  watch.expects(/ERR_CONNECTION_RESET|Failed to fetch/);
  watch.expects(/^error: (TypeError|Error)/);
  await once(page, LATE, (route) => route.abort("connectionreset"));
  await widget.enter("agency");
  await expect(widget.main.getByRole("alert")).toContainText("后续页面没能载入");
  await widget.openConclusion();
  await expect(widget.heading).toBeFocused();
});

for (const [what, answer, complaint] of [
  ["does not come", (route: Route) => route.abort("connectionreset"), /ERR_CONNECTION_RESET/],
  ["is not the one that was shipped", (route: Route) => route.fulfill({ json: zibo.file }), /integrity/],
] as const) {
  test(`where a pack ${what}, the page says so, and what was kept is back once it does`, async ({ widget, page, watch }) => {
    await widget.enter("agency");
    await widget.answerTopic("agency", 0, AGENCY);
    await expect(widget.saving).toHaveText(widget.word("saved"));

    watch.expects(complaint);
    watch.expects(/^warning: zhice: the pack of `zibo-2020-zone` did not come/);
    const kept = () => page.evaluate(() => localStorage.getItem("zhice.session"));
    const before = await kept();
    const mend = await spoil(page, /\/packs\/zibo-2020-zone-[0-9a-f]{8}\.bin$/, answer);
    await page.reload();
    const alert = widget.main.getByRole("alert");
    await expect(alert).toContainText("所选项目没能载入，已填写的内容都在");
    expect(await kept(), "what is not shown is not saved over").toBe(before);
    expect(await faults(page)).toEqual([]);
    mend();
    await alert.getByRole("button", { name: "重试" }).click();
    await widget.showsAnswers("agency", 0, AGENCY);
  });
}

test("a pack that failed on a page of somebody else's is mended there", async ({ host, page, watch }) => {
  watch.expects(/ERR_CONNECTION_RESET/);
  watch.expects(/^error: zhice: TypeError/);
  const mend = await spoil(page, PACKS, (route) => route.abort("connectionreset"));
  await host.open({ body: TAG });
  await expect(host.element().getByRole("alert")).toContainText("没有全部载入");
  mend();
  await host.element().getByRole("button", { name: "重试" }).click();
  await expect(host.inline().heading).toHaveText("填报须知");
});

/** The portal names a pack with another title for the first topic of an agency: of the built-in programme, or its own. */
async function portalPack(page: Page, id: string): Promise<void> {
  const pack = JSON.parse(zibo.text);
  const agency = pack.tracks.find((track: { id: string }) => track.id === "agency");
  Object.assign(agency.topics[0].title, { zh: "修订后的基本条件" });
  const body = JSON.stringify({ ...pack, id });
  await page.route("**/own.json", (route) => route.fulfill({ contentType: "application/json", body }));
}

test("what checks packs is fetched where the portal names some", async ({ host, page, watch }) => {
  await portalPack(page, zibo.file.id);
  await host.open({ body: TAG.replace(" track", ' packs="own.json" track') });
  const widget = host.inline();
  await expect(widget.heading).toHaveText("填报须知");
  const checked = widget.at.locator("details.proof");
  await checked.locator("summary").click();
  await expect(checked.getByRole("listitem").filter({ hasText: /^zhice-checker-[0-9a-f]{8}/ })).toHaveText(/已核对完整性/);
  expect(asked(watch.requests, USED)).toHaveLength(1);
});

/** What the browser and the widget say where what checks the pack of the portal does not come. */
function expectsUnchecked(watch: Watch): void {
  watch.expects(/ERR_CONNECTION_RESET|Failed to fetch/);
  watch.expects(/^error: (TypeError|Error)/);
  watch.expects(/^warning: zhice: own\.json: it cannot be checked/);
}

test("where what checks packs does not come, the built-in programme serves, and a press mends it", async ({
  host,
  page,
  watch,
}) => {
  expectsUnchecked(watch);
  await portalPack(page, zibo.file.id);
  const mend = await spoil(page, USED, (route) => route.abort("connectionreset"));
  await host.open({ body: TAG.replace(" track", ' packs="own.json" track') });
  const widget = host.inline();
  const alert = widget.main.getByRole("alert").filter({ hasText: "网站提供的政策包暂不启用" });
  await expect(widget.heading).toHaveText("填报须知");
  await expect(alert).toBeVisible();
  await widget.begin();
  await expect(widget.heading).not.toHaveText("修订后的基本条件");
  await widget.answerTopic("agency", 0, AGENCY);
  const serving = widget.main.locator(`[data-pack="${zibo.file.id}"]`);
  await widget.at.locator("footer button").first().click();
  await expect(widget.main.locator(".pack:not([data-pack])")).toContainText("没有经过检查");
  await expect(serving).toContainText("随程序内置");
  await expect(alert).toBeVisible();
  expect(await faults(page)).toEqual([]);

  mend();
  await alert.getByRole("button", { name: "重试" }).click();
  await expect(serving).toContainText("own.json");
  await expect(alert).toBeHidden();
  await widget.main.getByRole("button", { name: "回到填报" }).click();
  await widget.openStep(2);
  await expect(widget.heading).toHaveText("修订后的基本条件");
  await widget.showsAnswers("agency", 0, AGENCY);
});

test("a programme that only the pack of the portal has is waited for until that is checked", async ({
  host,
  page,
  watch,
}) => {
  expectsUnchecked(watch);
  await portalPack(page, "elsewhere");
  const mend = await spoil(page, USED, (route) => route.abort("connectionreset"));
  await host.open({ body: '<zhice-check programme="elsewhere" track="agency" packs="own.json"></zhice-check>' });
  const widget = host.inline();
  const alert = widget.main.getByRole("alert");
  await expect(alert).toContainText("网站提供的政策包暂不启用");
  await expect(widget.main.getByRole("heading")).toHaveCount(0);
  mend();
  await alert.getByRole("button", { name: "重试" }).click();
  await expect(widget.heading).toHaveText("填报须知");
  await expect(alert).toBeHidden();
});

test("the host hears that the widget is there once the page is on which a person left off", async ({ host, page }) => {
  await host.open({ body: TAG });
  const widget = host.inline();
  await widget.begin();
  await widget.answerAll("agency", AGENCY);
  await expect(widget.saving).toHaveText(widget.word("saved"));
  const letGo = await hold(page, LATE);
  await page.reload();
  await expect(widget.main.getByRole("status").filter({ hasText: "正在载入后续内容" })).toBeVisible();
  expect(await host.heard()).toEqual([]);
  letGo();
  await expect(widget.heading).toContainText("初步符合条件");
  expect(await host.heard()).toEqual([{ name: "ready", detail: expect.anything() }]);
});

test("whoever reads where data go finds every file of the widget, each compared with its digest", async ({
  widget,
  watch,
}) => {
  await widget.open();
  await watch.complete();
  const proof = widget.at.locator("details.proof");
  await proof.locator("summary").click();
  await expect(proof).toContainText("没有记录到任何网络请求");
  for (const name of [/^zhice-late-[0-9a-f]{8}\.wasm/, ...programmes.map(({ file }) => new RegExp(`^${file.id}-.*\\.bin`))]) {
    await expect(proof.getByRole("listitem").filter({ has: widget.page.locator("code", { hasText: name }) })).toHaveText(
      /已核对完整性/,
    );
  }
});

test("everything is on the list of what is kept for a visit without a network", () => {
  const worker = readFileSync(join(WEB, "worker.js"), "utf8");
  for (const { file } of programmes) expect(worker).toMatch(new RegExp(`packs/${file.id}-[0-9a-f]{8}\\.bin`));
  const modules = readdirSync(WEB).filter((name) => name.endsWith(".wasm"));
  for (const part of ["zhice", "zhice-late", "zhice-checker", "zhice-xlsx"]) {
    expect(modules).toContainEqual(expect.stringMatching(new RegExp(`^${part}-[0-9a-f]{8}\\.wasm$`)));
  }
  for (const name of modules) expect(worker).toContain(name);
});

test("a second window finds the drafts of the first with every pack", async ({ widget, context }) => {
  await widget.enter("agency");
  await widget.answerTopic("agency", 0, AGENCY);
  const other = new Widget(await context.newPage());
  await other.page.goto("./");
  await other.showsAnswers("agency", 0, AGENCY);
});
