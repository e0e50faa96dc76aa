// The widget as a person uses it.

import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import type { FrameLocator, Locator, Page } from "@playwright/test";

import { zibo } from "./pack";
import type { Fact, Lang, Programme, Track } from "./pack";

/** An answer as an answers file has it; `null` is 暂不清楚. */
export type Answer = boolean | number | string | string[] | null;
export type Answers = Record<string, Answer>;

/** The words on which the tests press or rely. */
export const WORDS = {
  zh: {
    language: "English",
    large: "长辈模式",
    normal: "标准字号",
    start: "开始自测",
    goOn: "接着填写",
    begin: "开始填写",
    continue: "继续",
    back: "上一步",
    toDossier: "填写单位信息",
    answerThis: "去填写",
    wipe: "清除本机数据",
    undo: "撤销",
    oldFile: "下载原文件",
    rename: "更名",
    copy: "复制",
    delete: "删除",
    download: "下载草稿（JSON）",
    downloadWord: "下载 Word 文档",
    downloaded: "草稿已交给浏览器下载。",
    print: "打印",
    whatIf: "试算",
    keep: "保留",
    discard: "放弃",
    remove: "移出试算",
    open: "展开",
    close: "收起",
    yes: "是",
    no: "否",
    all: "以上都有",
    none: "以上都没有",
    unsure: "暂不清楚",
    saved: "已保存在本机浏览器",
    notSaved: "未能保存",
    damaged: "上次保存的内容无法读取",
    startTitle: "先自测，再申报",
    dossierTitle: "申报信息",
    finishTitle: "核对与下载",
    met: "初步符合",
    not: "尚不符合",
    unknown: "需补充信息",
    judged: "由主管部门判断",
    eligible: "初步符合条件",
    ineligible: "尚不符合条件",
    packFaults: "有政策包未能启用。",
    packFaultsOpen: "查看原因",
    leavePacks: "回到起步页",
    working: "怎样得出",
    tryOut: "试试看",
    calendar: "下载日程（.ics）",
    downloadEntered: "下载已填内容",
    wipeEntered: "清除已填内容",
    clearForGood: "不留撤销，彻底清除",
    takeTheirs: "用那边的",
    takeTheirsCopying: "用那边的，这里的改动留作副本",
    keepOursCopying: "用这里的，那边的改动留作副本",
    clearHereToo: "这里也清除",
    keepHere: "保留这里的内容，重新保存",
    setAsideAndSave: "把它另存，保存这里的内容",
    shelve: "放入草稿列表",
    reopen: "重新打开",
    moveAside: "移开草稿，重新开始",
    stopped: "本页出了问题，已经停下",
  },
  en: {
    language: "中文",
    large: "Large type",
    normal: "Normal type",
    start: "Start",
    goOn: "Go on",
    begin: "Begin",
    continue: "Continue",
    back: "Back",
    toDossier: "Fill in the details",
    answerThis: "Answer",
    wipe: "Clear data on this device",
    undo: "Undo",
    oldFile: "Download the old file",
    rename: "Rename",
    copy: "Copy",
    delete: "Delete",
    download: "Download the draft (JSON)",
    downloadWord: "Download as Word",
    downloaded: "The draft was handed to the browser for download.",
    print: "Print",
    whatIf: "What if",
    keep: "Keep",
    discard: "Discard",
    remove: "Remove",
    open: "Open",
    close: "Close",
    yes: "Yes",
    no: "No",
    all: "All of these",
    none: "None of these",
    unsure: "Not sure yet",
    saved: "Saved in this browser",
    notSaved: "Not saved",
    damaged: "What was saved last time could not be read",
    startTitle: "Check first, then apply",
    dossierTitle: "Application details",
    finishTitle: "Check and download",
    met: "preliminarily meets",
    not: "does not meet yet",
    unknown: "needs more information",
    judged: "for the authority to judge",
    eligible: "Preliminarily meets the conditions",
    ineligible: "Does not meet the conditions yet",
    packFaults: "A policy pack could not be used.",
    packFaultsOpen: "See why",
    leavePacks: "Back to the first page",
    working: "How this comes about",
    tryOut: "Try it",
    calendar: "Download the days (.ics)",
    downloadEntered: "Download what was entered",
    wipeEntered: "Clear what was entered",
    clearForGood: "Clear for good",
    takeTheirs: "Use the other window’s",
    takeTheirsCopying: "Use the other window’s; keep a copy of mine",
    keepOursCopying: "Use mine; keep a copy of the other’s",
    clearHereToo: "Clear it here too",
    keepHere: "Keep what is here and save it again",
    setAsideAndSave: "Set it aside and save what is here",
    shelve: "Put on my list of drafts",
    reopen: "Open again",
    moveAside: "Move the drafts aside and start afresh",
    stopped: "This page has stopped",
  },
} as const satisfies Record<Lang, Record<string, string>>;

