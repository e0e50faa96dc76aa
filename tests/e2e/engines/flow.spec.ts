// The way from the first page to a draft that the command line accepts, the same in every engine.

import { Key } from "selenium-webdriver";

import { AGENCY, APPLICANT, ZONE } from "../cases";
import { zibo } from "../pack";
import { verify } from "../zhice";
import { expect, test } from "./fixture";
import { controlOf } from "./person";

const LOANS = "agency.pledge_loans";
const AGENCIES = "zone.service_points";
const SERVICES = "zone.coverage";

test("an agency makes a mistake, changes the language, reloads, goes back, and takes a draft away", async ({
  person,
}, info) => {
  await person.enter("agency");
  await person.answerTopic("agency", 0, AGENCY);
  await person.goOn();

  // A number that is none is kept and explained, and the way to it is offered.
  await person.showsTopic("agency", 1);
  await person.type(controlOf(LOANS), "12a");
  await person.goOn();
  await person.focusIsOn("error-summary");
  await person.reads("#error-summary", "请填写整数，只用数字，如 12");
  await person.pressIn("#error-summary button");
  await person.focusIsOn(controlOf(LOANS));
  expect(await person.value(controlOf(LOANS))).toBe("12a");
  await person.answerTopic("agency", 1, AGENCY);
  await person.isGone("#error-summary");
  await person.reads("aside.slip", "2 万元起");

  await person.switchLanguage();
  await person.showsTopic("agency", 1);
  await person.showsAnswers("agency", 1, AGENCY);
  await person.goOn();
  await person.showsTopic("agency", 2);
  await person.answerTopic("agency", 2, AGENCY);
  await person.reload();
  await person.showsTopic("agency", 2);
  await person.showsAnswers("agency", 2, AGENCY);
  await person.browserBack();
  await person.showsTopic("agency", 1);
  await person.showsAnswers("agency", 1, AGENCY);
  await person.goOn();
  await person.answerFrom("agency", 2, AGENCY);
  await person.reads("main h1", person.word("eligible"));

  await person.switchLanguage();
  await person.showsPage("初步符合条件，最高可达 30 万元");
  for (const [measure, sum] of [
    ["grants", "3 万元"],
    ["custody", "5 万元"],
    ["pledge-loan", "2 万元"],
    ["case-win", "20 万元"],
  ]) {
    await person.reads(`[data-measure="${measure}"] .row-end`, sum);
  }
  await person.reads("main .total", /30 万元.*资金 25 万元.*知识产权服务券 5 万元/);
  // The day of reckoning is typed as people write it, and read once the field is left.
  const day = "2020-10-01";
  await person.type("as-of", "2020年10月1日", Key.TAB);
  await expect(async () => expect(await person.value("as-of")).toBe(day)).toPass();

  await person.press("toDossier");
  await person.showsPage(person.word("dossierTitle"));
  await person.fillIn(APPLICANT);
  await person.answer("applicant.division", "zhangdian");
  await person.tick("所填内容与所附材料真实、准确。");
  await person.goOn();
  await person.showsPage(person.word("finishTitle"));
  await person.reads("main .preview", APPLICANT.credit_code);

  const { name, text } = await person.download();
  await person.reads("main .section [role=status]", person.word("downloaded"));
  expect(name).toBe(`zhice-draft-${zibo.file.id}-agency-${day}.json`);
  const draft = JSON.parse(text);
  expect(draft).toMatchObject({
    track: "agency",
    as_of: day,
    answers: { ...AGENCY, "applicant.division": "zhangdian" },
    dossier: { applicant: APPLICANT, declarations: ["truthful"] },
    assessment: { eligibility: { verdict: "eligible" }, support: { total: { low: 300_000, high: 300_000 } } },
  });
  expect(verify(text, info)).toMatchObject({ code: 0, stderr: "" });
});

test.describe("on a phone", () => {
  test.use({ size: { width: 375, height: 812 } });

  test("a zone with one agency too few goes back to mend that, and takes a draft away", async ({ person }, info) => {
    const { topics } = zibo.track("zone");
    const needed = topics.findIndex(({ facts }) => facts.includes(AGENCIES));
    const short = { ...ZONE, [AGENCIES]: 1 };
    await person.enter("zone");
    for (const [at, topic] of topics.entries()) {
      await person.showsTopic("zone", at);
      await person.answerTopic("zone", at, short);
      expect(await person.misfits(), topic.id).toEqual([]);
      await person.goOn();
    }
    await person.showsPage(person.word("ineligible"));
    expect(await person.misfits(), "conclusion").toEqual([]);

    for (let at = topics.length - 1; at >= needed; at -= 1) {
      await person.browserBack();
      await person.showsTopic("zone", at);
      await person.showsAnswers("zone", at, short);
    }
    await person.reads("aside.slip", person.word("ineligible"));
    await person.answer(AGENCIES, 2);
    await person.reads("aside.slip", person.word("eligible"));
    await person.isGone("aside.slip .aside-body");
    await person.press("open");
    await person.reads("aside.slip .aside-body", "影响结论的问题都已填写。");
    await person.press("close");
    await person.reload();
    await person.answerFrom("zone", needed, ZONE);
    await person.showsPage(person.word("eligible"));

    await person.press("toDossier");
    await person.showsPage(person.word("dossierTitle"));
    expect(await person.misfits(), "application").toEqual([]);
    await person.goOn();
    await person.showsPage(person.word("finishTitle"));
    expect(await person.misfits(), "draft").toEqual([]);
    const { text } = await person.download();
    expect(JSON.parse(text)).toMatchObject({
      track: "zone",
      answers: { ...ZONE, [SERVICES]: (ZONE[SERVICES] as string[]).toSorted() },
      assessment: { eligibility: { verdict: "eligible" } },
    });
    expect(verify(text, info)).toMatchObject({ code: 0, stderr: "" });
  });
});
