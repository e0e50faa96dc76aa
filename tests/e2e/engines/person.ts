// A person before the widget, who presses, types and reads as the browser's own driver lets them.
//
// The page may be drawn anew at any time: whatever is done is tried until the thing to do it with is there.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { By, Key } from "selenium-webdriver";
import type { WebDriver, WebElement } from "selenium-webdriver";

import { misfitsIn } from "../checks";
import { zibo } from "../pack";
import type { Lang } from "../pack";
import { WORDS } from "../widget";
import type { Answer, Answers, Downloaded } from "../widget";
import type { Run } from "./engine";

/** The page that is shown; the one that says why nothing could be is beside it. */
const MAIN = "#zhice main";

export class Person {
  lang: Lang = "zh";
  readonly #driver: WebDriver;

  constructor(
    readonly run: Run,
    readonly home: string,
  ) {
    this.#driver = run.driver;
  }

  // Looking

  word(word: keyof typeof WORDS.zh): string {
    return WORDS[this.lang][word];
  }

  /** What stands there, as it is read. */
  async reads(css: string, text: string | RegExp): Promise<void> {
    await expect(async () => expect((await this.#text(css)).replace(/\s+/g, " ")).toMatch(pattern(text))).toPass();
  }

  async showsPage(title: string): Promise<void> {
    await this.reads(`${MAIN} h1`, new RegExp(`^${escaped(title)}$`));
  }

  async showsTopic(trackId: string, topic: number): Promise<void> {
    await this.showsPage(zibo.track(trackId).topics[topic].title[this.lang]);
  }

  async showsAnswers(trackId: string, topic: number, answers: Answers): Promise<void> {
    for (const id of zibo.track(trackId).topics[topic].facts) {
      if (id in answers) await this.showsAnswer(id, answers[id]);
    }
  }

  async showsAnswer(factId: string, answer: Answer): Promise<void> {
    const fact = zibo.fact(factId);
    await expect(async () => {
      if (["bool", "choice"].includes(fact.type)) {
        expect(await (await this.#option(factId, this.#label(factId, answer))).isSelected(), factId).toBe(true);
      } else if (fact.type === "set") {
        for (const { id, label } of zibo.options(fact)) {
          const box = await this.#option(factId, label[this.lang]);
          expect(await box.isSelected(), `${factId} ${id}`).toBe((answer as string[]).includes(id));
        }
      } else {
        expect(await this.value(controlOf(factId)), factId).toBe(String(answer));
      }
    }).toPass();
  }

  async value(id: string): Promise<string> {
    return (await this.#find(byId(id))).getProperty("value");
  }

  async focusIsOn(id: string): Promise<void> {
    await expect(async () => {
      expect(await (await this.#driver.switchTo().activeElement()).getAttribute("id")).toBe(id);
    }).toPass();
  }

  /** There is none to be seen. */
  async isGone(css: string): Promise<void> {
    await expect(async () => {
      const all = await this.#driver.findElements(By.css(css));
      expect(await Promise.all(all.map((one) => one.isDisplayed()))).not.toContain(true);
    }).toPass();
  }

  /** What is wrong with the layout of the page as it stands. */
  async misfits(): Promise<string[]> {
    return this.#driver.executeScript(misfitsIn, 13);
  }

  async complaints(): Promise<string> {
    return this.#driver.executeScript(() => sessionStorage.getItem("complaints") ?? "");
  }

  async picture(): Promise<Buffer> {
    return Buffer.from(await this.#driver.takeScreenshot(), "base64");
  }

  // Going

  async openPage(path: string): Promise<void> {
    await this.#driver.switchTo().defaultContent();
    await this.#driver.get(this.home + path);
    await this.run.watch();
  }

  /** Goes into the frame of the widget on a page of somebody else's. */
  async enterFrame(): Promise<void> {
    await expect(async () => {
      const frame = await this.#driver.executeScript<WebElement | null>(() =>
        document.querySelector("zhice-check")?.shadowRoot?.querySelector("iframe"),
      );
      expect(frame).not.toBeNull();
      await this.#driver.switchTo().frame(frame);
    }).toPass();
  }

  async leaveFrame(): Promise<void> {
    await this.#driver.switchTo().defaultContent();
  }

  async open(): Promise<void> {
    await this.openPage("");
    await this.showsPage(this.word("startTitle"));
  }

  async reload(): Promise<void> {
    await this.#driver.navigate().refresh();
    await this.run.watch();
  }

  /** The way back that every browser has. */
  async browserBack(): Promise<void> {
    await this.#driver.navigate().back();
  }

  async chooseTrack(id: string): Promise<void> {
    await this.#click(By.css(`[data-programme="${zibo.file.id}"] [data-track="${id}"] input`));
    await this.press("start");
  }

  /** Goes from the first page to the first topic of a track. */
  async enter(trackId: string): Promise<void> {
    await this.open();
    await this.chooseTrack(trackId);
    await this.press("begin");
    await this.showsTopic(trackId, 0);
  }

  async press(word: keyof typeof WORDS.zh): Promise<void> {
    await this.#click(By.xpath(`//button[normalize-space()="${this.word(word)}"]`));
  }

  async pressIn(css: string): Promise<void> {
    await this.#click(By.css(css));
  }

  async goOn(): Promise<void> {
    await this.press("continue");
  }

  async switchLanguage(): Promise<void> {
    await this.press("language");
    this.lang = this.lang === "zh" ? "en" : "zh";
  }

  // Answering

  /** Answers topic after topic from the one shown, and ends on the conclusion. */
  async answerFrom(trackId: string, topic: number, answers: Answers): Promise<void> {
    const { topics } = zibo.track(trackId);
    for (let at = topic; at < topics.length; at += 1) {
      await this.showsTopic(trackId, at);
      await this.answerTopic(trackId, at, answers);
      await this.goOn();
    }
  }

  async answerTopic(trackId: string, topic: number, answers: Answers): Promise<void> {
    for (const id of zibo.track(trackId).topics[topic].facts) {
      if (id in answers) await this.answer(id, answers[id]);
    }
  }

  async answer(factId: string, answer: Answer): Promise<void> {
    const fact = zibo.fact(factId);
    if (["bool", "choice"].includes(fact.type)) {
      await this.#choose(factId, this.#label(factId, answer), true);
    } else if (fact.type === "set") {
      for (const { id, label } of zibo.options(fact)) {
        await this.#choose(factId, label[this.lang], (answer as string[]).includes(id));
      }
    } else {
      await this.type(controlOf(factId), String(answer), Key.TAB);
    }
  }

  /** Types into a field in place of what it holds. */
  async type(id: string, ...keys: string[]): Promise<void> {
    await expect(async () => {
      const field = await this.#find(byId(id));
      await field.clear();
      await field.sendKeys(...keys);
    }).toPass();
  }

  /** Presses keys in a field as it stands. */
  async keys(id: string, ...keys: string[]): Promise<void> {
    await this.#driver.executeScript((id: string) => document.getElementById(id)?.focus(), id);
    await this.#driver
      .actions()
      .sendKeys(...keys)
      .perform();
  }

  async fillIn(fields: Record<string, string>): Promise<void> {
    for (const [name, text] of Object.entries(fields)) await this.type(`field-${name}`, text);
  }

  /** Ticks the box that is labelled so. */
  async tick(label: string): Promise<void> {
    await this.#click(By.xpath(`//label[normalize-space()="${label}"]`));
  }

  /** Presses the button and takes what comes down. */
  async download(): Promise<Downloaded> {
    await this.press("download");
    let name = "";
    await expect(async () => {
      const complete = (await readdir(this.run.downloads)).filter((name) => name.endsWith(".json"));
      expect(complete).toHaveLength(1);
      name = complete[0];
    }).toPass();
    return { name, text: await readFile(join(this.run.downloads, name), "utf8") };
  }

  async #choose(factId: string, label: string, wanted: boolean): Promise<void> {
    await expect(async () => {
      const box = await this.#option(factId, label);
      if ((await box.isSelected()) !== wanted) await this.#pressOn(box);
      expect(await box.isSelected(), `${factId} ${label}`).toBe(wanted);
    }).toPass();
  }

  async #click(by: By): Promise<void> {
    await expect(async () => this.#pressOn(await this.#find(by))).toPass();
  }

  /**
   * A driver scrolls no further than to the edge, where the conclusion stands on a phone; a person does. A press is
   * lost where the page moves under the pointer at that moment; a person presses again. A control that the module's own
   * has taken the place of by then is pressed all the same.
   */
  async #pressOn(element: WebElement): Promise<void> {
    await this.#driver.executeAsyncScript((one: HTMLElement, done: () => void) => {
      const nameOf = (of: Element) => [of.tagName, of.id, of.getAttribute("aria-label"), of.textContent].join("|");
      const { ownerDocument: page } = one;
      const name = nameOf(one);
      page.documentElement.dataset.pressed = "no";
      const note = (event: Event) => {
        const isMeant = event.composedPath().some((on) => on instanceof Element && nameOf(on) === name);
        page.documentElement.dataset.pressed = isMeant ? "yes" : "other";
      };
      page.addEventListener("click", note, { once: true, capture: true });
      one.scrollIntoView({ block: "center" });
      requestAnimationFrame(() => requestAnimationFrame(() => done()));
    }, element);
    await element.click();
    const pressed = () => this.#driver.executeScript(() => document.documentElement.dataset.pressed);
    await expect(async () => expect(await pressed()).toBe("yes")).toPass({ timeout: 2_000 });
  }

  async #option(factId: string, label: string): Promise<WebElement> {
    const control = await this.#find(byId(controlOf(factId)));
    return control.findElement(By.xpath(`.//label[normalize-space()="${label}"]/input`));
  }

  #find(by: By): Promise<WebElement> {
    return this.#driver.findElement(by);
  }

  async #text(css: string): Promise<string> {
    return (await this.#find(By.css(css))).getText();
  }

  #label(factId: string, answer: Answer): string {
    if (typeof answer === "boolean") return this.word(answer ? "yes" : "no");
    const option = zibo.options(zibo.fact(factId)).find(({ id }) => id === answer);
    return option?.label[this.lang] ?? this.word("unsure");
  }
}

export function controlOf(factId: string): string {
  return `fact-${factId}`;
}

/** Ids of facts hold dots, which a selector would take for classes. */
function byId(id: string): By {
  return By.css(`[id="${id}"]`);
}

function pattern(text: string | RegExp): RegExp {
  return typeof text === "string" ? new RegExp(escaped(text)) : text;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
