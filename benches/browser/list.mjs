// A list of ten thousand rows on our page: how long each change takes, from the press to the paint after it, and what
// memory the page has.

import { medians } from "./median.mjs";
import { PATH } from "./server.mjs";

export const ROWS = 10_000;
const ROUNDS = 9;
const LIST = '[id="question-agency.invention_grants_list"]';

/** A patent of the year 2020 by its place in the series, with its check digit. */
function patent(series) {
  const digits = `20201${String(series).padStart(7, "0")}`;
  const sum = [...digits].reduce((sum, digit, at) => sum + Number(digit) * ((at % 8) + 2), 0);
  return `ZL${digits}.${"0123456789X"[sum % 11]}`;
}

/** One less than there is room for, so that one can be added. */
function table() {
  const rows = Array.from({ length: ROWS - 1 }, (_, at) => `${patent(at + 1)}\t2020/9/1\t发明\t是`);
  return ["专利号\t授权公告日\t专利类型\t本市专利", ...rows].join("\n");
}

/** Notes when what was done was painted, and the memory of each module, which is no part of the heap. */
function stopwatch() {
  const times = [];
  const memories = [];
  Object.assign(window, { times, memories });
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      const { memory } = (made.instance ?? made).exports;
      if (memory) memories.push(memory);
      return made;
    };
  }
  const painted = ({ timeStamp }) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => times.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  for (const type of ["click", "input"]) addEventListener(type, painted, true);
}

/** Takes the rows in from a file, then changes, adds and removes one at a time. */
export async function measureList(browser, home) {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await page.addInitScript(stopwatch);
  await page.goto(home + PATH);
  const press = (name, place = page) => place.getByRole("button", { name }).first().click();
  await page.locator('[data-track="agency"] input').check();
  await press("开始自测");
  await press("开始填写");
  const list = page.locator(LIST);
  // The page of the next questions is there before it is looked at.
  for (await page.waitForTimeout(500); !(await list.isVisible()); await page.waitForTimeout(500)) await press("继续");
  await list.locator(".list-drawer > summary").click();
  const memory = async () => {
    await client.send("HeapProfiler.collectGarbage");
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = await client.send("Runtime.getHeapUsage");
    const modules = await page.evaluate(() => window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
    return usedSize + embedderHeapUsedSize + backingStorageSize + modules;
  };
  const before = await memory();
  await press("从表格导入", list);
  await list.locator("input[type=file]").setInputFiles({ name: "list.tsv", mimeType: "text/plain", buffer: Buffer.from(table()) });
  await press(/^收入/, list);
  await press("从表格导入", list);

  const found = { typed: [], changed: [], added: [], removed: [] };
  const timed = async (what, work) => {
    await page.evaluate(() => void (window.times.length = 0));
    await work();
    await page.waitForFunction(() => window.times.length > 0);
    found[what].push(await page.evaluate(() => window.times[0]));
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await press(/^修改第/, list);
    await timed("typed", () => list.getByLabel("专利权人").press("A"));
    await timed("changed", () => press("保存这一行", list));
    await press("添加一行", list);
    await list.getByLabel("专利号").fill(patent(20_000 + round));
    await list.getByLabel("专利类型").selectOption("发明");
    await list.getByLabel("本市专利").selectOption("是");
    await list.getByLabel("授权公告日").fill("2020-9-1");
    await timed("added", () => press("保存这一行", list));
    await press("完成", list);
    await timed("removed", () => press(/^删除第/, list));
  }
  const after = await memory();
  await context.close();
  return { ...medians(found), memory: after - before };
}