type Word = keyof typeof WORDS.zh;

/** A file that the widget handed to the browser. */
export interface Downloaded {
  name: string;
  text: string;
}

export interface Taken {
  name: string;
  content: Buffer;
}

export class Widget {
  /** The language it shows. */
  lang: Lang = "zh";
  /** The programme it is used for. */
  programme: Programme = zibo;

  readonly whatIf: WhatIf;

  /** `at` is where it stands, on a page that holds more than the widget. */
  constructor(
    readonly page: Page,
    readonly at: Page | Locator | FrameLocator = page,
  ) {
    this.whatIf = new WhatIf(this);
  }

  // Looking

  word(word: Word): string {
    return WORDS[this.lang][word];
  }

  get main(): Locator {
    return this.at.locator("main:not([hidden])");
  }

  get heading(): Locator {
    return this.main.locator("h1");
  }

  get saving(): Locator {
    return this.at.locator("header .saving");
  }

  /** What another window gave rise to, to be decided. */
  get elsewhere(): Locator {
    return this.at.locator("main [role=alert].question-elsewhere");
  }

  /** The texts that could not be read, each with its buttons. */
  get setAside(): Locator {
    return this.at.locator("[data-set-aside]");
  }

  /** What happened that a person should know, above the page. */
  get message(): Locator {
    return this.main.locator(".message");
  }

  /** The conclusion so far, beside the questions. */
  get slip(): Locator {
    return this.at.locator("aside.slip");
  }

  /** The verdict and the sum in it, as they are seen. */
  get outlook(): Locator {
    return this.slip.locator(".in-short");
  }

  /** What those hear of it who cannot see it. */
  get said(): Locator {
    return this.slip.getByRole("status");
  }

  get errorSummary(): Locator {
    return byId(this.at, "error-summary");
  }

  track(id: string): Track {
    return this.programme.track(id);
  }

  fact(id: string): Fact {
    return this.programme.fact(id);
  }

  button(word: Word): Locator {
    return this.at.getByRole("button", { name: this.word(word), exact: true });
  }

  /** The control of a fact: its field, or the group of its options. */
  control(factId: string): Locator {
    return byId(this.at, `fact-${factId}`);
  }

  /** The whole question of a fact. */
  question(factId: string): Locator {
    return byId(this.at, `question-${factId}`);
  }

  /** What is wrong with the answer to a fact. */
  error(factId: string): Locator {
    return byId(this.at, `fact-${factId}-error`);
  }

  /** A field about the applicant. */
  field(name: string): Locator {
    return byId(this.at, `field-${name}`);
  }

  fieldError(name: string): Locator {
    return byId(this.at, `field-${name}-error`);
  }

