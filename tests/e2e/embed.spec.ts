// `<zhice-check>` on somebody's page.

import type { ElementHandle, Locator, Page } from "@playwright/test";

import { loader } from "./built";
import { AGENCY, APPLICANT, ZONE } from "./cases";
import { faults } from "./checks";
import { expect, test } from "./fixture";
import type { Host } from "./host";
import { track } from "./pack";
import { Widget } from "./widget";
import { verify } from "./zhice";

const AGENCY_TAG = '<zhice-check programme="zibo-2020-zone" track="agency"></zhice-check>';
const ZONE_TAG = '<zhice-check programme="zibo-2020-zone" track="zone"></zhice-check>';

test("an agency goes the whole way on a host's page, which hears of it and learns nothing", async ({
  host,
  watch,
}, info) => {
  await host.open({ body: AGENCY_TAG });
  const widget = host.inline();
  await expect(widget.heading).toHaveText("填报须知");
  await watch.complete();
  const loaded = watch.requests.length;
  await widget.begin();
  await widget.answerAll("agency", AGENCY);
  await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
  await widget.openDossier();
  await widget.fillIn(APPLICANT);
  await widget.openFinish();
  const { text } = await widget.download();
  expect(JSON.parse(text)).toMatchObject({ answers: AGENCY, dossier: { applicant: APPLICANT } });
  expect(verify(text, info)).toMatchObject({ code: 0, stderr: "" });
  await widget.take("downloadWord");
  expect(watch.requests.slice(loaded).filter((request) => !request.startsWith("blob:"))).toEqual([]);

  const step = (name: string, topic: number | null = null) => ({ name: "step", detail: { page: name, topic } });
  expect(await host.heard(), "this and no more").toEqual([
    { name: "ready", detail: { version: JSON.parse(text).engine } },
    ...track("agency").topics.map((_, topic) => step("questions", topic)),
    { name: "result", detail: { programme: "zibo-2020-zone", track: "agency" } },
    step("conclusion"),
    step("dossier"),
    step("finish"),
    { name: "export", detail: { form: "json" } },
    { name: "export", detail: { form: "docx" } },
  ]);
});

test("what the page around it looks like does not reach the widget", async ({ page, host, widget }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await host.openOverbearing();
  const embedded = host.inline('#policy zhice-check');
  await embedded.begin();
  const { width } = (await host.element("#policy zhice-check").boundingBox())!;
  const there = await stylesOf(embedded.at as Locator);

  await page.setViewportSize({ width: Math.round(width), height: 900 });
  await widget.enter("agency");
  const alone = await stylesOf(page.locator("#zhice"));
  expect(Object.keys(alone).length).toBeGreaterThan(20);
  expect(there).toEqual(alone);
});

test("the widget changes nothing of the page around it", async ({ page, host }) => {
  const nothing = { contentType: "text/javascript", body: "" };
  await page.route(`**/${loader().name}`, (route) => route.fulfill(nothing), { times: 1 });
  await host.openOverbearing();
  const before = await hostStyles(page);
  await host.openOverbearing();
  await expect(host.inline("#zone zhice-check").heading).toBeVisible();
  expect(await hostStyles(page)).toEqual(before);
});

test("a page that unsets everything still shows it", async ({ page, host }) => {
  await page.route(/unset\.css$/, (route) =>
    route.fulfill({ contentType: "text/css", body: "* { all: unset !important; letter-spacing: 1em !important }" }),
  );
  await host.open({ head: '<link rel="stylesheet" href="unset.css">', body: `${AGENCY_TAG}<zhice-check hidden></zhice-check>` });
  const element = host.element("zhice-check:not([hidden])");
  await expect(new Widget(page, element).heading).toHaveText("填报须知");
  await expect(element).toHaveCSS("display", "block");
  await expect(new Widget(page, element).heading).toHaveCSS("letter-spacing", "normal");
  await expect(host.element("zhice-check[hidden]")).toBeHidden();
});

test("where a stylesheet cannot be shared, each has a link to it", async ({ page, host }) => {
  // As in Safari before 16.4.
  await page.addInitScript(() => {
    Reflect.deleteProperty(CSSStyleSheet.prototype, "replaceSync");
    Reflect.deleteProperty(Document.prototype, "adoptedStyleSheets");
  });
  await host.open({ body: AGENCY_TAG });
  const element = host.element("zhice-check");
  await expect(element.locator(".zhice")).toHaveCSS("position", "relative");
  await expect(element.locator("link")).toHaveCount(1);
});

