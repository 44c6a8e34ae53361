"""`casebook import`: converts a bulletin into a folder of drafts."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Mapping
from pathlib import Path

from casebook.checks.redaction import redacted_text
from casebook.commands.exit_codes import OK
from casebook.commands.new import WHOLE_COUNTRY_SLUG
from casebook.commands.personal_drafts import ensure_impersonal_name, personal_notice
from casebook.commands.refusal import RefusedError, with_refusals
from casebook.config.project import Project
from casebook.content.field_types import BULLETIN_ID
from casebook.content.file_access import reason_of
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.content.model_base import required_keys
from casebook.content.partial_date import PartialDate
from casebook.content.written_date import date_advice
from casebook.editor.draft import Draft
from casebook.editor.draft_folder import OccupiedError, write
from casebook.importer.drafts import as_json, drafts_of
from casebook.importer.extract import BulletinFacts, facts_of
from casebook.importer.manuscript import UnreadableBulletinError, read
from casebook.texts import commands as texts


@with_refusals
def run(options: argparse.Namespace) -> int:
    """Writes the drafts of a bulletin, or prints them with `--dry-run`."""
    project = Project.here()
    published = _day(options.published)
    library, _ = load(project.folders)
    facts = _facts(options.file, library)
    if options.dry_run and options.format == "json":
        print(json.dumps(as_json(facts, published), ensure_ascii=False, indent=2))
        return OK
    if not facts.cases:
        raise RefusedError(texts.NO_CASES.format(file=options.file))
    drafts = drafts_of(facts, published)
    folder = _folder(options, project, facts, published)
    ensure_impersonal_name(folder.name, library.words)
    shown = project.folders.shown(folder)
    if options.dry_run:
        print(texts.WOULD_IMPORT.format(folder=shown))
    else:
        _write(folder, shown, drafts)
        print(texts.IMPORTED.format(folder=shown, cases=len(facts.cases)))
    for name, draft in drafts.items():
        print(_line(name, draft))
    if notice := personal_notice((draft.text() for draft in drafts.values()), library.words):
        print(notice)
    if facts.announced and facts.announced != len(facts.cases):
        print(texts.COUNT_DIFFERS.format(announced=facts.announced, found=len(facts.cases)))
    if not options.dry_run:
        print(texts.NEXT_STEP.format(folder=shown))
    return OK


def _day(written: str | None) -> str | None:
    if written is None:
        return None
    try:
        if PartialDate.parse(written).day:
            return written
    except ValueError:
        pass
    advice = date_advice(written, is_full=True)
    raise RefusedError(texts.DATE_WRONG.format(date=written, expected=advice))


def _facts(file: Path, library: Library) -> BulletinFacts:
    """The facts of a bulletin file; raises RefusedError if it is unreadable."""
    try:
        manuscript = read(file)
    except UnreadableBulletinError as error:
        raise RefusedError(texts.table("UNREADABLE")[error.code].format(file=file)) from error
    except OSError as error:
        raise RefusedError(texts.FILE_REFUSED.format(file=file, reason=reason_of(error))) from error
    return facts_of(manuscript, library.offences)


def _folder(
    options: argparse.Namespace, project: Project, facts: BulletinFacts, published: str | None
) -> Path:
    """The folder of the drafts: `--into`, or one named after date and place."""
    if options.into is not None:
        if not re.fullmatch(BULLETIN_ID, options.into.name):
            raise RefusedError(texts.FOLDER_WRONG.format(folder=options.into.name))
        return Path(options.into).absolute()
    day = published or facts.announcement.published
    if day is None:
        raise RefusedError(texts.NO_DATE)
    home = facts.announcement.home
    return project.folders.cases / f"{day}-{home.slug if home else WHOLE_COUNTRY_SLUG}"


def _write(folder: Path, shown: str, drafts: Mapping[str, Draft]) -> None:
    try:
        write(folder, {name: draft.text() for name, draft in drafts.items()})
    except OccupiedError as error:
        paths = "、".join(f"{shown}/{path.name}" for path in error.paths)
        raise RefusedError(texts.OCCUPIED.format(paths=paths)) from error
    except OSError as error:
        reason = reason_of(error)
        raise RefusedError(texts.WRITE_REFUSED.format(folder=shown, reason=reason)) from error


def _line(name: str, draft: Draft) -> str:
    """One line for a draft: its file, its title, and its missing required fields."""
    missing = [
        draft.model.model_fields[key].title or key
        for key in required_keys(draft.model)
        if key not in draft.values
    ]
    fields = texts.OPEN_FIELDS.format(fields="、".join(missing)) if missing else ""
    title = redacted_text(str(draft.values.get("title") or texts.UNTITLED))
    return texts.TO_COMPLETE.format(file=name, title=title, open=fields)
