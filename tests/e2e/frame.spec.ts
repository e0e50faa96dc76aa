// `mode="frame"`: the widget in a document of its own, and what the two say to one another.

import type { Frame, Page } from "@playwright/test";

import { AGENCY, APPLICANT } from "./cases";
import { faults } from "./checks";
import { expect, test } from "./fixture";
import type { Host } from "./host";
import { POLICY } from "./policy.mjs";
import { verify } from "./zhice";

const TAG = '<zhice-check programme="zibo-2020-zone" track="agency" mode="frame"></zhice-check>';
const TAKING = TAG.replace("></", ' handoff="在线申报系统"></');
const PREFILLED = { taken: [], kept: [], withheld: [], refused: [] };
const THEME = { paper: "", sheet: "", ink: "", accent: "", "on-accent": "" };
const HELLO = { zhice: 1, kind: "hello", lang: "zh-CN", scheme: "light", theme: { ...THEME, accent: "#8c1515" } };

for (const [what, policy] of [
  ["a host", POLICY],
  ["a host that runs no WebAssembly", POLICY.replace(" 'wasm-unsafe-eval'", "")],
  ["a host that enforces Trusted Types", `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`],
]) {
  test(`the whole way in a frame on the page of ${what}`, async ({ host, watch }, info) => {
    await host.open({ body: TAG, policy });
    const widget = host.framed();
    await expect(widget.heading).toHaveText("填报须知");
    await watch.complete();
    const loaded = watch.requests.length;
    await widget.begin();
    await widget.answerAll("agency", AGENCY);
    await widget.openDossier();
    await widget.fillIn(APPLICANT);
    await widget.openFinish();
    const { text } = await widget.download();
    expect(verify(text, info)).toMatchObject({ code: 0, stderr: "" });
    expect(watch.requests.slice(loaded).filter((request) => !request.startsWith("blob:"))).toEqual([]);
    const heard = await host.heard();
    expect(heard.at(0)).toMatchObject({ name: "ready" });
    expect(heard).toContainEqual({ name: "result", detail: { programme: "zibo-2020-zone", track: "agency" } });
    expect(heard.at(-1)).toEqual({ name: "export", detail: { form: "json" } });
  });
}

test("the frame is as high as what is in it, and each step begins at its top", async ({ page, host }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  await host.open({ body: `<h1>Portal</h1>${TAG}` });
  const widget = host.framed();
  await expect(widget.heading).toBeVisible();
  const fits = async () => {
    const { content, window } = await host.frame().locator("html").evaluate((root) => ({
      content: Math.ceil(root.getBoundingClientRect().height),
      window: root.ownerDocument.defaultView!.innerHeight,
    }));
    return content === window ? "fits" : `${content} px in ${window} px`;
  };
  const height = async () => (await host.element().boundingBox())!.height;
  await expect.poll(fits).toBe("fits");
  await widget.begin();
  await widget.answerAll("agency", AGENCY);
  await expect.poll(fits).toBe("fits");
  const high = await height();
  expect(high).toBeGreaterThan(2_000);
  await page.evaluate(() => scrollTo(0, 1_500));
  await widget.openStep(1);
  await expect.poll(height).toBeLessThan(high / 2);
  await expect.poll(fits).toBe("fits");
  await expect.poll(async () => Math.round((await host.element().boundingBox())!.y)).toBeGreaterThanOrEqual(0);
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize({ width: 375, height: 700 });
  await expect.poll(fits).toBe("fits");
});

