// What one answer changes on the page: the nodes that say something else now, and no others.

import type { Page } from "@playwright/test";

import { AGENCY } from "./cases";
import { expect, test } from "./fixture";
import { zibo } from "./pack";
import type { Widget } from "./widget";

/** Where a page says how far it is answered: its row in the list, and the line and the bar for narrow places. */
const COUNTERS = [
  "ol.topics > li [data-state]",
  "span.topics-mark text",
  "span.unseen text",
  "p.steps-page text",
];
/** The verdict, its colour, and the sentence of it for those who listen. */
const VERDICT = ["aside.aside.slip [data-truth]", "p.in-short-verdict text", "p.unseen text"];
/** A question that is answered leaves the list of those that are missing, the next comes in, and fewer are left. */
const MISSING = ["ul.slip-missing - li", "ul.slip-missing + li", "p.slip-note text"];
const PIECE = "i.now [data-state]";

/**
 * Begins to note every change in the document and in the shadow trees of it; gives, and forgets, what was noted. What is
 * set to what it was is noted as well: that is work for nothing.
 */
async function changes(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const name = (node: Node | null): string => {
      if (node instanceof ShadowRoot) return "";
      if (!(node instanceof Element)) return node ? name(node.parentNode) : "";
      const classes = [...node.classList].map((one) => `.${one}`).join("");
      return classes ? node.localName + classes : `${name(node.parentNode)} > ${node.localName}`;
    };
    const nodes = (list: NodeList) => [...list].filter((node) => node instanceof Element).map((node) => (node as Element).localName);
    const write = ({ type, target, attributeName, removedNodes, addedNodes }: MutationRecord): string[] => {
      if (type === "attributes") return [`${name(target)} [${attributeName}]`];
      if (type === "characterData") return [`${name(target)} text`];
      const [gone, come] = [nodes(removedNodes), nodes(addedNodes)];
      return [...gone.map((one) => `${name(target)} - ${one}`), ...come.map((one) => `${name(target)} + ${one}`)];
    };
    const noted: string[] = [];
    const observer = new MutationObserver((records) => noted.push(...records.flatMap(write)));
    const roots = [document, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    for (const root of roots) {
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    }
    Object.assign(window, { noted });
  });
  return () =>
    page.evaluate(async () => {
      // What follows from an answer is there within a frame.
      for (let frame = 0; frame < 2; frame += 1) await new Promise((painted) => requestAnimationFrame(painted));
      return (window as unknown as { noted: string[] }).noted.splice(0).sort();
    });
}

async function firstAnswers(widget: Widget): Promise<void> {
  const noted = await changes(widget.page);
  await widget.answer("agency.patent_licensed", true);
  await expect(widget.slip).toContainText("还有 12 个问题会影响结论");
  expect(await noted(), "the verdict stays").toEqual([...MISSING, ...COUNTERS, PIECE].sort());
  await widget.answer("agency.in_zone", true);
  await expect(widget.said).toContainText(widget.word("eligible"));
  expect(await noted(), "the verdict changes").toEqual([...VERDICT, ...MISSING, ...COUNTERS, PIECE].sort());
  await widget.option("agency.in_zone", true).click();
  expect(await noted(), "the same answer").toEqual([]);
}

test("an answer changes what it is about, and nothing else", async ({ widget }) => {
  await widget.enter("agency");
  await firstAnswers(widget);
});

test("so it is on a page of somebody else's", async ({ host }) => {
  await host.open({ body: `<zhice-check programme="${zibo.file.id}" track="agency"></zhice-check>` });
  const widget = host.inline();
  await widget.begin();
  await expect(widget.saving).toContainText(widget.word("saved"));
  await firstAnswers(widget);
});

test("a figure changes the sum, and nothing else", async ({ widget }) => {
  await widget.enter("agency");
  await widget.answerTopic("agency", 0, AGENCY);
  await widget.goOn();
  await widget.answer("agency.pledge_loans", 2);
  await expect(widget.outlook).toContainText("2 万元");
  await widget.control("agency.pledge_loans").focus();
  const noted = await changes(widget.page);
  await widget.type("agency.pledge_loans", "3");
  await expect(widget.outlook).toContainText("3 万元");
  expect(await noted()).toEqual(["p.in-short-total > b text"]);
});
