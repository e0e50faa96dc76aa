// The draft on paper: complete on any host, no row cut, no number broken, nothing left behind.

import { APPLICANT, fullest } from "./cases";
import { expect, test } from "./fixture";
import { programme as programmeOf } from "./pack";
import { catchPrints, layOut, pagesOf, solid } from "./paper";
import type { Widget } from "./widget";

/** A page whose boxes scroll and clip: printed by itself it is one sheet with what is seen. */
const SHELL = {
  body: (tag: string) => `<div class="shell"><nav>门户</nav><div class="scroll">${tag}</div></div>`,
  style: `html, body { height: 100vh; margin: 0; overflow: hidden }
    .shell { display: flex; height: 100%; overflow: hidden } .scroll { flex: 1; overflow: auto; contain: strict }
    @media print { iframe { display: none !important } }`,
};

interface Section {
  id: string;
  title: string;
  columns: string[];
  rows: string[][];
}

/** Opens the last page of a track with all answers; gives what its draft states. */
async function finish(widget: Widget, programme: string, track: string, lang: "zh" | "en"): Promise<Section[]> {
  widget.programme = programmeOf(programme);
  await widget.conclude(track, fullest(programme, track));
  await widget.openDossier();
  await widget.fillIn(APPLICANT);
  const statement = widget.main.locator("textarea").first();
  if ((await statement.count()) > 0) await statement.fill("托管 128 项专利，服务 30 家企业。".repeat(95));
  await widget.openFinish();
  if (lang === "en") await widget.switchLanguage();
  return JSON.parse((await widget.download()).text).application;
}

const TRACKS = [
  { programme: "zibo-2020-zone", track: "agency", lang: "zh", mode: "inline" },
  { programme: "yantai-2020-operation", track: "city", lang: "en", mode: "frame" },
] as const;

for (const { programme, track, lang, mode } of TRACKS) {
  test(`the draft of ${programme} is printed whole, ${mode} in a page that clips`, async ({ widget, host, page, browser }, info) => {
    test.setTimeout(120_000);
    const sections = await finish(widget, programme, track, lang);
    const prints = await catchPrints(page);
    await page.route(/\/shell\.css$/, (route) => route.fulfill({ contentType: "text/css", body: SHELL.style }));
    const tag = `<zhice-check mode="${mode}" lang="${lang === "en" ? "en" : "zh-CN"}"></zhice-check>`;
    await host.open({ head: '<link rel="stylesheet" href="shell.css">', body: SHELL.body(tag) });
    const here = mode === "frame" ? host.framed() : host.inline();
    here.lang = lang;
    await here.button("print").click();
    await expect.poll(async () => (await prints()).length).toBe(1);
    const [printed] = await prints();
    expect(printed.title).toContain(sections[0].rows[1][1]);

    // Nothing is left, and whoever pressed goes on from there.
    await expect(here.at.locator("iframe.unseen")).toHaveCount(0);
    await expect(here.button("print")).toBeFocused();
    await expect(here.main.getByRole("status").filter({ hasText: /Word/ })).toHaveCount(0);
    expect(await host.said("export")).toEqual([{ name: "export", detail: { form: "print" } }]);

    const paper = await layOut(browser, printed);
    const broken = await paper.locator(".whole").evaluateAll((all) =>
      all.filter((number) => number.getClientRects().length > 1).map((number) => number.textContent));
    expect(broken, "numbers on two lines").toEqual([]);
    expect(await paper.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the paper").toBe(true);
    const pdf = await paper.pdf({ preferCSSPageSize: true, path: info.outputPath("draft.pdf") });
    const pages = await pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, text] of pages.entries()) {
      expect(text, "a number on each page").toContain(`${index + 1}/${pages.length}`);
    }
    for (const { id, title, columns, rows } of sections) {
      const head = solid((id === "cover" ? "" : title) + columns.join(""));
      for (const row of rows) {
        const cells = row.map(solid).filter((cell) => cell !== "");
        const isLong = row.some((cell) => cell.length >= 400);
        const on = pages.filter((text) => (isLong ? text.includes(cells[0]) : text.includes(cells.join(""))));
        expect(on.length, `on one page: ${row.join(" | ").slice(0, 80)}`).toBeGreaterThan(0);
        expect(on.some((text) => text.includes(head)), `under its heads: ${row[0]}`).toBe(true);
      }
    }
    await paper.close();
  });
}

