// The three engines, each driven through W3C WebDriver by the program its makers wrote for that.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Builder, Capabilities } from "selenium-webdriver";
import type { WebDriver } from "selenium-webdriver";
import { Browser } from "selenium-webdriver/bidi/generated/browser.js";
import { BrowsingContext } from "selenium-webdriver/bidi/generated/browsing_context.js";
import { Script } from "selenium-webdriver/bidi/generated/script.js";
import { DriverService } from "selenium-webdriver/remote/index.js";

/** The room a page has, in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

export interface Engine {
  name: string;
  /** Whether `cargo xtask` found it on this machine. */
  isHere: boolean;
  /** The program that drives it, and what that is told. */
  driver: [program: string, ...words: string[]];
  capabilities: Record<string, unknown>;
  /** Whether its driver speaks WebDriver BiDi, in which the size of the page and the folder of downloads are said. */
  speaksBidi: boolean;
}

export const ENGINES: Engine[] = [
  {
    name: "chromium",
    isHere: "ZHICE_CHROMEDRIVER" in process.env,
    driver: [process.env.ZHICE_CHROMEDRIVER ?? ""],
    capabilities: {
      browserName: "chrome",
      webSocketUrl: true,
      "goog:chromeOptions": { args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"] },
    },
    speaksBidi: true,
  },
  {
    name: "firefox",
    isHere: "ZHICE_FIREFOX" in process.env,
    // Each Firefox listens on a port of its own, so that two may run.
    driver: ["geckodriver", "--websocket-port=0"],
    capabilities: {
      browserName: "firefox",
      webSocketUrl: true,
      "moz:firefoxOptions": { binary: process.env.ZHICE_FIREFOX, args: ["-headless"] },
    },
    speaksBidi: true,
  },
  {
    name: "webkit",
    isHere: "ZHICE_WEBKITDRIVER" in process.env,
    driver: [process.env.ZHICE_WEBKITDRIVER ?? ""],
    // Its MiniBrowser is found by the driver. Without the tool bar the window can be as narrow as a phone.
    capabilities: {
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { args: ["--automation", "--full-screen"] },
    },
    speaksBidi: false,
  },
];

/** A browser that is running. */
export interface Run {
  driver: WebDriver;
  /** Where its downloads arrive. */
  downloads: string;
  resize(size: Size): Promise<void>;
  /** Begins to note complaints on the page that is shown. */
  watch(): Promise<void>;
  end(): Promise<void>;
}

/** Starts the browser, with its downloads in the folder. */
export async function start(engine: Engine, folder: string): Promise<Run> {
  const downloads = join(folder, "downloads");
  mkdirSync(downloads, { recursive: true });
  // Where WebKitGTK looks for the folder of downloads.
  writeFileSync(join(folder, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const [program, ...words] = engine.driver;
  const environment = { ...process.env, XDG_CONFIG_HOME: folder } as Record<string, string>;
  const service = new DriverService.Builder(program)
    .addArguments(...words)
    .setLoopback(true)
    .setEnvironment(environment)
    .build();
  try {
    const address = await service.start();
    const capabilities = new Capabilities(engine.capabilities);
    const driver = await new Builder().usingServer(address).withCapabilities(capabilities).build();
    const end = async () => {
      await driver.quit();
      await service.kill();
    };
    const means = engine.speaksBidi ? await throughBidi(driver, downloads) : throughClassic(driver);
    return { driver, downloads, end, ...means };
  } catch (error) {
    await service.kill();
    throw error;
  }
}

async function throughBidi(driver: WebDriver, downloads: string): Promise<Pick<Run, "resize" | "watch">> {
  const browser = await Browser.create(driver);
  await browser.setDownloadBehavior({ downloadBehavior: { type: "allowed", destinationFolder: downloads } });
  // Before the first script of any page.
  await (await Script.create(driver)).addPreloadScript({ functionDeclaration: String(noteComplaints) });
  const context = await BrowsingContext.create(driver);
  return {
    resize: async (viewport) => context.setViewport({ context: await driver.getWindowHandle(), viewport }),
    watch: async () => {},
  };
}

function throughClassic(driver: WebDriver): Pick<Run, "resize" | "watch"> {
  return {
    resize: async (size) => void (await driver.manage().window().setRect(size)),
    // Without BiDi, as early as the page lets the driver in.
    watch: () => driver.executeScript(noteComplaints),
  };
}

/** In the page: keeps whatever a browser complains about, also over a reload. */
function noteComplaints(): void {
  const note = (complaint: string) =>
    sessionStorage.setItem("complaints", `${sessionStorage.getItem("complaints") ?? ""}${complaint}\n`);
  addEventListener("error", ({ message }) => note(`uncaught: ${message}`));
  addEventListener("unhandledrejection", ({ reason }) => note(`unhandled: ${reason}`));
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    note(`policy: ${effectiveDirective} ${blockedURI}`),
  );
  for (const level of ["error", "warn"] as const) {
    const say = console[level];
    console[level] = (...words: unknown[]) => {
      note(`${level}: ${words.join(" ")}`);
      say(...words);
    };
  }
}
