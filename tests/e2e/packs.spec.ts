// Policy packs that a portal brings in at run time: a good one takes over, a bad one is explained and does no harm.

import { writeFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";

import { AGENCY } from "./cases";
import { expect, test } from "./fixture";
import { programmes, zibo } from "./pack";
import type { Widget } from "./widget";
import { zhice } from "./zhice";

const ADDRESS = "packs/bad.json";

type Pack = typeof zibo.file & {
  tracks: {
    conditions: { id: string; title: { zh: string; en: string } }[];
    support?: { measures: { id: string; amount: unknown; requires?: string[] }[] };
  }[];
};

/** The built-in pack with something changed. */
function changed(change: (pack: Pack) => void): string {
  const copy: Pack = JSON.parse(zibo.text);
  change(copy);
  return JSON.stringify(copy);
}

/** The portal names packs to load. */
async function name(page: Page, addresses: string): Promise<void> {
  await page.route("**/", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/id="?zhice"?/, `$& data-packs="${addresses}"`);
    expect(body).toContain("data-packs");
    await route.fulfill({ response, body });
  });
}

/** The portal names packs to load; each address answers with its text. */
async function bring(page: Page, packs: Record<string, string | { status: number; body: string }>): Promise<void> {
  await name(page, Object.keys(packs).join(" "));
  for (const [name, answer] of Object.entries(packs)) {
    const reply = typeof answer === "string" ? { status: 200, body: answer } : answer;
    await page.route(`**/${name}`, (route) => route.fulfill({ contentType: "application/json", ...reply }));
  }
}

/** Opens the page that says what became of the packs. */
async function openFaults(widget: Widget): Promise<Locator> {
  await expect(widget.message).toContainText(widget.word("packFaults"));
  await widget.button("packFaultsOpen").click();
  await expect(widget.heading).toHaveText("版本与政策包");
  return widget.main.locator(".pack:not([data-pack])");
}

/** The page names the file and all of these, and the built-in programme is there all the same. */
async function expectFault(widget: Widget, said: (string | RegExp)[]): Promise<void> {
  const fault = await openFaults(widget);
  await expect(fault).toContainText(ADDRESS);
  await expect(widget.main).toContainText("现由内置的提供服务");
  for (const part of said) await expect(fault.locator(".fault").first()).toContainText(part);
  await expect(widget.main.locator(`[data-pack="${zibo.file.id}"]`)).toContainText("随程序内置");

  await widget.button("leavePacks").click();
  await widget.chooseTrack("agency");
  await widget.begin();
  await widget.answerAll("agency", AGENCY);
  await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
}

for (const [what, text, said] of [
  ["is not JSON", '{ "format": "zhice.pack/1",', ["错误[unreadable]", "第 1 行", "改法："]],
  [
    "is of another shape",
    changed((pack) => Object.assign(pack, { facts: 7 })),
    ["错误[unreadable] `/facts`", "改法："],
  ],
  [
    "has a key nobody knows",
    changed((pack) => Object.assign(pack, { extra: 1 })),
    ["错误[unreadable]", "extra", "改法："],
  ],
  [
    "names a fact that is not there",
    changed((pack) => pack.tracks[0].topics[0].facts.push("zone.no_such_fact")),
    ["错误[dangling] `/tracks/0/topics/0/facts/3`", "没有编号为 `zone.no_such_fact` 的填报项", "改法："],
  ],
  ["is a page of the server in its place", "<!DOCTYPE html><title>登录</title>", ["错误[unreadable]", "第 1 行", "改法："]],
  ["is a list of packs", `[${zibo.text}]`, ["错误[unreadable]", "改法："]],
  ["is an empty file", "", ["错误[unreadable]", "改法："]],
] as const) {
  test(`a pack that ${what} is explained, and the built-in one serves`, async ({ widget, page, watch }) => {
    watch.expects(new RegExp(`^warning: zhice: ${ADDRESS}: error\\[`));
    await bring(page, { [ADDRESS]: text });
    await widget.open();
    await expectFault(widget, [...said]);
  });
}

test("all that is wrong with a pack is said at once", async ({ widget, page, watch }) => {
  watch.expects(/^warning: zhice: packs\/bad\.json: error\[dangling\] at `\/tracks\/0\/topics\/0\/facts\/3`/);
  watch.expects(/^warning: zhice: packs\/bad\.json: error\[uncited\]/);
  const text = changed((pack) => {
    pack.tracks[0].topics[0].facts.push("zone.no_such_fact");
    pack.tracks[0].conditions[0].cite = "第九十九条";
  });
  await bring(page, { [ADDRESS]: text });
  await widget.open();
  const faults = (await openFaults(widget)).locator(".fault");
  expect(await faults.count()).toBeGreaterThan(1);
  await expect(faults.filter({ hasText: "`第九十九条` 不是文件的条款" })).toBeVisible();
  await widget.switchLanguage();
  await expect(faults.filter({ hasText: "`第九十九条` is not a clause of the document" })).toBeVisible();
});

test("a pack that the server does not have is explained", async ({ widget, page, watch }) => {
  watch.expects(/^warning: zhice: packs\/bad\.json: .*404/);
  watch.expects(/^error: Failed to load resource: .*404/);
  await bring(page, { [ADDRESS]: { status: 404, body: "gone" } });
  await widget.open();
  await expectFault(widget, ["服务器答复 404"]);
});

test("a pack that is too large is refused", async ({ widget, page, watch }) => {
  watch.expects(/^warning: zhice: packs\/bad\.json: larger than 1024 KiB/);
  await bring(page, { [ADDRESS]: zibo.text + " ".repeat(1024 * 1024) });
  await widget.open();
  await expectFault(widget, ["文件大于 1024 KiB"]);
});