  /** One of the options of a fact; `null` is 暂不清楚. */
  option(factId: string, value: boolean | string | null): Locator {
    return this.control(factId).getByLabel(this.#label(factId, value), { exact: true });
  }

  /** The drafts on this device, on the first page. */
  get drafts(): Locator {
    return this.at.locator("[data-draft]");
  }

  /** A button of one of them; its name goes on with the title of the draft. */
  draftButton(index: number, word: Word): Locator {
    return this.drafts.nth(index).getByRole("button", { name: new RegExp(`^${this.word(word)}`) });
  }

  /** The row of a measure of support in the conclusion. */
  measure(id: string): Locator {
    return this.at.locator(`[data-measure="${id}"]`);
  }

  /** The row of an indicator in the conclusion. */
  indicator(id: string): Locator {
    return this.at.locator(`[data-indicator="${id}"]`);
  }

  /** The row of a condition in the conclusion. */
  condition(trackId: string, id: string): Locator {
    const title = this.track(trackId).conditions.find((condition) => condition.id === id)?.title[this.lang];
    return this.main.locator("li.row", { has: this.page.getByText(title ?? id, { exact: true }) });
  }

  /** Begins to note what status messages say; gives, and forgets, what was said since it was last asked. */
  async listen(): Promise<() => Promise<string[]>> {
    await this.page.evaluate(() => {
      const said: string[] = [];
      const regions = (node: Node): Element[] => {
        const element = node instanceof Element ? node : node.parentElement;
        const around = element?.closest("[role=status], [role=alert]");
        return around ? [around] : [...(element?.querySelectorAll("[role=status], [role=alert]") ?? [])];
      };
      const changed = ({ type, target, addedNodes }: MutationRecord) =>
        type === "childList" ? [...addedNodes].flatMap(regions) : regions(target);
      const observer = new MutationObserver((records) => {
        for (const region of new Set(records.flatMap(changed))) {
          const text = region.textContent?.trim();
          if (text) said.push(text);
        }
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { said });
    });
    return () => this.page.evaluate(() => (window as unknown as { said: string[] }).said.splice(0));
  }

  /** The fold within a part of the conclusion that says how it comes about. */
  working(within: Locator): Locator {
    return within.locator("details.working", { hasText: this.word("working") });
  }

  // Doing

  /** Opens the row of a finding, and what it is folded away in. */
  async openRow(row: Locator): Promise<void> {
    const drawer = this.main.locator("details.drawer:not([open])", { has: row });
    if ((await drawer.count()) > 0) await drawer.locator("> summary").click();
    const fold = row.locator("xpath=descendant-or-self::details[contains(@class, 'row-fold')]");
    if ((await fold.getAttribute("open")) === null) await fold.locator("> summary").click();
  }

  /** Opens the passages that can be read in more than one way. */
  async openReadings(): Promise<void> {
    for (const reading of await this.main.locator("details.reading:not([open])").elementHandles()) {
      await (await reading.$("summary"))!.click();
    }
  }

  /** Opens a list of the document by its heading. */
  async openList(title: string): Promise<void> {
    await this.main.locator("details.listed > summary", { hasText: title }).click();
  }

  async open(): Promise<void> {
    await this.page.goto("./");
    await expect(this.heading).toBeVisible();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await expect(this.heading).toBeVisible();
  }

  async chooseTrack(id: string): Promise<void> {
    await this.pickTrack(id);
    await this.button("start").click();
    await expect(this.button("begin")).toBeVisible();
  }

  /** The box of a track on the first page. */
  trackBox(id: string, programme = this.programme.file.id): Locator {
    return this.at.locator(`[data-programme="${programme}"] [data-track="${id}"]`).getByRole("checkbox");
  }

  /** Ticks a track on the first page. */
  async pickTrack(id: string, programme?: string): Promise<void> {
    await this.trackBox(id, programme).check();
  }

  async begin(): Promise<void> {
    await this.button("begin").click();
    await expect(this.slip).toBeVisible();
  }

  /** Goes from the first page to the first topic of a track. */
  async enter(id: string): Promise<void> {
    await this.open();
    await this.chooseTrack(id);
    await this.begin();
  }

  async answer(factId: string, answer: Answer): Promise<void> {
    if (answer === null) return await this.unsure(factId);
    await this.unfold(factId);
    const { type } = this.fact(factId);
    if (type === "set") return await this.#tick(factId, answer as string[]);
    if (type === "bool" || type === "choice") return await this.option(factId, answer as boolean | string).check();
    await this.type(factId, this.#typed(factId, answer));
    await this.control(factId).blur();
  }

  /** Opens what a question that changes nothing any more is folded away in. */
  async unfold(factId: string): Promise<void> {
    // What the answer before this one has folded is folded within a frame.
    await this.page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
    const fold = this.at.locator("details.idle:not([open])", { has: byId(this.page, `fact-${factId}`) });
    if ((await fold.count()) > 0) await fold.locator("> summary").click();
  }

  /** Types into the field of a fact and stays there. */
  async type(factId: string, text: string): Promise<void> {
    await this.control(factId).fill(text);
  }

  async unsure(factId: string): Promise<void> {
    await this.unfold(factId);
    const { type } = this.fact(factId);
    const isChoice = type === "bool" || type === "choice" || type === "set";
    if (isChoice) await this.option(factId, null).check();
    else
      await this.question(factId)
        .getByRole("button", { name: this.word("unsure"), exact: true })
        .click();
  }

  /** Goes to the question of the agency track that has a list, and unfolds it. */
  async enterList(id: string): Promise<Locator> {
    await this.enter("agency");
    const { topics } = this.track("agency");
    const at = topics.findIndex(({ facts }) => facts.includes(id));
    for (let topic = 0; topic < at; topic += 1) {
      await this.showsTopic("agency", topic);
      await this.goOn();
    }
    await this.showsTopic("agency", at);
    const list = this.question(id);
    await list.locator(".list-drawer > summary").click();
    await expect(list.getByRole("button", { name: "添加一行" })).toBeVisible();
    return list;
  }

  /** Answers what the page asks and the answers hold. */
  async answerTopic(trackId: string, topic: number, answers: Answers): Promise<void> {
    for (const id of this.track(trackId).topics[topic].facts) {
      if (id in answers && (await this.isAsked(id))) await this.answer(id, answers[id]);
    }
  }

  /** Answers topic after topic, from the first on, and ends on the conclusion. */
  async answerAll(trackId: string, answers: Answers): Promise<void> {
    for (const [index, topic] of this.track(trackId).topics.entries()) {
      await expect(this.heading).toHaveText(topic.title[this.lang]);
      await this.answerTopic(trackId, index, answers);
      await this.goOn();
    }
    await expect(this.button("toDossier")).toBeVisible();
  }

  /**
   * Opens the conclusion of a track with these answers, as a person does who comes back to a draft on this device.
   * Where the way there is not what a test is about, it is the shorter one.
   */
  async conclude(trackId: string, answers: Answers): Promise<void> {
    const session = sessionOf(this.programme.file.id, trackId, answers);
    // A page of the same origin without a widget, which would be in the way.
    await this.page.goto("./materials.html");
    await this.page.evaluate((text) => localStorage.setItem("zhice.session", text), JSON.stringify(session));
    await this.open();
    await expect(this.button("toDossier")).toBeVisible();
  }

  /** A question that another answer calls for is there within a frame, or not at all. */
  async isAsked(factId: string): Promise<boolean> {
    if (!this.fact(factId).asked_when) return true;
    await this.page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
    return await this.control(factId).isVisible();
  }

  async goOn(): Promise<void> {
    await this.button("continue").click();
  }

  async goBack(): Promise<void> {
    await this.button("back").click();
  }

  /** Opens a step of the way by its place in the list, from 0 (身份与事项) to 5 (核对与下载). */
  async openStep(index: number): Promise<void> {
    await this.at.locator("nav.steps > ol > li").nth(index).locator("> button").click();
  }

  async openConclusion(): Promise<void> {
    await this.openStep(3);
    await expect(this.button("toDossier")).toBeVisible();
  }

  async openDossier(): Promise<void> {
    await this.button("toDossier").click();
    // A self-evaluation has a name of its own for it.
    await expect(this.heading).toHaveText(this.lang === "zh" ? /^(申报|填报)信息$/ : /^(Application|Report) details$/);
  }

  async fillIn(fields: Record<string, string>): Promise<void> {
    for (const [name, text] of Object.entries(fields)) await this.field(name).fill(text);
  }

  async openFinish(): Promise<void> {
    await this.goOn();
    await expect(this.heading).toHaveText(this.word("finishTitle"));
  }

  async switchLanguage(): Promise<void> {
    await this.button("language").click();
    this.lang = this.lang === "zh" ? "en" : "zh";
    await expect(this.button("language")).toBeVisible();
  }

  async switchLargeType(): Promise<void> {
    const button = this.at.locator("header .type-size");
    const before = await button.innerText();
    await button.click();
    // A press on the first page waits for the module.
    await expect(button).not.toHaveText(before);
  }

  /** Presses the button and takes what comes down. */
  async take(word: Word): Promise<Taken> {
    const coming = this.page.waitForEvent("download");
    await this.button(word).click();
    const download = await coming;
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  }

  async download(word: "download" | "oldFile" | "calendar" | "downloadEntered" = "download"): Promise<Downloaded> {
    const { name, content } = await this.take(word);
    return { name, text: content.toString("utf8") };
  }

  /** Hands in a draft file on the first page. */
  async bring(name: string, content: string | Buffer): Promise<void> {
    const file = { name, mimeType: "application/json", buffer: Buffer.from(content as string) };
    await this.at.locator('input[type="file"]').setInputFiles(file);
  }

  // Checking

  async showsTopic(trackId: string, topic: number): Promise<void> {
    await expect(this.heading).toHaveText(this.track(trackId).topics[topic].title[this.lang]);
  }

  /** Each answer stands where it was given. */
  async showsAnswers(trackId: string, topic: number, answers: Answers): Promise<void> {
    for (const id of this.track(trackId).topics[topic].facts) {
      if (id in answers) await this.showsAnswer(id, answers[id]);
    }
  }

  async showsAnswer(factId: string, answer: Answer): Promise<void> {
    const of = this.fact(factId);
    if (of.type === "set") {
      for (const { id } of this.programme.options(of)) {
        await expect(this.option(factId, id)).toBeChecked({ checked: (answer as string[]).includes(id) });
      }
    } else if (of.type === "bool" || of.type === "choice") {
      await expect(this.option(factId, answer as boolean | string | null)).toBeChecked();
    } else {
      await expect(this.control(factId)).toHaveValue(answer === null ? "" : this.#typed(factId, answer));
    }
  }

  async #tick(factId: string, wanted: string[]): Promise<void> {
    const all = this.programme.options(this.fact(factId)).map(({ id }) => id);
    const box = (word: Word) => this.control(factId).getByLabel(this.word(word), { exact: true });
    if (wanted.length === all.length) await box("all").check();
    else if (wanted.length === 0) await box("none").check();
    else for (const id of all) await this.option(factId, id).setChecked(wanted.includes(id));
  }

  /** An answer as it is typed: a sum of money in 万元. */
  #typed(factId: string, answer: Answer): string {
    if (this.fact(factId).type !== "money" || !/^[\d.]+$/.test(String(answer))) return String(answer);
    const [yuan, decimals = ""] = String(answer).split(".");
    const digits = yuan.padStart(5, "0");
    return `${digits.slice(0, -4)}.${digits.slice(-4)}${decimals}`.replace(/\.?0+$/, "");
  }

  #label(factId: string, value: boolean | string | null): string {
    if (value === null) return this.word("unsure");
    if (typeof value === "boolean") return this.word(value ? "yes" : "no");
    const option = this.programme.options(this.fact(factId)).find(({ id }) => id === value);
    if (!option) throw new Error(`${factId} has no option ${value}`);
    return option.label[this.lang];
  }
}

/** What this device keeps of a draft that stands at its conclusion, letter by letter. */
function sessionOf(programme: string, track: string, answers: Answers): object {
  const ids = Object.keys(answers).sort();
  const inOrder = (answer: Answer) => (Array.isArray(answer) ? answer.toSorted() : answer);
  const known = ids.filter((id) => answers[id] !== null).map((id) => [id, inOrder(answers[id])]);
  const now = new Date();
  const twoDigits = (number: number) => String(number).padStart(2, "0");
  const open = {
    key: 1,
    name: "",
    entries: [{ id: { programme, track }, narratives: {}, materials: {}, declarations: [] }],
    at: 0,
    as_of: `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`,
    readings: {},
    answers: Object.fromEntries(known),
    typed: {},
    left: [],
    unsure: ids.filter((id) => answers[id] === null),
    applicant: {},
    evidence: {},
  };
  return { format: "zhice.session/2", lang: "zh", large: false, page: "conclusion", open, shelf: [] };
}

/** 试算 beside the conclusion. */
export class WhatIf {
  constructor(readonly widget: Widget) {}

