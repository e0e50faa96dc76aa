// The portal takes part: it fills in what it knows, is given the draft by a press, and answers.

import { AGENCY, APPLICANT } from "./cases";
import { expect, test } from "./fixture";
import { verify } from "./zhice";

const SYSTEM = "在线申报系统";
const LOGIN = {
  facts: { "agency.in_zone": true, "no.such": 1 },
  applicant: { name: APPLICANT.name, mobile: "12" },
};

for (const mode of ["", "frame"]) {
  test(`a portal prefills, is given the draft and answers${mode ? ", in a frame" : ""}`, async ({ page, host }, info) => {
    await host.open({
      body: `<zhice-check programme="zibo-2020-zone" track="agency" mode="${mode}" handoff="${SYSTEM}"></zhice-check>`,
    });
    const widget = mode ? host.framed() : host.inline();
    await expect(widget.heading).toHaveText("填报须知");
    await host.element().evaluate((element, login) => Object.assign(element, { prefill: login }), LOGIN);
    const said = async (name: string) => (await host.heard()).filter((event) => event.name === name);
    const refused = [{ key: "no.such", code: "unknown_fact" }, { key: "mobile", code: "value" }];
    const prefilled = { name: "prefilled", detail: { taken: ["agency.in_zone", "name"], kept: [], withheld: [], refused } };
    await expect.poll(() => said("prefilled")).toEqual([prefilled]);

    await widget.begin();
    await widget.answerAll("agency", AGENCY);
    await widget.openDossier();
    await expect(widget.field("name")).toHaveValue(APPLICANT.name);
    await expect(widget.at.getByText("由门户提供，可以修改")).toBeVisible();
    await widget.fillIn({ ...APPLICANT, name: "另一家代理公司" });
    await expect(widget.at.getByText("由门户提供，可以修改")).toBeHidden();
    await widget.openFinish();
    expect(await said("draft"), "nothing before the press").toEqual([]);

    const part = widget.at.locator(".handoff");
    await part.getByRole("button", { name: `提交给“${SYSTEM}”` }).click();
    await expect(part.getByText("对方尚未答复")).toBeVisible();
    const drafts = await said("draft");
    expect(drafts).toHaveLength(1);
    const { draft } = drafts[0].detail as { draft: string };
    expect(verify(draft, info)).toMatchObject({ code: 0, stderr: "" });

    const receipt = { digest: JSON.parse(draft).digest, answer: { received: "2026-0001" } };
    await host.element().evaluate((element, receipt) => (element as never as Portal).receipt(receipt), receipt);
    await expect(part.getByText("2026-0001")).toBeVisible();
    await page.reload();
    await expect(part.getByText("2026-0001"), "kept with the draft").toBeVisible();
  });
}

interface Portal {
  receipt(receipt: object): void;
}