test("a frame that is moved in the page loses neither its own place nor that of the page", async ({ page, host }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  await host.open({ body: `<div id="here">${TAG}</div><div id="there"></div>` });
  const widget = host.framed();
  await widget.begin();
  await widget.answerAll("agency", AGENCY);
  const shown = await widget.heading.textContent();
  const height = async () => (await host.element().boundingBox())!.height;
  await expect.poll(height).toBeGreaterThan(2_000);
  await expect(widget.saving).toHaveText(widget.word("saved"));
  const lowest = await page.evaluate(async () => {
    scrollTo(0, 1_500);
    const element = document.querySelector("zhice-check")!;
    const heights: number[] = [];
    new ResizeObserver(() => heights.push(element.clientHeight)).observe(element);
    const isReady = new Promise((resolve) => addEventListener("zhice:ready", resolve, { once: true }));
    document.querySelector("#there")!.append(element);
    await isReady;
    return Math.min(...heights);
  });
  expect(lowest, "it keeps its height while it loads again").toBeGreaterThan(2_000);
  await expect(widget.heading).toHaveText(shown!);
  await expect.poll(height).toBeGreaterThan(2_000);
  expect(await page.evaluate(() => scrollY)).toBe(1_500);
});

test("colours, darkness and language of the host come through", async ({ page, host }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await host.openOverbearing();
  const widget = host.framed("#frame zhice-check");
  await expect(widget.heading).toBeVisible();
  const root = widget.at.locator(".zhice");
  await expect(root, "the portal is never dark").toHaveCSS("background-color", "rgb(255, 253, 246)");
  await expect(widget.button("start")).toHaveCSS("background-color", "rgb(140, 21, 21)");
  await host.element("#frame zhice-check").evaluate((element) => element.setAttribute("lang", "en"));
  widget.lang = "en";
  await expect(widget.button("start")).toBeVisible();
  await expect(host.element("#frame iframe")).toHaveAttribute("title", "zhice: self-assessment");
});

test.describe("the host hears", () => {
  /** Says something to the host from within the frame. */
  const say = (frame: Frame, message: unknown) => frame.evaluate((message) => parent.postMessage(message, "*"), message);
  const framed = (page: Page) => page.frames().find((frame) => frame !== page.mainFrame())!;
  const step = { page: "start", topic: null };

  test("nothing that has another shape", async ({ page, host }) => {
    await host.open({ body: TAG });
    await expect.poll(() => host.said("ready")).toHaveLength(1);
    const frame = framed(page);
    await say(frame, { zhice: 1, kind: "height", height: 300 });
    await expect(host.element("iframe")).toHaveCSS("height", "300px");
    const before = await host.heard();
    for (const message of [
      ...[-5, 0, 239, 20_001, 1e9, 300.5, NaN, Infinity, "300", null, [300]].map((height) => ({ zhice: 1, kind: "height", height })),
      { zhice: 1, kind: "height", height: 500, more: 1 },
      { zhice: 2, kind: "height", height: 500 },
      { zhice: 1, kind: "event", name: "step", detail: { ...step, answers: { a: 1 } } },
      { zhice: 1, kind: "event", name: "step", detail: { page: "elsewhere", topic: null } },
      { zhice: 1, kind: "event", name: "step", detail: null },
      { zhice: 1, kind: "event", name: "click", detail: step },
      { zhice: 1, kind: "event", name: "export", detail: { form: "<b>" } },
      { zhice: 1, kind: "event", name: "ready", detail: { version: "1".repeat(1_000) } },
      { zhice: 1, kind: "event", name: "draft", detail: { file: "draft.json" } },
      { zhice: 1, kind: "event", name: "draft", detail: { file: "draft.json", draft: {} } },
      { zhice: 1, kind: "event", name: "draft", detail: { file: "draft.json", draft: "{}", to: "elsewhere" } },
      { zhice: 1, kind: "event", name: "draft", detail: { file: "draft.json", draft: " ".repeat(4_000_001) } },
      { zhice: 1, kind: "event", name: "prefilled", detail: { taken: [], kept: [], refused: [] } },
      { zhice: 1, kind: "event", name: "prefilled", detail: { ...PREFILLED, taken: [{ name: "a" }] } },
      { zhice: 1, kind: "event", name: "prefilled", detail: { ...PREFILLED, refused: [{ key: "a", code: "value", value: 1 }] } },
      { zhice: 1, kind: "receipt", text: "{}" },
      { zhice: 1, kind: "constructor" },
      "height",
      null,
      7,
      [],
    ]) {
      await say(frame, message);
    }
    // A draft of the right shape, for a portal that takes none.
    await say(frame, { zhice: 1, kind: "event", name: "draft", detail: { file: "draft.json", draft: "{}" } });
    await say(frame, { zhice: 1, kind: "event", name: "step", detail: step });
    await expect.poll(() => host.heard()).toEqual([...before, { name: "step", detail: step }]);
    await expect(host.element("iframe")).toHaveCSS("height", "300px");
  });

  test("nobody but its frame", async ({ page, host }) => {
    await host.open({ body: `${TAKING}<iframe src="./draft.schema.json"></iframe>` });
    await expect.poll(() => host.said("ready")).toHaveLength(1);
    const before = await host.heard();
    const other = page.frames().find((frame) => frame.url().endsWith("schema.json"))!;
    for (const [name, detail] of Object.entries({
      step,
      prefilled: PREFILLED,
      draft: { file: "draft.json", draft: "{}" },
    })) {
      const message = { zhice: 1, kind: "event", name, detail };
      await say(other, message);
      await page.evaluate((message) => postMessage(message, "*"), message);
      await page.evaluate(
        (data) => dispatchEvent(new MessageEvent("message", { data, origin: location.origin, source: null })),
        message,
      );
      // From the frame's window, but not from where it should be.
      await page.evaluate((data) => {
        const source = document.querySelector("zhice-check")!.shadowRoot!.querySelector("iframe")!.contentWindow;
        dispatchEvent(new MessageEvent("message", { data, origin: "https://example.com", source }));
      }, message);
    }
    await page.evaluate(() => new Promise((done) => setTimeout(done)));
    expect(await host.heard()).toEqual(before);
  });
});

