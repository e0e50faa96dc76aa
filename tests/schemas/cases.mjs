// Sets out which files a validator has to take and which it has to refuse: `node tests/schemas/cases.mjs FOLDER`
// writes drafts into the folder, and `cases.json`, which both validators read.

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
const program = process.env.ZHICE_BIN ?? "target/debug/zhice";

// What a schema cannot see: a parser has already dropped the first of two equal keys, numbers are compared as floats,
// and no rule is about single characters.
const UNSEEN = ["unreadable-duplicate-key.json", "unreadable-five-decimals.json", "unreadable-bidi.json"];

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const filesIn = (path) => readdirSync(path).filter((name) => name.endsWith(".json")).sort();
const pathsIn = (path) => filesIn(path).map((name) => join(path, name));

function isJson(path) {
  try {
    return read(path) !== undefined;
  } catch {
    return false;
  }
}

function zhice(words, input = "") {
  const { status, stdout, stderr, error } = spawnSync(program, words, { input, encoding: "utf8" });
  if (error) throw new Error(`could not run ${program}, which ZHICE_BIN names: ${error.message}`);
  if (status !== 0) throw new Error(`zhice ${words.join(" ")} ended with ${status}: ${stderr}`);
  return stdout;
}

function write(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function draft(name, programme, track, { answers = {}, readings = {}, as_of = "2020-10-01" }) {
  const options = Object.entries(readings).flatMap(([id, choice]) => ["--reading", `${id}=${choice}`]);
  const subject = ["--programme", programme, "--track", track, "--answers", "-", "--as-of", as_of];
  return write(`${name}.json`, zhice(["draft", ...subject, ...options], JSON.stringify(answers)));
}

function drafts() {
  const { programmes } = JSON.parse(zhice(["programmes", "--format", "json"]));
  const empty = programmes.flatMap(({ id, tracks }) =>
    tracks.map((track) => draft(`empty.${id}.${track.id}`, id, track.id, {})),
  );
  const full = filesIn("tests/cases").map((name) => {
    const { programme, track, base, cases } = read(join("tests/cases", name));
    const [first] = cases;
    const answers = { ...base, ...first.answers };
    return draft(`case.${name.replace(/\.json$/, "")}`, programme, track, { ...first, answers });
  });
  return [...empty, ...full];
}

// One draft with one thing wrong each time.
function spoilt(path) {
  const wrongs = {
    "no-marks": (draft) => delete draft.marks,
    "short-mark": (draft) => (draft.marks["/as_of"] = "0"),
    "no-digest": (draft) => delete draft.digest,
    "other-digest": (draft) => (draft.digest = "md5:0"),
    "no-such-verdict": (draft) => (draft.assessment.eligibility.verdict = "perhaps"),
    "no-such-day": (draft) => (draft.as_of = "2020-02-30"),
    "unknown-in-dossier": (draft) => (draft.dossier.nickname = "x"),
    "answer-is-an-object": (draft) => (draft.answers["x"] = {}),
    "amount-in-words": (draft) => (draft.assessment.support.total.low = "0"),
    "later-format": (draft) => (draft.format = "zhice.draft/2"),
  };
  return Object.entries(wrongs).map(([name, spoil]) => {
    const wrong = read(path);
    spoil(wrong);
    return write(`spoilt.${name}.json`, JSON.stringify(wrong));
  });
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const unreadable = pathsIn("tests/packs/bad").filter((path) => path.includes("unreadable-") && isJson(path));
const isUnseen = (path) => UNSEEN.some((name) => path.endsWith(name));
const good = drafts();
const withSupport = good.find((path) => read(path).assessment.support !== null);

const cases = [
  {
    schema: "public/pack.schema.json",
    takes: [...pathsIn("public/packs"), ...pathsIn("tests/packs/good"), ...unreadable.filter(isUnseen)],
    refuses: unreadable.filter((path) => !isUnseen(path)),
  },
  { schema: "public/draft.schema.json", takes: good, refuses: spoilt(withSupport) },
];
write("cases.json", JSON.stringify(cases));
