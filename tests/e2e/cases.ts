// Applicants that several tests use.

import { readFileSync, readdirSync } from "node:fs";

import { track } from "./pack";
import type { Answers } from "./widget";

/** In the zone and licensed, 128 grants, full custody recognised, 2 pledge loans, 6 cases won; nothing else. */
export const AGENCY: Answers = {
  "agency.patent_licensed": true,
  "agency.in_zone": true,
  "agency.pledge_loans": 2,
  "agency.securitisations": 0,
  "agency.custody_mode": "full",
  "agency.custody_recognised": true,
  "agency.new_attorneys": 0,
  "agency.brand_national": false,
  "agency.brand_provincial": false,
  "agency.cases_won": 6,
  "agency.abnormal_filings": false,
  "agency.invention_grants": 128,
  "agency.zeroing": false,
  "agency.doubling": false,
};

/** A zone that has everything the plan asks for. */
export const ZONE: Answers = {
  "zone.mechanism": true,
  "zone.plan": true,
  "zone.policies": true,
  "zone.industry_advantage": true,
  "zone.innovative_cluster": true,
  "zone.strong_demand": true,
  "zone.service_points": 2,
  "zone.coverage": [
    "patent",
    "trademark",
    "copyright",
    "geographical_indication",
    "plant_variety",
    "patent_search",
    "navigation_warning",
    "review_evaluation",
    "pledge_financing",
    "transfer",
    "custody",
  ],
  "zone.site_kind": "economic_development_zone",
  "zone.stage": "building",
  ...Object.fromEntries(
    track("zone")
      .topics.filter(({ id }) => id === "work" || id === "duties" || id === "recognition")
      .flatMap(({ facts }) => facts)
      .map((fact) => [fact, "established"]),
  ),
  "zone.recognition_next": "settled",
};

export const APPLICANT = {
  name: "淄博示例知识产权代理有限公司",
  credit_code: "91350100M000100Y43",
  legal_representative: "王建国",
  contact: "李敏",
  mobile: "13812345678",
  landline: "0533-2771234",
  email: "office@example.com",
  address: "淄博市张店区人民西路 1 号",
};

const FOLDER = new URL("../cases/", import.meta.url);

/** The fullest answers that a case of the engine has for a track. */
export function fullest(programme: string, track: string): Answers {
  const files = readdirSync(FOLDER).filter((name) => name.startsWith(`${programme}.${track}.`));
  const all = files.flatMap((name) => {
    const { base, cases } = JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
    return cases.map(({ answers }: { answers?: Answers }): Answers => ({ ...base, ...answers }));
  });
  const answered = (answers: Answers) => Object.values(answers).filter((answer) => answer !== null).length;
  return all.reduce((most, one) => (answered(one) > answered(most) ? one : most));
}
