// What would go to the printer: caught in the page, printed by the browser, read by a reader of PDF.

import type { Browser, Page } from "@playwright/test";
import { getDocumentProxy } from "unpdf";

/** A document that was printed, as it stood. */
export interface Printed {
  title: string;
  html: string;
  style: string;
}

/** From now on, what is printed is kept in place of a dialogue. With `held` the dialogue stays open. */
export async function catchPrints(page: Page, { held = false } = {}): Promise<() => Promise<Printed[]>> {
  await page.addInitScript((held) => {
    const { replaceSync } = CSSStyleSheet.prototype;
    CSSStyleSheet.prototype.replaceSync = function (text) {
      Object.assign(this, { text });
      replaceSync.call(this, text);
    };
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      const { prints = [] } = window.top as unknown as { prints?: object[] };
      const style = document.adoptedStyleSheets.map((sheet) => Reflect.get(sheet, "text")).join("");
      prints.push({ title: document.title, html: document.documentElement.outerHTML, style });
      Object.assign(window.top as Window, { prints });
      if (!held) dispatchEvent(new Event("afterprint"));
    };
  }, held);
  return () => page.evaluate(() => (window as unknown as { prints?: Printed[] }).prints ?? []);
}

/** Lays a printed document out as the browser does for paper. */
export async function layOut(browser: Browser, { html, style }: Printed): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 658, height: 900 } });
  await page.setContent(html);
  await page.addStyleTag({ content: style });
  await page.emulateMedia({ media: "print" });
  return page;
}

/** The text of each page of a PDF, without what parts the words. */
export async function pagesOf(pdf: Buffer): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(solid(items.map((item) => ("str" in item ? item.str : "")).join("")));
  }
  return pages;
}

/** Radicals, each before the character whose glyph it shares in a font: a reader of PDF may give back the one for the other. */
const RADICALS = "⺟母⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";

/** A text without white space, its characters as they are written. */
export const solid = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2e80-\u2eff]/g, (radical) => RADICALS.charAt(RADICALS.indexOf(radical) + 1));
