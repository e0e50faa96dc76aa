// Browsers of the age of the floor, whole, out of packages for programs that take pictures of pages: Linux, x86-64.

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import type { LaunchOptions } from "@playwright/test";

const PACKAGES = fileURLToPath(new URL("./node_modules", import.meta.url));

/** Where they are unpacked, once for all runs. */
const UNPACKED = join(PACKAGES, ".cache/zhice");

/** Whether they run on this machine. */
export const RUNS_HERE = process.platform === "linux" && process.arch === "x64";

/** What Playwright starts the Chromium of this version with. */
export function launchOptions(version: number): LaunchOptions {
  const folder = unpacked(version);
  return {
    executablePath: join(folder, "chromium"),
    args: ["--no-sandbox", "--single-process", "--no-zygote", "--disable-gpu", "--no-first-run"],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, "lib") } as Record<string, string>,
  };
}

function unpacked(version: number): string {
  const parts = join(PACKAGES, `chromium-${version}`, "bin");
  const folder = join(UNPACKED, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const part = (name: string) => brotliDecompressSync(readFileSync(join(parts, name)));
  // Under another name until it is complete: several workers may begin at once.
  const begun = `${folder}.${process.pid}`;
  mkdirSync(begun, { recursive: true });
  writeFileSync(join(begun, "chromium"), part("chromium.br"));
  chmodSync(join(begun, "chromium"), 0o755);
  const { status, stderr } = spawnSync("tar", ["-x", "-C", begun], { input: part("aws.tar.br") });
  if (status !== 0) throw new Error(`the libraries of Chromium ${version} could not be unpacked: ${stderr}`);
  if (!existsSync(folder)) renameSync(begun, folder);
  return folder;
}
