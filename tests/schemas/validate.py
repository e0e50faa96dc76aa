"""jsonschema on the cases: `python tests/schemas/validate.py FOLDER`."""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match


def read(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def check(schema, takes, refuses):
    """What is not as expected, a line each."""
    rules = read(schema)
    Draft202012Validator.check_schema(rules)
    validator = Draft202012Validator(rules, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for path in takes:
        error = best_match(validator.iter_errors(read(path)))
        if error is not None:
            pointer = "".join(f"/{step}" for step in error.absolute_path)
            yield f"{path} at `{pointer}`: {error.message[:200]}, says {schema}"
    for path in refuses:
        if validator.is_valid(read(path)):
            yield f"{path}: taken by {schema}, though it is wrong"


cases = read(Path(sys.argv[1]) / "cases.json")
failures = [failure for case in cases for failure in check(**case)]
count = sum(len(case["takes"]) + len(case["refuses"]) for case in cases)
for failure in failures:
    print(failure, file=sys.stderr)
print(f"jsonschema: {count} files, {len(failures)} not as expected")
sys.exit(1 if failures else 0)