test("several on a page keep to themselves, in their drafts and in the history", async ({ page, host }) => {
  await host.open({ body: `<div id="one">${AGENCY_TAG}</div><div id="two">${ZONE_TAG}</div>` });
  const [one, two] = [host.inline("#one zhice-check"), host.inline("#two zhice-check")];
  await one.begin();
  await two.begin();
  await one.answerTopic("agency", 0, AGENCY);
  await two.answerTopic("zone", 0, ZONE);
  await one.goOn();
  await two.goOn();
  await one.showsTopic("agency", 1);
  await two.showsTopic("zone", 1);

  await page.goBack();
  await two.showsTopic("zone", 0);
  await expect(two.heading).toBeFocused();
  await two.showsAnswers("zone", 0, ZONE);
  await one.showsTopic("agency", 1);
  await page.goBack();
  await one.showsTopic("agency", 0);
  await expect(one.heading).toBeFocused();
  await two.showsTopic("zone", 0);
  await page.goForward();
  await one.showsTopic("agency", 1);

  await page.reload();
  await one.showsTopic("agency", 1);
  await two.showsTopic("zone", 0);
  await two.showsAnswers("zone", 0, ZONE);
  await one.button("wipe").click();
  await page.reload();
  await two.showsAnswers("zone", 0, ZONE);
  await expect(one.heading).toHaveText("填报须知");
});

test("Back finds the page before, whatever the host makes of an entry of the history", async ({ page, host }) => {
  await host.open({ body: AGENCY_TAG });
  const widget = host.inline();
  await widget.begin();
  await widget.showsTopic("agency", 0);
  await page.evaluate(() => history.replaceState({ own: 1 }, ""));
  await widget.answerTopic("agency", 0, AGENCY);
  await widget.goOn();
  await widget.showsTopic("agency", 1);
  await page.goBack();
  await widget.showsTopic("agency", 0);
  expect(await page.evaluate(() => history.state), "what the host put there stays").toMatchObject({ own: 1 });
  await page.goBack();
  await expect(widget.heading).toHaveText("填报须知");
});

test("Forward finds the page after, though the host emptied its entry of the history", async ({ page, host }) => {
  await host.open({ body: AGENCY_TAG });
  const widget = host.inline();
  await widget.begin();
  await widget.showsTopic("agency", 0);
  await page.evaluate(() => history.replaceState(null, ""));
  await page.goBack();
  await expect(widget.heading).toHaveText("填报须知");
  await page.goForward();
  await widget.showsTopic("agency", 0);
  await page.goBack();
  await expect(widget.heading).toHaveText("填报须知");
});

