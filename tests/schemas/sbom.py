"""The list of what is shipped, held against its schema and against the module, all parts of it: `python tests/schemas/sbom.py DIST`."""

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

# Where a crate can panic, the module names its source; a small part of it may name none.
listed = {f"{component['name']}-{component['version']}" for component in json.loads(text)["components"]}
parts = {}
for module in sorted((dist / "web").glob("*.wasm")):
    named = {match.decode() for match in re.findall(rb"crates/([\w.+-]+?)/src/", module.read_bytes())}
    if named - listed:
        sys.exit(f"in {module.name}, but not listed: {sorted(named - listed)}")
    parts[re.sub(r"-[0-9a-f]{8}$", "", module.stem)] = named
missing = {"zhice", "zhice-late", "zhice-checker", "zhice-xlsx"} - parts.keys()
if missing or not parts["zhice"]:
    sys.exit(f"parts of the module that are not here: {sorted(missing) or 'its first names nothing'}")
inside = set().union(*parts.values())
print(f"CycloneDX: {len(listed)} components as the schema says, among them all {len(inside)} that the module names")
