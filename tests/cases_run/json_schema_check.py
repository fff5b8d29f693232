#!/usr/bin/env python3
"""Holds the golden JSON Schemas to an independent validator: json_schema_check.py <tests/cases> <documents>

Every golden is a valid schema of draft 2020-12. <documents> is what test_cases_run wrote with to_json, one document a
line as `case definition json`; each must be valid. The documents below must not be, save those that say so.
"""
import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit("This test needs python3-jsonschema: install it with `apt-get install python3-jsonschema`.")

PRODUCT = {"code": "ABC", "label": "x", "share": 10, "ratio": 0.5, "price": "1.05", "size": "S", "tags": ["a"]}


def without(name):
    return {key: value for key, value in PRODUCT.items() if key != name}


DOCUMENTS = [
    # case, definition, document, whether it is valid
    ("rules", "NewProduct", PRODUCT, True),
    ("rules", "NewProduct", {**PRODUCT, "pack": 12, "note": None, "opened": "2026-01-31"}, True),
    ("rules", "NewProduct", {**PRODUCT, "price": 1.05}, True),
    ("rules", "NewProduct", without("code"), False),
    ("rules", "NewProduct", {**PRODUCT, "code": "AB"}, False),
    ("rules", "NewProduct", {**PRODUCT, "code": "A" * 13}, False),
    ("rules", "NewProduct", {**PRODUCT, "code": "漢" * 12}, True),
    ("rules", "NewProduct", {**PRODUCT, "share": 9}, False),
    ("rules", "NewProduct", {**PRODUCT, "share": 101}, False),
    ("rules", "NewProduct", {**PRODUCT, "share": "10"}, False),
    ("rules", "NewProduct", {**PRODUCT, "ratio": 1}, False),
    ("rules", "NewProduct", {**PRODUCT, "pack": 7}, False),
    ("rules", "NewProduct", {**PRODUCT, "pack": None}, False),
    ("rules", "NewProduct", {**PRODUCT, "size": "XL"}, False),
    ("rules", "NewProduct", {**PRODUCT, "tags": []}, False),
    ("rules", "NewProduct", {**PRODUCT, "tags": ["a", "a"]}, False),
    ("rules", "NewProduct", {**PRODUCT, "tags": [""]}, False),
    ("rules", "NewProduct", {**PRODUCT, "price": "1.055"}, False),
    ("rules", "NewProduct", {**PRODUCT, "unknown": 1}, False),
    ("rules", "NewProduct", {**PRODUCT, "total": 1}, False),
    ("structs", "Geo", {"lat": 91, "lon": 0}, False),
    ("structs", "Address", {"street": "s", "zip": "1", "geo": {"lat": 1}}, False),
    ("blog", "NewUser", {"email": "ada@example.com", "name": "Ada", "role": "administrator"}, True),
    ("blog", "NewUser", {"email": "ada", "name": "Ada"}, False),
    ("blog", "NewUser", {"email": "ada@example.com", "name": "Ada", "role": "admin"}, False),
]


def validator(schemas, case, definition):
    return Draft202012Validator({**schemas[case], "$ref": "#/$defs/" + definition})


def main(cases, documents):
    schemas = {}
    for golden in sorted(pathlib.Path(cases).glob("*/schema.json")):
        schemas[golden.parent.name] = json.loads(golden.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schemas[golden.parent.name])
    wrong = []
    for case, definition, document, valid in DOCUMENTS:
        if validator(schemas, case, definition).is_valid(document) != valid:
            wrong.append(f"{case} {definition} {document} should be {'valid' if valid else 'invalid'}")
    lines = pathlib.Path(documents).read_text(encoding="utf-8").splitlines()
    for line in lines:
        case, definition, text = line.split(" ", 2)
        for error in validator(schemas, case, definition).iter_errors(json.loads(text)):
            wrong.append(f"{case} {definition}: {error.json_path}: {error.message}")
    for mistake in wrong:
        print(mistake)
    print(f"{len(schemas)} schemas, {len(DOCUMENTS)} documents, {len(lines)} written by to_json, {len(wrong)} wrong")
    return 1 if wrong or not lines else 0


sys.exit(main(sys.argv[1], sys.argv[2]))