test("a server that never answers is not waited for longer than it takes to say so", async ({ widget, page, watch }) => {
  watch.expects(/^warning: zhice: packs\/bad\.json: .*timed out/);
  await name(page, ADDRESS);
  await page.route(`**/${ADDRESS}`, () => {});
  await page.goto("./");
  await expect(page.locator("main [role=status]")).toHaveText("正在载入政策包…");
  await expect(widget.message).toContainText(widget.word("packFaults"), { timeout: 20_000 });
  await expectFault(widget, ["服务器长时间没有答复"]);
});

test("a pack from another origin is not even asked for", async ({ widget, page, watch }) => {
  watch.expects(/^warning: zhice: https:\/\/example\.com\/pack\.json: /);
  watch.expects(/^policy: connect-src https:\/\/example\.com/);
  watch.expects(/^error: .*example\.com.* Content Security Policy/);
  await name(page, "https://example.com/pack.json");
  await widget.open();
  await expect(await openFaults(widget)).toContainText("https://example.com/pack.json");
  expect(watch.requests.filter((request) => request.includes("example.com"))).toEqual([]);
});

test("a good pack takes the place of the built-in one with its id", async ({ widget, page }, info) => {
  const text = changed((pack) => {
    pack.version = "9.9.9";
    pack.title.zh = "淄博示范区（修订稿）";
    pack.tracks.find(({ id }) => id === "agency")!.topics[0].title.zh = "修订后的基本条件";
  });
  await bring(page, { "packs/new.json": text });
  await widget.open();
  await expect(widget.main.getByRole("heading", { level: 3 })).toHaveCount(programmes.length);
  await expect(page.locator(`[data-programme="${zibo.file.id}"] h3`)).toContainText("淄博示范区（修订稿）");
  await expect(widget.message).toBeHidden();

  await widget.chooseTrack("agency");
  await widget.begin();
  await expect(widget.heading).toHaveText("修订后的基本条件");
  await widget.reload();
  await expect(widget.heading, "after a reload as well").toHaveText("修订后的基本条件");
  await widget.answerTopic("agency", 0, AGENCY);
  await widget.openConclusion();
  await widget.openDossier();
  await widget.openFinish();
  const draft = JSON.parse((await widget.download()).text);
  expect(draft.pack.version).toBe("9.9.9");

  const [draftFile, packFile] = [info.outputPath("draft.json"), info.outputPath("new.json")];
  writeFileSync(draftFile, `${JSON.stringify(draft, null, 2)}\n`);
  writeFileSync(packFile, text);
  expect(zhice(["verify", draftFile, "--pack", packFile]).code).toBe(0);
  const built = zhice(["verify", draftFile]);
  expect(built.code).toBe(1);
  expect(built.stdout).toContain("9.9.9");
});

test("a draft drawn up with an older pack is shown beside what the newer one makes of it", async ({
  widget,
  page,
  watch,
}) => {
  // Its reading went with the amount; a pack that only has something to tidy up is used all the same.
  watch.expects(/^warning: zhice: packs\/new\.json: warning\[unused\] at `\/readings\/\d+`/);
  await widget.enter("agency");
  await widget.answerAll("agency", AGENCY);
  await widget.openDossier();
  await widget.openFinish();
  const { text: draft } = await widget.download();
  await widget.button("wipe").click();

  const newer = changed((pack) => {
    pack.version = "9.9.9";
    const track = pack.tracks.find(({ id }) => id === "agency")!;
    track.conditions[0].id = "renamed";
    track.conditions[0].title = { zh: "新写的条件", en: "A new condition" };
    for (const measure of track.support!.measures) {
      if (measure.id === "custody") measure.amount = { fixed: 70_000 };
      measure.requires = measure.requires?.map((id) => (id === "licensed" ? "renamed" : id));
    }
  });
  await bring(page, { "packs/new.json": newer });
  await widget.open();
  await widget.bring("draft.json", draft);
  await expect(widget.main.locator(".review-outcome")).toContainText("草稿完整，生成后没有改动；政策包已更新");
  const table = page.locator(".review-table").first();
  const versions = [zibo.file.version, "9.9.9"];
  await expect(table.locator("thead th")).toHaveText(["", ...versions].map((version) => new RegExp(version)));
  const row = (place: string) => table.locator("tr", { has: page.locator("th", { hasText: place }) });
  await expect(row("支持事项“专利托管”：最高金额").locator("td")).toHaveText(["5 万元", "7 万元"]);
  await expect(row("条件“licensed”").locator("td")).toHaveText(["初步符合", "无"]);
  await expect(row("条件“新写的条件”").locator("td")).toHaveText(["无", "初步符合"]);
  await page.getByRole("button", { name: "用这份草稿接着填写" }).click();
  await expect(widget.heading).toContainText("初步符合");
});

test("a programme of its own stands beside the built-in one, and a reload finds its answers", async ({
  widget,
  page,
}) => {
  const text = changed((pack) => {
    pack.id = "another-programme";
    pack.title.zh = "另一个项目";
    for (const fact of pack.facts) fact.id = `another.${fact.id}`;
  }).replaceAll(/"(zone|agency|applicant)\.([a-z_0-9]+)"/g, '"another.$1.$2"');
  await bring(page, { "packs/another.json": text });
  await widget.open();
  await expect(widget.main.getByRole("heading", { level: 3 })).toHaveCount(programmes.length + 1);
  await widget.pickTrack("agency", "another-programme");
  await widget.button("start").click();
  await widget.begin();
  const yes = widget.control("another.agency.in_zone").getByLabel("是", { exact: true });
  await yes.check();
  await widget.reload();
  await expect(yes).toBeChecked();
});
