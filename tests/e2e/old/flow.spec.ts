// The whole way as an agency in browsers of the age of the floor, under the policy of the deliverable. What is seen is
// measured, not compared point by point: what is chosen is framed, what belongs beside each other is, nothing sticks out.

import type { Locator } from "@playwright/test";

import { AGENCY, APPLICANT } from "../cases";
import { misfits } from "../checks";
import { expect, test } from "./fixture";
import { catchPrints, solid } from "../paper";
import { verify } from "../zhice";

const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 375, height: 720 } };

for (const [name, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`on a ${name}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test("an agency goes the whole way and takes away a draft that verifies", async ({ page, widget }, info) => {
        const isNarrow = name === "phone";
        const look = async (at: string) => {
          expect(await misfits(page, 13), at).toEqual([]);
          expect(await lightness(page.locator(".zhice"), "backgroundColor"), at).toBe(colorScheme);
          await page.screenshot({ path: info.outputPath(`${at}.png`), fullPage: true });
        };

        const prints = await catchPrints(page);
        await widget.open();
        expect((await page.locator(".zhice-place").boundingBox())?.x, "no margin around the page").toBe(0);
        await widget.trackBox("agency").check();
        await look("start");
        await widget.button("start").click();
        await widget.begin();

        const yes = widget.option("agency.patent_licensed", true);
        const plain = await shown(yes, "backgroundColor");
        await yes.check();
        expect(await shown(yes, "backgroundColor"), "what is chosen is framed").not.toBe(plain);
        const [main, aside] = await Promise.all([widget.main.boundingBox(), widget.slip.boundingBox()]);
        expect((aside?.x ?? 0) > (main?.x ?? 0) + 300, "the slip stands beside the questions").toBe(!isNarrow);
        await look("questions");

        await widget.answerAll("agency", AGENCY);
        await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
        const stations = page.locator(".path .station");
        const [first, second] = [await stations.nth(0).boundingBox(), await stations.nth(1).boundingBox()];
        expect(first?.y === second?.y, "the path lies on its side").toBe(!isNarrow);
        await look("conclusion");

        await widget.openDossier();
        await widget.fillIn(APPLICANT);
        await widget.answer("applicant.division", "zhangdian");
        await widget.main.getByLabel("所填内容与所附材料真实、准确。").check();
        await look("dossier");
        await widget.openFinish();
        await look("finish");
        const { text } = await widget.download();
        expect(verify(text, info)).toMatchObject({ code: 0, stderr: "" });

        await widget.button("print").click();
        await expect.poll(async () => (await prints()).length).toBe(1);
        const [{ html, style }] = await prints();
        expect(style).toContain("@page");
        const set = solid(html.replace(/<[^>]*>/g, ""));
        for (const { title, rows } of JSON.parse(text).application) {
          expect(set, title).toContain(solid(rows.flat().join("")));
        }
        await expect(page.locator("iframe")).toHaveCount(0);
      });
    });
  }
}

/** A colour of what frames an option: the box its word lies on. */
async function shown(option: Locator, property: "backgroundColor"): Promise<string> {
  return await option.evaluate(
    (input, property) => getComputedStyle(input.nextElementSibling as Element, "::before")[property],
    property,
  );
}

async function lightness(element: Locator, property: "backgroundColor"): Promise<"light" | "dark"> {
  const colour = await element.evaluate((element, property) => getComputedStyle(element)[property], property);
  return Number(/\d+/.exec(colour)?.[0]) > 127 ? "light" : "dark";
}
