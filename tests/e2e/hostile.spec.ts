// Packs and drafts that would like to do more than be read: whatever they say is text, on every page and on paper.

import { writeFileSync } from "node:fs";
import type { Page, TestInfo } from "@playwright/test";

import { AGENCY, ZONE, fullest } from "./cases";
import { unfold } from "./checks";
import { expect, test } from "./fixture";
import { Programme, programme, zibo } from "./pack";
import type { Answers, Widget } from "./widget";
import { zhice } from "./zhice";

/** Everything a text may hold. If any of it comes to life, it leaves a trace. */
const TEXTS = [
  '<img data-hostile src="/hostile.png" onerror="window.hostile=1">',
  "<script data-hostile>window.hostile=1</script><!--",
  '"><svg data-hostile onload="window.hostile=1">',
  "' onfocus='window.hostile=1' autofocus='",
  '<a data-hostile href="javascript:window.hostile=1">a</a>',
  "javascript:window.hostile=1",
  "</textarea></title></style><iframe data-hostile src='/hostile.html'></iframe>",
  "]]>&lt;b data-hostile&gt;&amp;&#60;",
  "=1+1",
  "+cmd|' /C calc'!A0",
  "@SUM(A1)",
  "-2+3",
  "[a](javascript:window.hostile=1) `b` **c** | d",
  "a\nATTENDEE:mailto:x@x.invalid\nEND:VEVENT",
  "a\u2028b\u2029c",
  "${window.hostile=1} {{constructor.constructor('window.hostile=1')()}}",
];

/** Units that go with whatever is counted: the checker knows them by their words. */
const COUNTING_WORDS = ["个", "项"];

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The same pack with each text in both languages and each citation hostile; what was the same stays the same. */
function poisoned(text: string): Programme {
  const said = new Map<string, string>();
  const walk = (json: Json): Json => {
    if (Array.isArray(json)) return json.map(walk);
    if (json === null || typeof json !== "object") return json;
    const isText = "zh" in json && "en" in json;
    const field = ([key, value]: [string, Json]): [string, Json] => {
      if (typeof value !== "string") return [key, walk(value)];
      if (["cite", "cite_en", "number", "version"].includes(key)) return [key, TEXTS[value.length % TEXTS.length] + value];
      if (!isText || COUNTING_WORDS.includes(value)) return [key, value];
      const was = `${key} ${value}`;
      const count = said.size + 1;
      if (!said.has(was)) said.set(was, `${TEXTS[count % TEXTS.length]} ${key}${count}`);
      return [key, said.get(was)!];
    };
    return Object.fromEntries(Object.entries(json).map(field));
  };
  return new Programme(JSON.stringify(walk(JSON.parse(text))));
}

/** The portal brings this pack. */
async function bring(page: Page, text: string): Promise<void> {
  await page.route("**/", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/id="?zhice"?/, `$& data-packs="packs/hostile.json"`);
    await route.fulfill({ response, body });
  });
  await page.route("**/packs/hostile.json", (route) => route.fulfill({ contentType: "application/json", body: text }));
}

/** A draft on a track of a pack, hostile in everything an applicant may add. */
function draftOf(pack: Programme, track: string, answers: Answers, info: TestInfo): string {
  const { topics, narratives } = pack.track(track) as ReturnType<Programme["track"]> & { narratives: { id: string }[] };
  const texts = (ids: string[]) => Object.fromEntries(ids.map((id, at) => [id, TEXTS[at % TEXTS.length]]));
  const dossier = {
    applicant: texts(["name", "credit_code", "legal_representative", "contact", "mobile", "landline", "email", "address"]),
    narratives: texts(narratives.map(({ id }) => id)),
    evidence: texts(topics.flatMap(({ facts }) => facts)),
  };
  const [packFile, dossierFile] = [info.outputPath("pack.json"), info.outputPath("dossier.json")];
  writeFileSync(packFile, pack.text);
  writeFileSync(dossierFile, JSON.stringify(dossier));
  const args = ["draft", "--pack", packFile, "--track", track, "--answers", "-", "--dossier", dossierFile];
  const { code, stdout, stderr } = zhice(args, JSON.stringify(answers));
  expect(code, stderr).toBe(0);
  return stdout;
}