test("a long statement goes on over pages under its heads, and loses nothing", async ({ widget, page, browser }) => {
  const prints = await catchPrints(page);
  const sections = await finish(widget, "zibo-2020-zone", "agency", "zh");
  await widget.button("print").click();
  await expect.poll(async () => (await prints()).length).toBe(1);
  const paper = await layOut(browser, (await prints())[0]);
  const pages = await pagesOf(await paper.pdf({ preferCSSPageSize: true }));
  const { title, columns, rows } = sections.find(({ id }) => id === "narratives")!;
  const written = solid(rows[0][1]);
  const sentence = solid("托管 128 项专利，服务 30 家企业。");
  const on = pages.filter((text) => text.includes(sentence));
  expect(on.length).toBeGreaterThan(1);
  for (const text of on) expect(text).toContain(solid(title + columns.join("")));
  const pieces = on.map((text) => text.split(solid(columns.join(""))).at(-1) ?? "");
  expect(pieces.join("").split("128项").length, "each sentence once").toBe(written.split("128项").length);
  await paper.close();
});

test("a draft with nothing in it is printed too", async ({ widget, page, browser }) => {
  const prints = await catchPrints(page);
  await widget.conclude("agency", {});
  await widget.openStep(5);
  await widget.button("print").click();
  await expect.poll(async () => (await prints()).length).toBe(1);
  const paper = await layOut(browser, (await prints())[0]);
  const pages = await pagesOf(await paper.pdf({ preferCSSPageSize: true }));
  expect(pages.join("")).toContain(solid("主管部门审核意见"));
  await paper.close();
});

test("a second press while one is printing begins anew, and says nothing of the answers around it", async ({ widget, page }) => {
  const prints = await catchPrints(page, { held: true });
  await finish(widget, "zibo-2020-zone", "agency", "zh");
  const address = page.url();
  await widget.button("print").click();
  await widget.button("print").click();
  await expect.poll(async () => (await prints()).length).toBe(2);
  await expect(page.locator("iframe.unseen")).toHaveCount(1);
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  expect(frames.map((frame) => [frame.name(), frame.url()])).toEqual([["", "about:blank"]]);
  expect(page.url()).toBe(address);
  await widget.goBack();
  await expect(page.locator("iframe.unseen")).toHaveCount(0);
});

test("an element that is taken away while it prints takes the document along", async ({ widget, host, page }) => {
  await finish(widget, "zibo-2020-zone", "agency", "zh");
  const prints = await catchPrints(page, { held: true });
  await host.open({ body: "<zhice-check></zhice-check>" });
  await host.inline().button("print").click();
  await expect.poll(async () => (await prints()).length).toBe(1);
  expect(page.frames()).toHaveLength(2);
  await host.element().evaluate((element) => element.remove());
  await expect.poll(() => page.frames().length).toBe(1);
});

test("where no dialogue opens, a way is named", async ({ widget, page }) => {
  await page.addInitScript(() => void (window.print = () => {}));
  await finish(widget, "zibo-2020-zone", "agency", "zh");
  await widget.button("print").click();
  await expect(widget.main.getByText("没有出现打印窗口")).toBeVisible();
});

test("a browser that shares no stylesheet prints the page", async ({ widget, page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Document.prototype, "adoptedStyleSheets");
    window.print = () => void Object.assign(window, { printed: true });
  });
  await finish(widget, "zibo-2020-zone", "agency", "zh");
  await widget.button("print").click();
  await expect.poll(() => page.evaluate(() => "printed" in window)).toBe(true);
  await expect(widget.main.getByText("没有出现打印窗口")).toBeVisible();
  await expect(page.locator("iframe")).toHaveCount(0);
});

test("printed by hand, the page of its own holds the whole draft", async ({ widget, page }) => {
  const sections = await finish(widget, "zibo-2020-zone", "agency", "zh");
  const pages = await pagesOf(await page.pdf({ preferCSSPageSize: true }));
  const rows = sections.flatMap(({ rows }) => rows).filter((row) => row.every((cell) => cell.length < 400));
  for (const row of rows) {
    const cells = row.map(solid).join("");
    expect(pages.some((text) => text.includes(cells)), row.join(" | ")).toBe(true);
  }
});
