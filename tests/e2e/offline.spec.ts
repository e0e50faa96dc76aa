// The stand-alone page without a network, and on the day a newer version is put up.

import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { modules } from "./built";
import { AGENCY } from "./cases";
import { expect, test as base } from "./fixture";
import { copyTo, isKept, renew, Site } from "./site";
import { Widget } from "./widget";

const test = base.extend<{ folder: string; site: Site }>({
  folder: async ({}, use, info) => {
    const folder = info.outputPath("web");
    copyTo(folder);
    await use(folder);
  },
  site: async ({ folder }, use) => {
    const site = await Site.start(folder, "/ip/zhice/");
    await use(site);
    await site.stop();
  },
  baseURL: async ({ site }, use) => use(site.address),
});

test.use({ serviceWorkers: "allow" });

/** Opens the page and waits until it is kept for the next visit. */
async function visit(widget: Widget, site: Site): Promise<void> {
  await widget.page.goto(site.address);
  await expect(widget.heading).toBeVisible();
  await isKept(widget.page);
}

/** The names under which the page asks for its parts, once it has what comes last of them. */
async function parts(widget: Widget): Promise<string[]> {
  const asked = () =>
    widget.page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => name.replace(/.*\//, ""))
        .filter((name) => /^zhice-.*\.(js|css|wasm)$/.test(name))
        .sort(),
    );
  const arrived = async () => (await asked()).filter((name) => name.endsWith(".wasm"));
  await expect.poll(arrived).toHaveLength(modules().length);
  return await asked();
}

test("after the first visit the whole flow works with the network cut", async ({ widget, site, context }) => {
  await visit(widget, site);
  await site.stop();
  await context.setOffline(true);
  await widget.page.goto(site.address);
  await widget.chooseTrack("agency");
  await widget.begin();
  await widget.answerAll("agency", AGENCY);
  await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
  await widget.reload();
  await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
  await widget.openDossier();
  await widget.openFinish();
  expect(JSON.parse((await widget.download()).text)).toMatchObject({ track: "agency", answers: AGENCY });
});

test("a workbook is opened without a network", async ({ widget, site, context }) => {
  await visit(widget, site);
  await site.stop();
  await context.setOffline(true);
  const list = await widget.enterList("agency.invention_grants_list");
  await list.getByRole("button", { name: "从表格导入" }).click();
  await list.locator("input[type=file]").setInputFiles(new URL("../tables/openpyxl.xlsx", import.meta.url).pathname);
  await expect(list).toContainText("第一张工作表“授权清单”");
});

test("a visit asks for each file once", async ({ widget, page, site }) => {
  const asked: string[] = [];
  page.on("request", (request) => void (request.serviceWorker() || asked.push(request.url())));
  await visit(widget, site);
  const named = () => asked.map((url) => url.replace(/.*\//, "")).filter((name) => name.endsWith(".wasm"));
  await expect.poll(() => named().sort()).toEqual(modules().sort());
  expect(asked).toEqual([...new Set(asked)]);
});

test("a newer version is fetched on one visit and serves from the next, whole", async ({ widget, site, folder, context }) => {
  await visit(widget, site);
  await widget.chooseTrack("agency");
  await widget.begin();
  await widget.answerTopic("agency", 0, AGENCY);
  const first = await parts(widget);

  renew(folder);
  await widget.page.goto(site.address);
  await expect(widget.main).toBeVisible();
  await expect(widget.page.getByText("新版本已就绪，下次打开时启用")).toBeVisible();
  expect(await parts(widget), "the version it was opened with").toEqual(first);
  await widget.showsAnswers("agency", 0, AGENCY);
  await widget.page.close();

  const again = new Widget(await context.newPage());
  await visit(again, site);
  const second = await parts(again);
  expect(second).toHaveLength(first.length);
  expect(second).not.toEqual(first);
  await again.showsAnswers("agency", 0, AGENCY);
  expect(await again.page.evaluate(async () => (await caches.keys()).length), "the older version is gone").toBe(1);
});

test("where another window is still open, both stay on its version", async ({ widget, site, folder, context }) => {
  await visit(widget, site);
  await widget.page.reload();
  const first = await parts(widget);
  renew(folder);
  await widget.page.reload();
  await expect(widget.page.getByText("新版本已就绪，下次打开时启用")).toBeVisible();
  const other = new Widget(await context.newPage());
  await visit(other, site);
  expect(await parts(other)).toEqual(first);
  await other.page.close();

  await widget.page.reload();
  await expect(widget.main).toBeVisible();
  await expect.poll(() => parts(widget)).not.toEqual(first);
});

test("a server in the midst of an update does not leave half of it behind", async ({ widget, site, folder }) => {
  await visit(widget, site);
  const first = await parts(widget);
  renew(folder);
  // The stylesheet of the newer version has not arrived yet.
  await widget.page.context().route(/zhice-[0-9a-f]{8}\.css$/, (route) =>
    first.some((name) => route.request().url().endsWith(name)) ? route.fallback() : route.fulfill({ status: 404 }),
  );
  await widget.page.reload();
  await expect(widget.main).toBeVisible();
  expect(await parts(widget)).toEqual(first);
});

for (const [what, answer] of [
  ["answers that it has no such page", undefined],
  ["answers every address with a page of its own", '<!doctype html><link rel="icon" href="data:,"><title>portal</title>'],
]) {
  test(`a page that was taken off the server goes, where the server ${what}`, async ({ widget, site, folder, context, watch }) => {
    await visit(widget, site);
    const kept = () =>
      widget.page.evaluate(async () => {
        const registrations = await navigator.serviceWorker.getRegistrations();
        return [registrations.length, (await caches.keys()).length];
      });
    await context.setOffline(true);
    await widget.page.reload();
    await expect(widget.main).toBeVisible();
    expect(await kept(), "without a network nothing is known").toEqual([1, 1]);
    await context.setOffline(false);

    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    if (answer) for (const name of ["index.html", "worker.js"]) writeFileSync(join(folder, name), answer);
    if (answer) site.type = "text/html";
    await widget.page.reload();
    await expect(widget.main, "for the last time").toBeVisible();
    await expect.poll(kept).toEqual([0, 0]);
    if (!answer) watch.expects(/status of 404/);
    const answered = widget.page.waitForResponse(site.address);
    // The browser shows a page of its own where the server has no words for it.
    await widget.page.goto(site.address).catch(() => {});
    expect((await answered).fromServiceWorker()).toBe(false);
    await expect(widget.main).toHaveCount(0);
  });
}

test("says which version it is", async ({ widget, site }) => {
  await visit(widget, site);
  await widget.page.getByRole("button", { name: /知测 \d+\.\d+\.\d+ 版/ }).click();
  await expect(widget.heading).toHaveText("版本与政策包");
});