test("nothing is kept where the page wants it so", async ({ page, host }) => {
  await host.open({ body: AGENCY_TAG.replace(">", ' persist="none">') });
  const widget = host.inline();
  await widget.begin();
  await widget.answer("agency.in_zone", true);
  await expect(widget.saving).toContainText("不在本机保存");
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test.describe("attributes", () => {
  test("change its language at once, and it takes that of the page without one of its own", async ({ page, host }) => {
    await host.open({ body: AGENCY_TAG, lang: "EN-gb" });
    const widget = host.inline();
    widget.lang = "en";
    await widget.begin();
    await widget.goOn();
    await widget.type("agency.pledge_loans", "12a");
    await set(host, { lang: "zh-CN" });
    widget.lang = "zh";
    await widget.showsTopic("agency", 1);
    await expect(widget.control("agency.pledge_loans")).toHaveValue("12a");
    await set(host, { lang: null });
    widget.lang = "en";
    await widget.showsTopic("agency", 1);
    expect(await host.said("ready")).toHaveLength(1);
  });

  test("that change together make it anew once", async ({ host }) => {
    await host.open({ body: AGENCY_TAG });
    await expect.poll(() => host.said("ready")).toHaveLength(1);
    await set(host, { programme: "zibo-2024-city", track: "city", persist: "none" });
    await expect(host.inline().at.locator(".bar")).toContainText("淄博市国家知识产权强市建设示范城市");
    await host.inline().begin();
    await expect.poll(() => host.said("step")).toHaveLength(1);
    expect(await host.said("ready")).toHaveLength(2);
  });

  for (const [what, tag] of [
    ["programme", '<zhice-check programme="no-such-thing"></zhice-check>'],
    ["track", '<zhice-check programme="zibo-2020-zone" track="no-such-track"></zhice-check>'],
  ]) {
    test(`that name no ${what} are said in the console, and the applicant chooses`, async ({ host, watch }) => {
      watch.expects(new RegExp(`^warning: zhice: .*no ${what} .no-such`));
      await host.open({ body: tag });
      await expect(host.inline().heading).toHaveText(host.inline().word("startTitle"));
      await expect(host.inline().trackBox("agency")).toBeVisible();
      await expect.poll(() => host.heard()).toContainEqual({ name: "error", detail: { code: "attribute" } });
    });
  }

  const HOSTILE = {
    markup: '"><img src=x onerror="window.hit=1"><script>window.hit=1</script>',
    script: "javascript:window.hit=1",
    long: "a/".repeat(500_000),
    control: "\u0000\u001b\u202e\u2066\n\r\t${1}{{1}}",
    prototype: "__proto__",
  };
  for (const mode of ["inline", "frame"]) {
    for (const [what, value] of Object.entries(HOSTILE)) {
      test(`that hold ${what} are text and nothing else, ${mode}`, async ({ page, host, watch }) => {
        watch.expects(/^warning: zhice: /);
        await host.open({ body: "<main></main>" });
        const tag = { programme: value, track: value, lang: value, packs: "", persist: value, mode };
        await page.evaluate((tag) => {
          const element = document.createElement("zhice-check");
          for (const [name, value] of Object.entries(tag)) element.setAttribute(name, value);
          document.querySelector("main")?.append(element);
        }, tag);
        const widget = mode === "frame" ? host.framed() : host.inline();
        await expect(widget.heading).toHaveText(widget.word("startTitle"));
        await widget.chooseTrack("agency");
        expect(await widget.at.locator("img, script:not([src])").count()).toBe(0);
        expect(await page.evaluate(() => "hit" in window)).toBe(false);
        await expect(widget.saving).toHaveText(widget.word("saved"));
      });
    }
  }
});

test.describe("on the page", () => {
  test("it may be moved, and keeps what is only half typed", async ({ page, host }) => {
    await host.open({ body: `<div id="here">${AGENCY_TAG}</div><div id="there"></div>` });
    const widget = host.inline();
    await widget.begin();
    await widget.answerTopic("agency", 0, AGENCY);
    await widget.goOn();
    await widget.type("agency.pledge_loans", "12a");
    await page.evaluate(() => document.querySelector("#there")?.append(document.querySelector("zhice-check")!));
    await expect(widget.control("agency.pledge_loans")).toHaveValue("12a");
    await widget.answer("agency.pledge_loans", 2);
    await expect(widget.outlook).toContainText("2 万元起");
    expect(await host.said("ready")).toHaveLength(1);
  });

  test("it may be moved to another document while a text is typed, and goes on there", async ({ page, host }) => {
    await host.open({ body: `<div id="here">${AGENCY_TAG}</div><iframe></iframe>` });
    const widget = host.inline();
    await widget.begin();
    await widget.openConclusion();
    await widget.openDossier();
    await widget.field("address").pressSequentially("人民西");
    const element = (await host.element().elementHandle())!;
    await element.evaluate((element) => document.querySelector("iframe")!.contentDocument!.body.append(element));
    const there = (await element.evaluateHandle((element) => element.shadowRoot!.querySelector('[id="field-address"]')!))
      .asElement() as ElementHandle<HTMLInputElement>;
    expect(await there.inputValue()).toBe("人民西");
    await there.focus();
    await there.press("End");
    await page.keyboard.type("路 1 号");
    expect(await there.inputValue()).toBe("人民西路 1 号");
    await element.evaluate((element) => document.querySelector("#here")!.append(element));
    await expect(widget.field("address")).toHaveValue("人民西路 1 号");
    await page.reload();
    await expect(widget.field("address"), "what is kept").toHaveValue("人民西路 1 号");
  });

  test("it may be moved to another document, and keeps its style there and back", async ({ page, host }) => {
    await host.open({ body: `<div id="here">${AGENCY_TAG}</div><iframe></iframe>` });
    await expect(host.inline().heading).toBeVisible();
    const element = (await host.element().elementHandle())!;
    const looks = () =>
      element.evaluate((element) => {
        const styles = (within: Element) => element.ownerDocument.defaultView!.getComputedStyle(within);
        const button = element.shadowRoot!.querySelector("button.primary")!;
        return [styles(element).display, styles(button).backgroundColor];
      });
    const before = await looks();
    expect(before).toEqual(["block", "rgb(31, 78, 140)"]);
    await element.evaluate((element) => document.querySelector("iframe")!.contentDocument!.body.append(element));
    await expect.poll(looks).toEqual(before);
    await element.evaluate((element) => document.querySelector("#here")!.append(element));
    await expect.poll(looks).toEqual(before);
    await host.inline().begin();
    await host.inline().showsTopic("agency", 0);
  });

  test("it may be removed while it loads", async ({ page, host }) => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/\.wasm$/, async (route) => {
      await arrived;
      await route.continue();
    });
    await host.open({ body: AGENCY_TAG });
    await expect(host.inline().button("begin")).toBeVisible();
    const element = await host.element().elementHandle();
    await element?.evaluate((element) => element.remove());
    arrive();
    await page.waitForResponse(/\.wasm$/);
    await page.evaluate(() => document.body.append(document.createElement("zhice-check")));
    await expect.poll(() => host.said("ready")).toHaveLength(1);
    await host.inline().chooseTrack("agency");
    expect(await element?.evaluate((element) => element.shadowRoot?.childElementCount)).toBe(0);
    expect(await host.said("ready")).toHaveLength(1);
  });

  test("it says that it could not be loaded, shows the page's own words, and tries again", async ({
    page,
    host,
    watch,
  }) => {
    watch.expects(/^error: zhice:/);
    // The browser says so of its own accord: what comes in place of the module is not what it asked for.
    watch.expects(/503|integrity/);
    watch.expects(/^warning: zhice:/);
    for (const name of [/\.wasm$/, /\/first-[a-z0-9-]*\.json$/]) {
      await page.route(name, (route) => route.fulfill({ status: 503 }), { times: 1 });
    }
    await host.open({ body: AGENCY_TAG.replace("></", "><p>到窗口办理</p></") });
    await expect(host.element().getByRole("alert")).toContainText("没能载入");
    await expect(page.getByText("到窗口办理")).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await host.element().getByRole("button", { name: "重试" }).click();
    await expect(host.inline().heading).toHaveText("填报须知");
    await expect(page.getByText("到窗口办理")).toBeHidden();
    expect(await host.heard()).toContainEqual({ name: "error", detail: { code: "load" } });
  });

  test("it goes by the width of its column, and its bar stays within it", async ({ page, host }) => {
    await page.setViewportSize({ width: 1280, height: 700 });
    await host.openOverbearing();
    const widget = host.inline("#zone zhice-check");
    await widget.begin();
    await widget.control("zone.mechanism").scrollIntoViewIfNeeded();
    const [column, bar] = [await host.element("#zone zhice-check").boundingBox(), await widget.slip.boundingBox()];
    expect(Math.round(bar!.x)).toBe(Math.round(column!.x));
    expect(Math.round(bar!.width)).toBe(Math.round(column!.width));
    expect(Math.round(bar!.y + bar!.height), "at the foot of the window").toBe(700);
    await page.evaluate(() => scrollTo(0, 0));
    const [at, there] = [await host.element("#zone zhice-check").boundingBox(), await widget.slip.boundingBox()];
    expect(there!.y, "nothing before it is covered").toBeGreaterThan(at!.y);
  });

  test("each step begins at its top", async ({ page, host }) => {
    await page.setViewportSize({ width: 1280, height: 700 });
    await host.openOverbearing();
    const widget = host.inline("#policy zhice-check");
    await widget.button("begin").click();
    await expect(widget.slip).toBeVisible();
    const top = async () => (await host.element("#policy zhice-check").boundingBox())!.y;
    await expect.poll(async () => (await top()) >= 0 && (await top()) < 100).toBe(true);
  });
});

