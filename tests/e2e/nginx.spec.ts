// The whole way under a real web server, with the headers we publish: no breach of any policy, and once everything is
// loaded, no request. The server's own log is the witness.

import { readdirSync } from "node:fs";

import type { Page } from "@playwright/test";

import { WEB } from "./built";
import { AGENCY, APPLICANT } from "./cases";
import { expect, test as base } from "./fixture";
import { Nginx, REPORTS } from "./nginx";
import type { PortalPage } from "./nginx";
import { POLICY } from "./policy.mjs";
import { isKept } from "./site";
import { Widget } from "./widget";
import { verify } from "./zhice";

const program = process.env.ZHICE_NGINX;

const TAG = '<zhice-check programme="zibo-2020-zone" track="agency"></zhice-check>';
const FRAMED = TAG.replace("></", ' mode="frame"></');

/** Pages of the portal; `%` in a policy stands for the port. */
const PAGES: Record<string, PortalPage> = {
  inline: { body: TAG },
  frame: { body: FRAMED },
  strict: {
    body: FRAMED,
    policy: `${POLICY.replace(" 'wasm-unsafe-eval'", "")}; require-trusted-types-for 'script'; trusted-types 'none'`,
  },
  elsewhere: {
    body: FRAMED,
    loaderFrom: "127.0.0.1",
    policy: "default-src 'none'; script-src http://127.0.0.1:%; frame-src http://127.0.0.1:%; img-src data:",
  },
};

/** Where the widget stands, by what it is opened at. */
const PLACES: Record<string, { address(nginx: Nginx): string; widget(page: Page): Widget }> = {
  "alone on its page": { address: (nginx) => nginx.widget, widget: (page) => new Widget(page) },
  "on a portal's page": { address: (nginx) => nginx.portal("inline"), widget: inline },
  "in a frame": { address: (nginx) => nginx.portal("frame"), widget: framed },
  "in a frame of a page that enforces Trusted Types": { address: (nginx) => nginx.portal("strict"), widget: framed },
  "in a frame of another origin": { address: (nginx) => nginx.portal("elsewhere", "localhost"), widget: framed },
};

const test = base.extend<{ portals: string[]; nginx: Nginx }>({
  portals: [["localhost"], { option: true }],
  nginx: async ({ portals }, use) => {
    const nginx = await Nginx.start(program ?? "nginx", PAGES, portals);
    await use(nginx);
    nginx.stop();
  },
  baseURL: async ({ nginx }, use) => use(nginx.origin()),
});

test.use({ serviceWorkers: "allow" });

test.skip(!program && !process.env.CI, "ZHICE_NGINX names no nginx");

for (const [place, { address, widget: at }] of Object.entries(PLACES)) {
  test(`the whole way ${place}`, async ({ page, nginx, watch }, info) => {
    if (place === "in a frame of another origin") watch.expects(/^request elsewhere: http:..localhost/);
    // Headless, there is no dialogue to print in.
    await page.addInitScript(() => {
      window.print = () => void Object.assign(window.parent, { printed: document.title });
    });
    await page.goto(address(nginx));
    const widget = at(page);
    await expect(widget.heading).toBeVisible();
    if (place === "alone on its page") {
      await isKept(page);
      await widget.chooseTrack("agency");
    }
    await watch.complete();
    const [asked, requests] = [nginx.asked, watch.requests.length];
    expect(asked.join("\n"), "it does come from there").toContain(".wasm 200");

    await widget.begin();
    await widget.answerAll("agency", AGENCY);
    await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
    await widget.openDossier();
    await widget.fillIn(APPLICANT);
    await widget.switchLanguage();
    await widget.switchLanguage();
    await widget.openFinish();
    const { text } = await widget.download();
    expect(verify(text, info)).toMatchObject({ code: 0, stderr: "" });
    expect((await widget.take("downloadWord")).content.subarray(0, 2).toString()).toBe("PK");
    await widget.button("print").click();
    await expect.poll(() => widget.at.locator(".zhice").evaluate(() => Reflect.get(window, "printed"))).toContain("草稿，未提交");
    await widget.openStep(3);
    await widget.button("wipe").click();
    await expect(widget.heading).toHaveText(widget.word("startTitle"));

    expect(nginx.asked.slice(asked.length), "asked of the server since").toEqual([]);
    expect(watch.requests.slice(requests).filter((request) => !request.startsWith("blob:"))).toEqual([]);
    expect(nginx.asked.filter((line) => line.includes(REPORTS)), "breaches reported").toEqual([]);
  });
}

test("every file comes with the headers that docs/installing.md asks for", async ({ request, nginx }) => {
  const shared = {
    "content-security-policy": POLICY,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
  const all = readdirSync(WEB, { recursive: true, encoding: "utf8" });
  // The page in a frame has a place of its own here, which names the portals.
  const names = all.filter((name) => /\.(bin|css|html|js|json|wasm)$/.test(name) && name !== "frame.html");
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) {
    const answer = await request.get(nginx.widget + name);
    const lasts = /-[0-9a-f]{8}\.\w+$/.test(name) ? "public, max-age=31536000, immutable" : "no-cache";
    expect({ name, status: answer.status(), ...answer.headers() }).toMatchObject({
      name,
      status: 200,
      ...shared,
      "cache-control": lasts,
    });
  }
});

test("the days of a document are taken away without a request", async ({ page, nginx }) => {
  await page.goto(nginx.widget);
  const widget = new Widget(page);
  await widget.chooseTrack("agency");
  await widget.begin();
  await widget.openStep(3);
  await isKept(page);
  const asked = nginx.asked.length;
  await widget.openList("日期和期限");
  expect((await widget.download("calendar")).text).toContain("BEGIN:VCALENDAR");
  expect(nginx.asked.slice(asked)).toEqual([]);
});

test.describe("another site that is not listed", () => {
  test.use({ portals: [] });

  test("gets no answer from the frame", async ({ page, nginx, watch }) => {
    watch.expects(/^request elsewhere: http:..localhost/);
    // What comes in place of the frame has no origin to speak to, which some builds say as well.
    watch.expects(/^error: .*frame-ancestors|postMessage.*'null'/);
    watch.expects(/^error: zhice: .*does not answer/);
    await page.clock.install();
    await page.goto(nginx.portal("elsewhere", "localhost"));
    await expect.poll(() => nginx.asked.filter((line) => line.includes("frame.html"))).toHaveLength(1);
    await expect(page.locator("zhice-check").getByRole("status")).toBeVisible();
    await expect(async () => {
      await page.clock.runFor(11_000);
      await expect(page.locator("zhice-check").getByRole("alert")).toContainText("没能载入", { timeout: 500 });
    }).toPass();
  });
});

function inline(page: Page): Widget {
  return new Widget(page, page.locator("zhice-check"));
}

function framed(page: Page): Widget {
  return new Widget(page, page.locator("zhice-check iframe").contentFrame());
}
