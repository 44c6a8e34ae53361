#!/usr/bin/env bash
# Expected: the JSON Schema of a field holds the same constraints whichever of AfterValidator and Field comes first
# in Annotated; at least the schemas for validation and for serialization agree.
# Happens: behind an AfterValidator a `pattern` is enforced, but missing from the schema for validation (and present in
# the one for serialization); `ge=1` is written as the keyword "ge", which JSON Schema does not know and every checker
# passes over, instead of "minimum".
# Matters: editors get this schema in their text editor; it stops marking wrong codes and amounts and no test fails.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check pydantic==2.14.4
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field, ValidationError

print("pydantic", version("pydantic"))
CODE, COUNT = Field(pattern="^[0-9]{6}$"), Field(ge=1)


class Before(BaseModel):
    code: Annotated[str, CODE, AfterValidator(str.strip)]
    count: Annotated[int, COUNT, AfterValidator(abs)]


class Behind(BaseModel):
    code: Annotated[str, AfterValidator(str.strip), CODE]
    count: Annotated[int, AfterValidator(abs), COUNT]


WANTED = {
    (Before, "validation"): (["pattern"], ["minimum"]),
    (Before, "serialization"): (["pattern"], ["minimum"]),
    (Behind, "validation"): ([], ["ge"]),
    (Behind, "serialization"): (["pattern"], ["ge"]),
}
for (model, mode), wanted in WANTED.items():
    fields = model.model_json_schema(mode=mode)["properties"]
    got = tuple(sorted(set(fields[name]) - {"title", "type"}) for name in ("code", "count"))
    print(model.__name__, mode, *got)
    assert got == wanted, (model, mode, got, wanted)
try:
    Behind(code="abcdef", count=0)
except ValidationError as error:
    print("enforced all the same:", [found["loc"][0] for found in error.errors()])
    assert error.error_count() == 2, error
else:
    raise SystemExit("the constraints are no longer enforced")
PY
