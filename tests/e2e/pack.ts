// The programmes as the widget has them, so that the tests speak of facts and not of labels.

import { readFileSync, readdirSync } from "node:fs";

export type Lang = "zh" | "en";
export type Text = Record<Lang, string>;

export interface Fact {
  id: string;
  type: "bool" | "count" | "number" | "percent" | "money" | "choice" | "set" | "text" | "date" | "list";
  label: Text;
  question: Text;
  scale?: string;
  options?: Option[];
  asked_when?: unknown;
  discretion?: boolean;
}

export interface Option {
  id: string;
  label: Text;
}

export interface Indicator {
  id: string;
  title: Text;
  measured: Record<string, unknown>;
  departments?: string[];
}

export interface Track {
  id: string;
  title: Text;
  topics: { id: string; title: Text; facts: string[] }[];
  conditions: { id: string; title: Text; cite: string }[];
  indicators: Indicator[];
  support?: { measures: { id: string; title: Text }[] };
}

interface PackFile {
  id: string;
  version: string;
  title: Text;
  clauses: { cite: string; cite_en: string; says: Text }[];
  scales: { id: string; options: Option[] }[];
  facts: Fact[];
  departments?: { id: string; title: Text; every_task?: boolean }[];
  tracks: Track[];
}

const FOLDER = new URL("../../public/packs/", import.meta.url);

/** A pack with its parts by their ids. */
export class Programme {
  readonly file: PackFile;

  constructor(readonly text: string) {
    this.file = JSON.parse(text);
  }

  track(id: string): Track {
    return found(this.file.tracks, id);
  }

  fact(id: string): Fact {
    return found(this.file.facts, id);
  }

  /** The options of a fact, its own or those of its scale. */
  options(of: Fact): Option[] {
    return of.options ?? found(this.file.scales, of.scale ?? "").options;
  }

  clause(cite: string) {
    const clause = this.file.clauses.find((clause) => clause.cite === cite);
    if (!clause) throw new Error(`the pack has no clause ${cite}`);
    return clause;
  }
}

/** Every built-in programme. */
export const programmes: Programme[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => new Programme(readFileSync(new URL(name, FOLDER), "utf8")));

export function programme(id: string): Programme {
  const one = programmes.find(({ file }) => file.id === id);
  if (!one) throw new Error(`there is no programme ${id}`);
  return one;
}

/** The programme that most tests use: it has conditions, support and readings. */
export const zibo = programme("zibo-2020-zone");

export const track = (id: string): Track => zibo.track(id);
export const fact = (id: string): Fact => zibo.fact(id);

function found<T extends { id: string }>(all: T[], id: string): T {
  const one = all.find((one) => one.id === id);
  if (!one) throw new Error(`the pack has no ${id}`);
  return one;
}
