"""`casebook schema`: writes JSON Schemas and snippets for text editors from the models."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from casebook.commands.exit_codes import FOUND, MISUSED, OK
from casebook.commands.rewriting import rewrite, rewriting_refusal
from casebook.config.project import Project
from casebook.content.file_access import reason_of
from casebook.content.file_writing import LinkError
from casebook.content.loader import load
from casebook.editor.json_schema import SCHEMAS, schema_of
from casebook.editor.snippets import snippets
from casebook.texts import commands as texts


def run(options: argparse.Namespace) -> int:
    """Writes a JSON Schema of every model into a folder, and VS Code snippets with `--snippets`."""
    library, _ = load(Project.here().folders)
    if any(uri.startswith("offences/") for uri in library.broken):
        print(texts.OFFENCES_BROKEN, file=sys.stderr)
        return FOUND
    files = {
        options.folder / f"{name}.json": _json(schema_of(model, library.offences))
        for name, model in SCHEMAS.items()
    }
    if options.snippets:
        files[options.snippets] = _json(snippets(group.title for group in library.offences))
    return _write(files)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _write(files: Mapping[Path, str]) -> int:
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            rewrite(path, text)
        except LinkError as error:
            print(rewriting_refusal(path, error), file=sys.stderr)
            return MISUSED
        except OSError as error:
            refusal = texts.SCHEMAS_REFUSED.format(path=path, reason=reason_of(error))
            print(refusal, file=sys.stderr)
            return MISUSED
    print(texts.SCHEMAS_WRITTEN.format(paths="、".join(map(str, files))))
    return OK
