"""`casebook new`: creates an empty draft of a bulletin or a case."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from casebook.checks.redaction import redacted_text
from casebook.commands.exit_codes import OK
from casebook.commands.field_prompts import field_values
from casebook.commands.personal_drafts import ensure_impersonal_name, personal_notice
from casebook.commands.refusal import RefusedError, with_refusals
from casebook.commands.rewriting import writing_refusal
from casebook.config.project import Project
from casebook.content.contents import Bulletin
from casebook.content.field_types import BULLETIN_ID
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.content.model import BulletinFields, CaseFields
from casebook.editor.draft import Draft, Value
from casebook.editor.draft_folder import OccupiedError, write
from casebook.editor.draft_notes import INDEX, open_fields
from casebook.importer.whereabouts import home_of
from casebook.places.gazetteer import gazetteer
from casebook.texts import commands as texts

WHOLE_COUNTRY_SLUG = "quanguo"


@with_refusals
def run(options: argparse.Namespace) -> int:
    """Writes the draft of a bulletin or of a case; other fields are prompted for or left open."""
    project = Project.here()
    if options.kind == "bulletin":
        folder, name, draft = _bulletin(options, project)
    else:
        folder, name, draft = _case(options, project)
    library, _ = load(project.folders)
    ensure_impersonal_name(folder.name, library.words)
    shown = f"{project.folders.shown(folder)}/{name}"
    try:
        write(folder, {name: draft.text()})
    except OccupiedError as error:
        raise RefusedError(texts.OCCUPIED_ONE.format(path=shown)) from error
    except OSError as error:
        place = project.folders.shown(folder)
        raise RefusedError(writing_refusal(place, error)) from error
    print(texts.CREATED.format(path=shown))
    if notice := personal_notice([draft.text()], library.words):
        print(notice)
    return OK


def _bulletin(options: argparse.Namespace, project: Project) -> tuple[Path, str, Draft]:
    """The folder, file name and draft of a bulletin; the folder is named after date and place."""
    values: dict[str, Value] = dict(field_values(options, BulletinFields))
    slug = options.slug or _slug(values)
    lacking = [
        (texts.NO_DAY, texts.DAY_OPTION) if "published" not in values else None,
        (texts.NO_PLACE, texts.PLACE_OPTION) if slug is None else None,
    ]
    if any(lacking):
        missing, needed = zip(*filter(None, lacking), strict=True)
        told = {"missing": texts.AND.join(missing), "options": texts.AND_ALSO.join(needed)}
        raise RefusedError(texts.NO_FOLDER.format(**told))
    folder = f"{values['published']}-{slug}"
    if not re.fullmatch(BULLETIN_ID, folder):
        raise RefusedError(texts.FOLDER_WRONG.format(folder=folder))
    draft = Draft(BulletinFields, values, "", open_fields(BulletinFields, values))
    return project.folders.cases / folder, INDEX, draft


def _slug(values: Mapping[str, Value]) -> str | None:
    """The name of the place in the address: that of the publisher's city, or of the province."""
    publisher = str(values.get("publisher", ""))
    if home := home_of(publisher, publisher):
        return home.slug
    province = gazetteer().province(str(values.get("province", "")))
    return province.slug if province else WHOLE_COUNTRY_SLUG if "province" in values else None


def _case(options: argparse.Namespace, project: Project) -> tuple[Path, str, Draft]:
    """The folder, file name and draft of a case, with the given number or the first free one."""
    library, _ = load(project.folders)
    bulletins = {one.id: one for one in _bulletins(library)}
    bulletin = bulletins.get(options.bulletin or "")
    if bulletin is None:
        listed = "、".join(sorted(bulletins, reverse=True))
        known = texts.BULLETINS_KNOWN.format(known=listed) if bulletins else texts.NO_BULLETINS
        raise RefusedError(
            texts.BULLETIN_UNKNOWN.format(found=redacted_text(options.bulletin or ""), known=known)
        )
    number = options.number or _free_number(library, bulletin)
    values: dict[str, Value] = {**field_values(options, CaseFields), "status": "draft"}
    draft = Draft(CaseFields, values, "", open_fields(CaseFields, values))
    return project.folders.cases / bulletin.id, f"{number:02}.md", draft


def _bulletins(library: Library) -> Iterator[Bulletin]:
    """The bulletins, and what can be read of those that an editor has not completed yet."""
    yield from library.bulletins
    yield from (one for one in library.partial if isinstance(one, Bulletin))


def _free_number(library: Library, bulletin: Bulletin) -> int:
    """The first number without a file, readable or not, and without an omission."""
    folder = f"cases/{bulletin.id}/"
    names = (uri.removeprefix(folder)[:-3] for uri in library.files if uri.startswith(folder))
    taken = {int(name) for name in names if name.isdecimal()}
    taken |= {item.number for item in bulletin.fields.omitted}
    return next(number for number in range(1, len(taken) + 2) if number not in taken)