/** Nothing on the page has come to life. What it says, with the content of its fields. */
async function inert(page: Page): Promise<string> {
  await unfold(page);
  const { said, alive } = await page.evaluate(() => {
    const root = document.querySelector(".zhice")!;
    const leads = ["href", "xlink:href", "src", "action", "formaction", "data", "srcdoc"];
    const acts = ({ name, value }: Attr) =>
      name === "data-hostile" || name.startsWith("on") || (leads.includes(name) && !/^(#|https?:)/.test(value));
    const alive = [...root.querySelectorAll("*")].filter(
      (element) =>
        element.matches("script, style, link, meta, base, iframe, object, embed, img") ||
        [...element.attributes].some(acts),
    );
    const fields = [...root.querySelectorAll("input, textarea")] as HTMLInputElement[];
    return {
      said: [root.textContent, ...fields.map(({ value }) => value)].join("\n"),
      alive: alive.map((element) => element.outerHTML.slice(0, 200)),
    };
  });
  expect(alive).toEqual([]);
  expect(await page.evaluate(() => "hostile" in window)).toBe(false);
  return said;
}

for (const [id, track, answers] of [
  ["zibo-2020-zone", "agency", AGENCY],
  ["zibo-2020-zone", "zone", ZONE],
  ["zibo-2024-city", "city", fullest("zibo-2024-city", "city")],
  ["yantai-2020-operation", "funding", fullest("yantai-2020-operation", "funding")],
] as [string, string, Answers][]) {
  test(`a hostile pack and a hostile draft on ${id} ${track} are text on every page`, async ({ widget, page, watch }, info) => {
    test.slow();
    page.on("dialog", () => expect("a dialog").toBe("none"));
    const pack = poisoned(programme(id).text);
    widget.programme = pack;
    const { topics, conditions } = pack.track(track);
    const draft = draftOf(pack, track, answers, info);
    await bring(page, pack.text);
    await widget.open();
    const pages = [await inert(page)];
    const look = async () => pages.push(await inert(page));

    await widget.chooseTrack(track);
    await look();
    await widget.openStep(0);

    // What was changed is shown beside what it should be.
    const changed = JSON.parse(draft);
    changed.application[0].rows[0][1] = TEXTS[0];
    changed.dossier.applicant.name = TEXTS[1];
    await widget.bring(`${TEXTS[0].replaceAll("/", "")}.json`, JSON.stringify(changed));
    await expect(widget.main.locator(".review-table tbody tr").first()).toBeVisible();
    await look();
    expect(pages.at(-1)).toContain(TEXTS[0]);
    await page.goBack();

    await widget.bring("draft.json", draft);
    await expect(widget.main).toContainText("与复算结果完全一致");
    await look();
    await page.getByRole("button", { name: "用这份草稿接着填写" }).click();
    await expect(widget.button("toDossier")).toBeVisible();
    await look();

    await widget.openStep(2);
    for (const topic of topics) {
      await expect(widget.heading).toHaveText(topic.title.zh);
      await look();
      await widget.goOn();
    }
    await expect(widget.button("toDossier")).toBeVisible();
    await widget.openDossier();
    await look();
    // Hostile contacts are listed as wrong first.
    await widget.openStep(5);
    await expect(widget.errorSummary).toBeVisible();
    await look();
    await widget.openStep(5);
    await expect(widget.heading).toHaveText(widget.word("finishTitle"));
    await look();
    await page.emulateMedia({ media: "print" });
    await look();
    await page.emulateMedia({ media: null });
    await widget.switchLanguage();
    await look();
    await widget.switchLanguage();

    // All of it was there to be read.
    const said = pages.join("\n");
    const asked = topics.flatMap(({ facts }) => facts.map((fact) => pack.fact(fact))).filter((fact) => !fact.asked_when);
    // A list that is not given is only asked for.
    const facts = asked.flatMap(({ type, question, label }) => (type === "list" ? [question.zh] : [question.zh, label.zh]));
    const titles = [...topics, ...conditions, pack.track(track), pack.file].map(({ title }) => title.zh);
    for (const text of [...titles, ...facts]) expect(said).toContain(text);

    for (const word of ["download", "downloadWord"] as const) {
      expect((await widget.take(word)).name).toMatch(/^[a-z0-9-]+\.(json|docx)$/);
    }
    const { text } = await widget.download();
    expect(JSON.parse(text)).toEqual({ ...JSON.parse(draft), as_of: JSON.parse(text).as_of });
    expect(watch.requests.filter((address) => address.includes("hostile.png") || address.includes("hostile.html"))).toEqual([]);
  });
}

test("what is wrong with a hostile pack is said as text", async ({ widget, page, watch }) => {
  watch.expects(/^warning: zhice: packs\/hostile\.json: (error|warning)\[/);
  const pack = JSON.parse(zibo.text);
  pack.id = TEXTS[0];
  pack.facts[0].id = TEXTS[2];
  await bring(page, JSON.stringify(pack));
  await widget.open();
  await widget.button("packFaultsOpen").click();
  await expect(widget.heading).toHaveText("版本与政策包");
  const said = await inert(page);
  expect(said).toContain(`\`${TEXTS[0]}\` 不能作编号`);
  expect(said).toContain(`\`${TEXTS[2]}\` 不能作编号`);
});

test.describe("a file that is no draft", () => {
  let draft = "";

  test.beforeAll(({}, info) => {
    draft = JSON.stringify(JSON.parse(draftOf(zibo, "agency", AGENCY, info)));
  });

  const won = '"agency.cases_won":6';
  const many = (count: number) => Array.from({ length: count }, (_, at) => `"x.${at}":1`).join(",");
  const put = (found: string, instead: string) => () => {
    expect(draft).toContain(found);
    return draft.replace(found, instead);
  };

  const FILES: [string, () => string | Buffer, string[]][] = [
    ["as many keys as fit", () => `{${many(80_000)}}`, ["没有 `/format`"]],
    ["answers to as many facts as fit", put(won, `${won},${many(70_000)}`), ["`/answers/x.0`：没有这一事项", "另有 69980 处"]],
    ["nested a hundred deep", () => `{"a":${"[".repeat(100)}1${"]".repeat(100)}}`, ["第 1 行第 21 列", "嵌套过深"]],
    ["nested as deep as fits", () => "[".repeat(1024 * 1024), ["第 1 行第 17 列", "嵌套过深"]],
    ["with a key twice", put(won, `${won},${won}`), ["`/answers/agency.cases_won`", "同一个键出现两次（`agency.cases_won`）"]],
    ["with a bidirectional mark", put('"notice":"', '"notice":"\u202e'), ["`/notice`", "看不见的字符（U+202E）"]],
    ["with one in a key", put('"notice":', '"\u202e":1,"notice":'), ["第 1 行", "看不见的字符（U+202E）"]],
    ["with a written control character", put('"notice":"', '"notice":"\\u001b[2J'), ["`/notice`", "看不见的字符（U+001B）"]],
    ["with a bare control character", put('"notice":"', '"notice":"\u0000'), ["`/notice`", "看不见的字符"]],
    ["with half a character", put('"notice":"', '"notice":"\\ud800'), ["`/notice`", "只剩一半的字符（`\\ud800`）"]],
    ["with a list for its answers", put('"answers":{', '"answers":[],"x":{'), ["`/answers` 不是按事项列出的回答"]],
    ["with a number for its answers", put('"answers":{', '"answers":7,"x":{'), ["`/answers` 不是按事项列出的回答"]],
    ["with a yes for a number", put(won, '"agency.cases_won":true'), ["`/answers/agency.cases_won`", "类型不符，应为整数"]],
    ["with a number that is none", put(won, '"agency.cases_won":NaN'), ["`/answers/agency.cases_won`", "不是规范的 JSON"]],
    ["with a number beyond all numbers", put(won, '"agency.cases_won":1e999'), ["`/answers/agency.cases_won`：不是数字"]],
    ["with a number as long as fits", put(won, `"agency.cases_won":${"9".repeat(900_000)}`), ["`/answers/agency.cases_won`：数字过大"]],
    ["with a list for its applicant", put('"applicant":{', '"applicant":[],"x":{'), ["`/dossier/applicant`", "类型不符"]],
    ["with a day that is none", put('"as_of":"', '"as_of":"x'), ["`/as_of`", "不是日历上的日期"]],
    [
      "for a programme with a hostile name",
      () => JSON.stringify({ ...JSON.parse(draft), programme: TEXTS[0] }),
      [`这里没有事项“${TEXTS[0]}”`],
    ],
    ["cut off", () => draft.slice(0, draft.length / 2), ["内容不完整"]],
    ["with more after its end", () => `${draft}${draft}`, ["末尾有多余的内容"]],
    ["empty", () => "", ["文件是空的"]],
    ["a list", () => "[]", ["没有 `/format`"]],
    ["in another encoding", () => Buffer.from(draft.replace('"notice":"', '"notice":"\xb2\xdd'), "latin1"), ["UTF-8"]],
    ["in UTF-16", () => Buffer.from(`\ufeff${draft}`, "utf16le"), ["UTF-16", "另存为"]],
    ["in UTF-16 without a mark", () => Buffer.from(draft, "utf16le"), ["UTF-16", "另存为"]],
    ["a picture", () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), ["这是图片", ".json"]],
    ["an archive", () => Buffer.from("504b0304140000000000", "hex"), ["这是压缩包", "先解压"]],
    ["a Word document", () => Buffer.from("PK\u0003\u0004 word/document.xml", "latin1"), ["这是 Word 文件", "同名的 .json"]],
  ];

  test("is refused with what is wrong and where, and nothing is lost", async ({ widget, page }) => {
    test.setTimeout(120_000);
    await widget.enter("agency");
    await widget.answerTopic("agency", 0, AGENCY);
    for (const [what, make, said] of FILES) {
      await test.step(what, async () => {
        await widget.openStep(0);
        await widget.bring(`${what}.json`, make());
        await expect(widget.main).toContainText(`${what}.json`);
        const alert = widget.main.getByRole("alert");
        for (const part of said) await expect(alert).toContainText(part);
        expect((await alert.textContent())?.length).toBeLessThan(2000);
        await inert(page);
        await widget.openStep(2);
        await widget.showsAnswers("agency", 0, AGENCY);
      });
    }
    await widget.answer("agency.in_zone", false);
    await expect(widget.saving).toHaveText(widget.word("saved"));
  });
});
