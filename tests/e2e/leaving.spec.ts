// What a widget leaves behind on a page when it goes: nothing.

import { expect, test } from "./fixture";

test("two hundred come and go and leave nothing behind", async ({ page, host }) => {
  test.setTimeout(240_000);
  await page.addInitScript(() => {
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = async (...what) => {
      const made = await instantiateStreaming.apply(WebAssembly, what);
      Object.assign(window, { memory: made.instance.exports.memory });
      return made;
    };
  });
  await host.open({ body: "" });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");

  const comeAndGo = (count: number) =>
    page.evaluate(async (count) => {
      const frame = () => new Promise((painted) => requestAnimationFrame(painted));
      for (let made = 0; made < count; made += 1) {
        const element = document.createElement("zhice-check");
        element.setAttribute("programme", "zibo-2020-zone");
        element.setAttribute("track", "agency");
        const ready = new Promise((resolve) => element.addEventListener("zhice:ready", resolve));
        document.body.append(element);
        await ready;
        // On to the questions and, with everything unfolded, to the conclusion, in both languages.
        for (const text of ["开始填写", "继续", "English", "中文"]) {
          const buttons = [...(element.shadowRoot?.querySelectorAll("button") ?? [])];
          buttons.find((button) => button.textContent?.trim() === text)?.click();
          await frame();
        }
        for (const fold of element.shadowRoot?.querySelectorAll("details") ?? []) fold.open = true;
        await frame();
        element.remove();
        localStorage.clear();
        await frame();
      }
    }, count);

  const measure = async () => {
    for (let time = 0; time < 3; time += 1) await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    const wasm = await page.evaluate(() => (window as unknown as { memory: WebAssembly.Memory }).memory.buffer.byteLength);
    return { nodes: of("Nodes"), listeners: of("JSEventListeners"), documents: of("Documents"), heap: of("JSHeapUsedSize"), wasm };
  };

  await comeAndGo(20);
  const before = await measure();
  await comeAndGo(200);
  const after = await measure();
  // In pages of 64 KiB; two hundred that stay behind take some twenty.
  expect(after.wasm - before.wasm, "memory of the module").toBeLessThanOrEqual(4 * 65_536);
  expect(after.documents).toBe(before.documents);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 20);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 5);
  // A widget that stays behind weighs more than 10 kB; what the browser learns of the code in 200 rounds less.
  expect(after.heap - before.heap).toBeLessThan(200 * 2_000);
});
