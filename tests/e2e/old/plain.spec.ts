// Below the floor there is the plain page, which says what is needed and leads to the checklists.

import { expect, test } from "./fixture";

test("a browser that is too old is told so, and shown the checklists", async ({ page, watch }) => {
  // It does not know the word of the policy that allows WebAssembly.
  watch.expects(/invalid source: ''wasm-unsafe-eval''/);
  watch.expects(/Wasm code generation disallowed/);
  watch.expects(/script-src eval/);
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("自测页面没能打开");
  await expect(page.locator("#fallback")).toContainText("Chrome、Edge 97");
  await expect(page.locator("#zhice")).toBeHidden();
  await page.getByRole("link", { name: "查看材料清单" }).click();
  await expect(page.getByRole("heading", { level: 1 }).first()).toContainText("材料清单");
});
