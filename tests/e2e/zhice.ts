// The command `zhice`, for comparing it with the page.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

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
