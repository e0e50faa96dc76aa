// Ajv on the cases: `node tests/schemas/validate.mjs FOLDER`.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [folder] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

// A type may be a list: what can be left out can also be null.
const ajv = addFormats(new Ajv({ strict: true, allowUnionTypes: true, validateSchema: true }));
const failures = [];
let count = 0;

for (const { schema, takes, refuses } of read(join(folder, "cases.json"))) {
  const validate = ajv.compile(read(schema));
  for (const path of takes) {
    if (!validate(read(path))) {
      const [{ instancePath, message }] = validate.errors;
      failures.push(`${path} at \`${instancePath}\`: ${message}, says ${schema}`);
    }
  }
  for (const path of refuses) {
    if (validate(read(path))) failures.push(`${path}: taken by ${schema}, though it is wrong`);
  }
  count += takes.length + refuses.length;
}

for (const failure of failures) console.error(failure);
console.log(`Ajv: ${count} files, ${failures.length} not as expected`);
process.exitCode = failures.length > 0 ? 1 : 0;