function set(host: Host, attributes: Record<string, string | null>): Promise<void> {
  return host.element().evaluate((element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  }, attributes);
}

/** How what stands in a widget looks, as far as its height does not come into it. */
function stylesOf(root: Locator): Promise<Record<string, Record<string, string>>> {
  return root.evaluate((root) => {
    const within = root.shadowRoot ?? root;
    const looked: Record<string, Record<string, string>> = {};
    const skipped = /height|block-size|width|inline-size|origin|inset|top|bottom|left|right|grid-template|color-scheme/;
    for (const element of within.querySelectorAll(".zhice *")) {
      const name = `${element.tagName}.${element.getAttribute("class") ?? ""}`;
      if (name in looked || element.closest("svg")) continue;
      const style = getComputedStyle(element);
      looked[name] = Object.fromEntries(
        [...style].filter((property) => !skipped.test(property)).map((property) => [property, style.getPropertyValue(property)]),
      );
    }
    return looked;
  });
}

function hostStyles(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll("html, body, body > header *, :is(h1, h2, p):not(zhice-check *), footer *");
    return [...all].flatMap((element) => {
      const style = getComputedStyle(element);
      const looked = [...style].filter((property) => !/height|block-size|origin/.test(property));
      return looked.map((property) => `${element.tagName} ${property}: ${style.getPropertyValue(property)}`);
    });
  });
}
