// The Zibo programme as the widget has it, so that the tests speak of facts and not of labels.

import { readFileSync } from "node:fs";

export type Lang = "zh" | "en";
export type Text = Record<Lang, string>;

export interface Fact {
  id: string;
  type: "bool" | "count" | "number" | "choice" | "set" | "text" | "date";
  label: Text;
  question: Text;
  scale?: string;
  options?: Option[];
  asked_when?: unknown;
}

export interface Option {
  id: string;
  label: Text;
}

export interface Track {
  id: "agency" | "zone";
  title: Text;
  topics: { id: string; title: Text; facts: string[] }[];
  conditions: { id: string; title: Text; cite: string }[];
}

interface PackFile {
  id: string;
  version: string;
  title: Text;
  clauses: { cite: string; cite_en: string; says: Text }[];
  scales: { id: string; options: Option[] }[];
  facts: Fact[];
  tracks: Track[];
}

export const PACK_FILE = new URL("../../public/packs/zibo-2020-zone.json", import.meta.url);

export const packText = readFileSync(PACK_FILE, "utf8");
export const pack: PackFile = JSON.parse(packText);

export const track = (id: Track["id"]): Track => found(pack.tracks, id);
export const fact = (id: string): Fact => found(pack.facts, id);

/** The options of a fact, its own or those of its scale. */
export function options(of: Fact): Option[] {
  return of.options ?? found(pack.scales, of.scale ?? "").options;
}

export function option(of: Fact, id: string): Option {
  return found(options(of), id);
}

export function clause(cite: string) {
  const clause = pack.clauses.find((clause) => clause.cite === cite);
  if (!clause) throw new Error(`the pack has no clause ${cite}`);
  return clause;
}

function found<T extends { id: string }>(all: T[], id: string): T {
  const one = all.find((one) => one.id === id);
  if (!one) throw new Error(`the pack has no ${id}`);
  return one;
}
