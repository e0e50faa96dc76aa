// The command `zhice`, for comparing it with the page.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import type { TestInfo } from "@playwright/test";

const program = process.env.ZHICE_BIN ?? fileURLToPath(new URL("../../target/debug/zhice", import.meta.url));

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command; `input` is what it reads for a file named `-`. */
export function zhice(words: string[], input = ""): Outcome {
  const { status, stdout, stderr, error } = spawnSync(program, words, { input, encoding: "utf8" });
  if (error) throw new Error(`could not run ${program}, which ZHICE_BIN names: ${error.message}`);
  return { code: status, stdout, stderr };
}

/** What a draft says it was made from. */
export interface Draft {
  programme: string;
  track: string;
  as_of: string;
  answers: unknown;
  readings: Record<string, string>;
}

export function verify(text: string, info: TestInfo): Outcome {
  const file = info.outputPath("draft.json");
  writeFileSync(file, text);
  return zhice(["verify", file]);
}

/** What the command makes of the answers, the day and the readings of a draft. */
export function assess(draft: Draft, format: "json" | "text"): string {
  const readings = Object.entries(draft.readings).flatMap(([reading, chosen]) => ["--reading", `${reading}=${chosen}`]);
  const subject = ["--programme", draft.programme, "--track", draft.track, "--as-of", draft.as_of];
  const options = ["--answers", "-", "--format", format, ...readings];
  const { code, stdout, stderr } = zhice(["assess", ...subject, ...options], JSON.stringify(draft.answers));
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return stdout;
}

export const assessed = (draft: Draft): unknown => JSON.parse(assess(draft, "json"));