test.describe("the frame hears", () => {
  /** A host that puts the document into a frame by itself and notes what it is told. */
  async function open(host: Host): Promise<void> {
    await host.open({ body: '<iframe src="frame.html"></iframe>' });
    await host.page.evaluate(() => {
      const told: unknown[] = [];
      Object.assign(window, { told });
      addEventListener("message", ({ data }) => told.push(data));
    });
    await expect(inside(host).locator("main h1").first()).toBeVisible();
  }

  const inside = (host: Host) => host.page.frameLocator("iframe");
  const accent = (host: Host) =>
    inside(host).locator("html").evaluate((root) => root.style.getPropertyValue("--zhice-accent"));
  const told = ({ page }: Host) => page.evaluate(() => (window as unknown as { told: unknown[] }).told.splice(0));

  /** Says something to the frame; gives what came back by the time it was heard. */
  async function say(host: Host, message: unknown): Promise<unknown[]> {
    await inside(host)
      .locator("html")
      .evaluate(() => addEventListener("message", () => parent.postMessage("heard", "*"), { once: true }));
    await host.page.evaluate(
      (message) =>
        new Promise((heard) => {
          addEventListener("message", function end({ data }) {
            if (data !== "heard") return;
            removeEventListener("message", end);
            heard(null);
          });
          document.querySelector("iframe")?.contentWindow?.postMessage(message, "*");
        }),
      message,
    );
    return (await told(host)).filter((message) => message !== "heard");
  }

  const ready = { zhice: 1, kind: "event", name: "ready", detail: { version: expect.any(String) } };

  test("nothing that has another shape, and says nothing before it is greeted", async ({ host }) => {
    await open(host);
    for (const message of [
      { ...HELLO, zhice: 2 },
      { ...HELLO, more: 1 },
      { ...HELLO, lang: 1 },
      { ...HELLO, lang: "x".repeat(1_000) },
      { ...HELLO, scheme: "url(x)" },
      { ...HELLO, theme: { ...THEME, accent: "url(https://example.com/x.png)" } },
      { ...HELLO, theme: { accent: "red" } },
      { ...HELLO, theme: null },
      { zhice: 1, kind: "__proto__" },
      "hello",
      null,
    ]) {
      expect(await say(host, message)).toEqual([]);
    }
    expect(await accent(host)).toBe("");
    expect(await say(host, HELLO)).toContainEqual(ready);
    expect(await accent(host)).toBe("#8c1515");
  });

  test("nobody but the page around it", async ({ page, host }) => {
    await open(host);
    await page.evaluate((data) => {
      const frame = document.querySelector("iframe")!.contentWindow!;
      const { origin } = location;
      const other = document.body.appendChild(document.createElement("iframe")).contentWindow!;
      frame.dispatchEvent(new MessageEvent("message", { data, origin, source: other }));
      frame.dispatchEvent(new MessageEvent("message", { data, origin, source: null }));
      frame.dispatchEvent(new MessageEvent("message", { data, origin: "https://example.com", source: window }));
      other.frameElement!.remove();
    }, HELLO);
    expect(await say(host, "nothing")).toEqual([]);
    expect(await accent(host)).toBe("");
  });
});

