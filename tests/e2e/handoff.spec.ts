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
    const refused = [{ key: "no.such", code: "unknown_fact" }, { key: "mobile", code: "value" }];
    const prefilled = { name: "prefilled", detail: { taken: ["agency.in_zone", "name"], kept: [], withheld: [], refused } };
    await expect.poll(() => host.said("prefilled")).toEqual([prefilled]);

    await widget.begin();
    await widget.answerAll("agency", AGENCY);
    await widget.openDossier();
    await expect(widget.field("name")).toHaveValue(APPLICANT.name);
    await expect(widget.at.getByText("由门户提供，可以修改")).toBeVisible();
    await widget.fillIn({ ...APPLICANT, name: "另一家代理公司" });
    await expect(widget.at.getByText("由门户提供，可以修改")).toBeHidden();
    await widget.openFinish();
    expect(await host.said("draft"), "nothing before the press").toEqual([]);

    const part = widget.at.locator(".handoff");
    await part.getByRole("button", { name: `提交给“${SYSTEM}”` }).click();
    await expect(part.getByText("对方尚未答复")).toBeVisible();
    const drafts = await host.said("draft");
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

for (const mode of ["", "frame"]) {
  const where = mode ? ", in a frame" : "";
  const body = `<zhice-check programme="zibo-2020-zone" track="agency" mode="${mode}" handoff="${SYSTEM}"></zhice-check>`;

  test(`a press in a hurry gives one draft, and the same goes out again only when asked for${where}`, async ({ host }) => {
    await host.open({ body });
    const widget = mode ? host.framed() : host.inline();
    await widget.begin();
    await widget.openStep(5);
    const part = widget.at.locator(".handoff");
    await part.getByRole("button", { name: `提交给“${SYSTEM}”` }).dblclick();
    const drafts = () => host.said("draft");
    const again = part.getByRole("button", { name: "仍要再交一次" });
    await expect(again).toBeVisible();
    expect(await drafts()).toHaveLength(1);
    await again.click();
    await expect(again).toBeHidden();
    await expect.poll(drafts).toHaveLength(2);
  });

  test(`with null the portal knows nothing any more, in no draft begun later${where}`, async ({ host }) => {
    await host.open({ body: body.replace(' track="agency"', "") });
    const widget = mode ? host.framed() : host.inline();
    await expect(widget.heading).toBeVisible();
    const prefill = (known: object | null) =>
      host.element().evaluate((element, known) => Object.assign(element, { prefill: known }), known);
    const told = async () => (await host.said("prefilled")).length;
    await prefill(LOGIN);
    await expect.poll(told).toBe(1);
    await prefill(null);
    await expect.poll(told).toBe(2);
    await widget.chooseTrack("agency");
    await widget.begin();
    await widget.openConclusion();
    await widget.openDossier();
    await expect(widget.field("name")).toHaveValue("");
  });

  test(`a receipt that says nothing is refused and changes nothing${where}`, async ({ host, watch }) => {
    watch.expects(/^warning: zhice: receipt: /);
    await host.open({ body });
    const widget = mode ? host.framed() : host.inline();
    await widget.begin();
    await widget.openStep(5);
    await widget.at.getByRole("button", { name: `提交给“${SYSTEM}”` }).click();
    await expect.poll(() => host.said("draft")).toHaveLength(1);
    const { draft } = (await host.said("draft"))[0].detail as { draft: string };
    const { digest } = JSON.parse(draft);
    await host.element().evaluate((element, digest) => {
      const portal = element as never as Portal;
      portal.receipt(undefined);
      portal.receipt({ digest, answer: { received: "" } });
      portal.receipt({ digest, answer: { refused: [] } });
    }, digest);
    const error = { name: "error", detail: { code: "receipt" } };
    await expect.poll(() => host.said("error")).toEqual([error, error, error]);
    await expect(widget.at.locator(".handed")).toContainText("对方尚未答复");
  });
}

interface Portal {
  receipt(receipt?: object): void;
}