  get panel(): Locator {
    return this.widget.at.locator("aside.what-if");
  }

  get heading(): Locator {
    return this.panel.getByRole("heading", { name: this.widget.word("whatIf") });
  }

  /** Before and after. */
  get result(): Locator {
    return this.panel.locator(".what-if-result");
  }

  /** What those hear who cannot see it. */
  get said(): Locator {
    return this.panel.locator("> .aside-body > [role=status]");
  }

  /** Above the conclusion, while it is only tried out. */
  get note(): Locator {
    return this.widget.main.locator(".what-if-note");
  }

  get choice(): Locator {
    return byId(this.widget.at, "what-if-choice");
  }

  get chooseButton(): Locator {
    return this.panel.locator(".what-if-choice button");
  }

  /** Takes the question of a fact into the panel. */
  async open(factId: string): Promise<void> {
    await this.choice.selectOption(factId);
    await this.chooseButton.click();
    await expect(this.widget.control(factId)).toBeVisible();
  }

  async remove(factId: string): Promise<void> {
    const label = this.widget.fact(factId).label[this.widget.lang];
    await this.panel.getByRole("button", { name: `${this.widget.word("remove")}${this.widget.lang === "zh" ? "：" : ": "}${label}` }).click();
  }

  async keep(): Promise<void> {
    await this.widget.button("keep").click();
  }

  async discard(): Promise<void> {
    await this.widget.button("discard").click();
  }
}

/** Ids of facts hold dots, which a selector would take for classes. */
function byId(at: Widget["at"], id: string): Locator {
  return at.locator(`[id="${id}"]`);
}
