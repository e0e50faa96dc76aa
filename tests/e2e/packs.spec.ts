// Policy packs that a portal brings in at run time: a good one takes over, a bad one is explained and does no harm.

import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";

import { AGENCY } from "./cases";
import { expect, test } from "./fixture";
import { programmes, zibo } from "./pack";
import type { Widget } from "./widget";
import { zhice } from "./zhice";

const ADDRESS = "packs/bad.json";

type Pack = typeof zibo.file & { tracks: { support?: { measures: { amount: unknown }[] } }[] };

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

/** The message names the file and all of these, and the built-in programme is there all the same. */
async function expectFault(widget: Widget, said: (string | RegExp)[]): Promise<void> {
  const message = widget.main.locator("details.message");
  await expect(message.locator("summary")).toHaveText(widget.word("packFaults"));
  await message.locator("summary").click();
  await expect(message).toContainText(ADDRESS);
  await expect(message).toContainText("现由内置政策包提供服务");
  for (const part of said) await expect(message.locator(".fault").first()).toContainText(part);

  await widget.chooseTrack("agency");
  await widget.begin();
  await widget.answerAll("agency", AGENCY);
  await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
}

for (const [what, text, said] of [
  ["is not JSON", '{ "format": "zhice.pack/1",', ["error[unreadable]", "line 1", "help: "]],
  [
    "is of another shape",
    changed((pack) => Object.assign(pack, { facts: 7 })),
    ["error[unreadable] at `/facts`", "help: "],
  ],
  [
    "has a key nobody knows",
    changed((pack) => Object.assign(pack, { extra: 1 })),
    ["error[unreadable]", "extra", "help: "],
  ],
  [
    "names a fact that is not there",
    changed((pack) => pack.tracks[0].topics[0].facts.push("zone.no_such_fact")),
    ["error[dangling] at `/tracks/0/topics/0/facts/3`", "zone.no_such_fact", "help: "],
  ],
  ["is an empty file", "", ["error[unreadable]", "help: "]],
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
  await expect(widget.main.locator("details.message .fault")).not.toHaveCount(1);
  await expectFault(widget, []);
});

test("a pack that the server does not have is explained", async ({ widget, page, watch }) => {
  watch.expects(/^warning: zhice: packs\/bad\.json: .*404/);
  watch.expects(/^error: Failed to load resource: .*404/);
  await bring(page, { [ADDRESS]: { status: 404, body: "gone" } });
  await widget.open();
  await expectFault(widget, ["404"]);
});

test("a pack that is too large is refused", async ({ widget, page, watch }) => {
  watch.expects(/^warning: zhice: packs\/bad\.json: larger than 1024 KiB/);
  await bring(page, { [ADDRESS]: zibo.text + " ".repeat(1024 * 1024) });
  await widget.open();
  await expectFault(widget, ["1024 KiB"]);
});

test("a pack from another origin is not even asked for", async ({ widget, page, watch }) => {
  watch.expects(/^warning: zhice: https:\/\/example\.com\/pack\.json: /);
  watch.expects(/^policy: connect-src https:\/\/example\.com/);
  watch.expects(/^error: .*example\.com.* Content Security Policy/);
  await name(page, "https://example.com/pack.json");
  await widget.open();
  await expect(widget.main.locator("details.message")).toContainText("https://example.com/pack.json");
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
  await expect(widget.main.locator("details.message")).toBeHidden();

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
