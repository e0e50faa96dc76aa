// What a browser's cache has wrong, or still waits for, is mended by a press as well.

import { ENGINE, STYLE, WEB } from "./built";
import { expect, test as base } from "./fixture";
import { hostHtml } from "./host";
import { Site } from "./site";

const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    const site = await Site.start(WEB, "/ip/zhice/");
    site.isImmutable = true;
    site.host = hostHtml({ body: '<zhice-check programme="zibo-2020-zone" track="agency"></zhice-check>' });
    await use(site);
    await site.stop();
  },
  baseURL: async ({ site }, use) => use(site.address),
});

for (const [what, name] of [
  ["the engine", ENGINE],
  ["the widget", /\/zhice-widget-[0-9a-f]{8}\.wasm$/],
  ["the stylesheet", STYLE],
  ["a pack", /\/packs\/zibo-2020-zone-[0-9a-f]{8}\.bin$/],
] as const) {
  test(`${what}, of which half is there and no end`, async ({ page, site, host }) => {
    await page.clock.install();
    site.spoiled = { name, how: "half" };
    await page.goto("./host.html");
    await expect(host.element().getByText(/正在载入|填报须知/).first()).toBeVisible();
    await page.clock.runFor(21_000);
    site.spoiled = undefined;
    await host.element().getByRole("button", { name: "重试" }).click();
    await page.clock.resume();
    const widget = host.inline();
    await widget.begin();
    await widget.answer("agency.patent_licensed", true);
    await expect(widget.saving).toContainText(widget.word("saved"));
  });

  test(`${what}, in place of which something else is kept`, async ({ page, site, host, watch }) => {
    watch.expects(/integrity/);
    watch.expects(/^error: zhice/);
    site.spoiled = { name, how: "else" };
    await page.goto("./host.html");
    const again = host.element().getByRole("button", { name: "重试" });
    await expect(again).toBeVisible();
    site.spoiled = undefined;
    await again.click();
    const widget = host.inline();
    await widget.begin();
    await widget.answer("agency.patent_licensed", true);
    await expect(widget.saving).toContainText(widget.word("saved"));
  });
}
