// What every test shares: a person before one of the engines, and an end to everything that was started.

import { writeFileSync } from "node:fs";
import { expect, test as base } from "@playwright/test";

import { start } from "./engine";
import type { Engine, Size } from "./engine";
import { Person } from "./person";

export { expect };

export interface EngineOption {
  engine: Engine;
  size: Size;
}

export const test = base.extend<EngineOption & { person: Person }>({
  engine: [undefined as never, { option: true }],
  size: [{ width: 1280, height: 900 }, { option: true }],
  person: async ({ engine, size, baseURL }, use, info) => {
    const run = await start(engine, info.outputPath("browser"));
    try {
      await run.resize(size);
      const person = new Person(run, baseURL ?? "");
      await use(person);
      if (info.status !== info.expectedStatus) writeFileSync(info.outputPath("page.png"), await person.picture());
      expect(await person.complaints(), "complaints of the browser").toBe("");
    } finally {
      await run.end();
    }
  },
});
