"""The list of what is shipped, held against its schema and against the module, both parts of it: `python tests/schemas/sbom.py DIST`."""

import json
import re
import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

dist = Path(sys.argv[1])
text = (dist / "sbom.cdx.json").read_text(encoding="utf-8")
validator = JsonStrictValidator(SchemaVersion.V1_6)

wrong = json.loads(text)
wrong["components"][0]["type"] = "crate"
if validator.validate_str(json.dumps(wrong)) is None:
    sys.exit("a list that is wrong was taken")
error = validator.validate_str(text)
if error is not None:
    sys.exit(f"sbom.cdx.json: {str(error)[:500]}")

# Where a crate can panic, the module names its source.
modules = sorted((dist / "web").glob("*.wasm"))
listed = {f"{component['name']}-{component['version']}" for component in json.loads(text)["components"]}
named = set()
for module in modules:
    in_this = {match.decode() for match in re.findall(rb"crates/([\w.+-]+?)/src/", module.read_bytes())}
    if not in_this or in_this - listed:
        sys.exit(f"in {module.name}, but not listed: {sorted(in_this - listed) or 'nothing is named'}")
    named |= in_this
if len(modules) != 2:
    sys.exit(f"the module comes in two parts, and here are {len(modules)}")
print(f"CycloneDX: {len(listed)} components as the schema says, among them all {len(named)} that the module names")