test.describe("what a portal gives to the frame", () => {
  const NAME = { applicant: { name: "示例知识产权代理有限公司" } };
  const gift = (kind: string, text: unknown) => ({ zhice: 1, kind, text });

  /** Says something to the frame of the widget, as a script of the page would. */
  const say = (host: Host, messages: unknown[]) =>
    host.element().evaluate((element, messages) => {
      const frame = element.shadowRoot!.querySelector("iframe")!.contentWindow!;
      for (const message of messages) frame.postMessage(message, "*");
    }, messages);

  test("is not heard in another shape or size", async ({ host }) => {
    await host.open({ body: TAKING });
    await expect(host.framed().heading).toBeVisible();
    const text = JSON.stringify(NAME);
    await say(host, [
      gift("prefill", NAME),
      gift("prefill", null),
      gift("prefill", text.padEnd(200_001)),
      { ...gift("prefill", text), more: 1 },
      { ...gift("prefill", text), zhice: 2 },
      { kind: "prefill", text },
      gift("draft", text),
      gift("receipt", { digest: "sha256:ab", answer: { received: "1" } }),
      gift("receipt", `{"digest": "sha256:ab", "answer": {"received": "1"}}`.padEnd(200_001)),
    ]);
    await say(host, [gift("prefill", text)]);
    await expect.poll(() => host.said("prefilled")).toHaveLength(1);
    expect(await host.said("error")).toEqual([]);
  });

  test("is not heard from another window or origin", async ({ host }) => {
    await host.open({ body: TAKING });
    await expect(host.framed().heading).toBeVisible();
    await host.element().evaluate((element, text) => {
      const frame = element.shadowRoot!.querySelector("iframe")!.contentWindow!;
      const other = document.body.appendChild(document.createElement("iframe")).contentWindow!;
      for (const kind of ["prefill", "receipt"]) {
        const data = { zhice: 1, kind, text };
        const { origin } = location;
        frame.dispatchEvent(new MessageEvent("message", { data, origin, source: other }));
        frame.dispatchEvent(new MessageEvent("message", { data, origin, source: null }));
        frame.dispatchEvent(new MessageEvent("message", { data, origin: "https://example.com", source: window }));
      }
      other.frameElement!.remove();
    }, JSON.stringify(NAME));
    await say(host, [gift("prefill", '{"applicant": {"email": "a@example.com"}}')]);
    await expect.poll(() => host.said("prefilled")).toHaveLength(1);
    const [{ detail }] = await host.said("prefilled");
    expect(detail).toMatchObject({ taken: ["email"] });
    expect(await host.said("error")).toEqual([]);
  });

  test("and cannot be read, or is for no draft, is told to the portal and changes nothing", async ({ host, watch }) => {
    watch.expects(/^warning: zhice: prefill: /);
    watch.expects(/^warning: zhice: receipt: /);
    await host.open({ body: TAKING });
    await expect(host.framed().heading).toBeVisible();
    await say(host, [
      gift("prefill", "{"),
      gift("prefill", '{"applicant": {"name": "a", "name": "b"}}'),
      gift("receipt", "[]"),
      gift("receipt", '{"digest": "sha256:ab", "answer": {"received": "nobody gave this"}}'),
    ]);
    await expect.poll(() => host.said("error")).toHaveLength(4);
    const codes = (await host.said("error")).map(({ detail }) => (detail as { code: string }).code);
    expect(codes).toEqual(["prefill", "prefill", "receipt", "receipt"]);
    expect(await host.said("draft")).toEqual([]);
  });

  test("said once more, changes nothing more", async ({ host }) => {
    await host.open({ body: TAKING });
    const widget = host.framed();
    await widget.begin();
    await widget.openStep(5);
    const text = JSON.stringify(NAME);
    await say(host, [gift("prefill", text), gift("prefill", text)]);
    await expect.poll(() => host.said("prefilled")).toHaveLength(2);
    await widget.at.getByRole("button", { name: "提交给“在线申报系统”" }).click();
    const drafts = async () => (await host.said("draft")) as { detail: { draft: string } }[];
    await expect.poll(drafts).toHaveLength(1);
    const { digest, dossier } = JSON.parse((await drafts())[0].detail.draft);
    expect(dossier.applicant).toEqual(NAME.applicant);
    const receipt = gift("receipt", JSON.stringify({ digest, answer: { received: "2026-0001" } }));
    await say(host, [receipt, receipt]);
    await expect(widget.at.locator(".handed")).toHaveCount(1);
    await expect(widget.at.locator(".handed")).toContainText("2026-0001");
    expect(await host.said("error")).toEqual([]);
    expect(await drafts(), "one press, one draft").toHaveLength(1);
  });
});

