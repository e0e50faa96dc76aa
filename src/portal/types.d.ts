// The shapes that several of the scripts share.

import type { ATTRIBUTES, EVENTS } from "./names.js";

/** A file of the deliverable, with what a browser checks it against. */
export interface Asset {
  name: string;
  integrity: string;
}

/** What the module sends for: the widget, what comes once its first page is there, and what comes when it is first used. */
export type Part = "widget" | "late" | "checker" | "xlsx";

/** A piece of the module, by what the split calls it, with the parts that need it. */
export interface Chunk extends Asset {
  chunk: string;
  parts: Part[];
}

/** A policy pack, by its programme. */
export interface PackAsset extends Asset {
  programme: string;
  digest: string;
}

/** What each programme is made of. */
export interface Files {
  packs: PackAsset[];
  /** By `programme/track`. */
  first: Record<string, Asset>;
}

/** An element in a file of first pages: its name, its attributes, its children. */
export type Written = [name: string, attributes: Record<string, string>, ...children: (Written | string)[]];

/** The first pages in both languages, from one day to before another. */
export interface FirstPeriod {
  from: string;
  until: string | null;
  zh: Written[];
  en: Written[];
}

/** What comes of what is entered, as `src/ui/live.rs` writes it. */
export interface Found {
  slip: Slip;
  /** How far each page of questions is answered. */
  topics: { state: string; mark: string; settled: string; unclear: string }[];
  /** The same of the first page, in a line. */
  line: string;
}

/** The result in short. */
export interface Slip {
  truth: string;
  headline: string;
  verdict: string | null;
  tally: { count: number; word: string }[];
  at_most: string | null;
  total: string | null;
  range: { filled: string; certain: string; ceiling: string } | null;
  note: string | null;
  missing: string[];
  missing_title: string;
  count: string;
}

/** A track by its programme. */
export interface Track {
  programme: string;
  track: string;
}

/** A track whose pages stand in, and the language they are in. */
export interface Asked extends Track {
  lang: string;
}

/** What an element asks of the widget in it. */
export interface Wishes {
  lang: string;
  programme: string;
  track: string;
  packs: string;
  persists: boolean;
  /** What the system is called that takes the draft from the person. */
  handoff: string;
}

export type Attribute = (typeof ATTRIBUTES)[number];

export type EventName = keyof typeof EVENTS;

/** What an event says beside its name. */
export type Detail = Record<string, unknown>;

/** Passes an event on to whoever is around the widget. */
export type Tell = (event: EventName, detail: Detail) => void;

/** What a host says to the widget in its frame. */
export interface Hello {
  zhice: number;
  kind: "hello";
  lang: string;
  scheme: "light" | "dark";
  /** Colours, by the ends of the names of their custom properties. */
  theme: Record<string, string>;
}

/** What a host gives to the widget in its frame, as JSON. The widget reads it as it would inline. */
export interface Given {
  zhice: number;
  kind: "prefill" | "receipt";
  text: string;
}

/** What verification finds in a draft. */
export interface Verified {
  format: string;
  holds: boolean;
  programme: string | null;
  track: string | null;
  /** As the draft states it. */
  digest: string | null;
  /** Of the pack it was drawn up with, where that is another. */
  pack: Versions | null;
  /** Of the engine that drew it up, where that is another. */
  engine: Versions | null;
  differences: {
    /** JSON pointer into the draft. */
    path: string;
    kind: "entered" | "result" | "repeated" | "pack" | "digest";
    stated: unknown;
    recomputed: unknown;
  }[];
  /** Why the draft cannot be read. */
  error: string | null;
}

export interface Versions {
  draft: string;
  here: string;
}

/** What the widget in its frame says to the host. */
export type FromFrame =
  | { zhice: number; kind: "height"; height: number }
  | { zhice: number; kind: "event"; name: EventName; detail: Detail };