test("opened by itself it is a page like any other, and takes no wishes from its address", async ({ page, widget }) => {
  await page.goto("./frame.html?programme=zibo-2020-zone&track=agency&packs=./packs/x.json");
  await expect(widget.heading).toHaveText(widget.word("startTitle"));
});

test("a frame that does not answer is said, with the page's own words", async ({ page, host, watch }) => {
  watch.expects(/^error: zhice:/);
  await page.clock.install();
  await page.route(/\/frame\.html/, (route) => route.fulfill({ contentType: "text/html", body: "<p>nothing</p>" }));
  await host.open({ body: TAG.replace("></", "><p>到窗口办理</p></") });
  await expect(host.frame().getByText("nothing")).toBeVisible();
  await page.clock.runFor(11_000);
  await expect(host.element().getByRole("alert")).toContainText("没能载入");
  await expect(page.getByText("到窗口办理")).toBeVisible();
});

test("a frame that never comes is asked for anew by a press, and one that comes late is shown", async ({ page, host }) => {
  await page.clock.install();
  let letGo = () => {};
  const free = new Promise<void>((resolve) => (letGo = resolve));
  let asked = 0;
  await page.route(/\/frame\.html/, async (route) => {
    asked += 1;
    if (asked === 1) return;
    await free;
    await route.continue();
  });
  // The page itself is not all there before its frames are.
  await host.open({ body: "" });
  await page.evaluate((tag) => void document.body.insertAdjacentHTML("beforeend", tag), TAG);
  const notice = host.element().locator(".notice");
  await page.clock.runFor(21_000);
  await notice.getByRole("button", { name: "重试" }).press("Enter");
  await expect(notice).toHaveText("正在载入…");
  await expect.poll(() => asked).toBe(2);
  await page.clock.runFor(21_000);
  await expect(notice).toContainText("可以继续等候");
  letGo();
  await expect(host.framed().heading).toBeVisible();
  await expect(notice).toHaveCount(0);
  await expect(host.element().locator("iframe")).toBeFocused();
});
