"""`casebook import`: converts bulletins into folders of drafts."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from casebook.checks.redaction import redacted_text
from casebook.commands.exit_codes import MISUSED, OK
from casebook.commands.new import WHOLE_COUNTRY_SLUG
from casebook.commands.personal_drafts import ensure_impersonal_name, personal_notice
from casebook.commands.refusal import RefusedError, with_refusals
from casebook.config.project import Project
from casebook.content.field_types import BULLETIN_ID
from casebook.content.file_access import reason_of
from casebook.content.file_writing import LinkError
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.content.model_base import required_keys
from casebook.content.partial_date import PartialDate
from casebook.content.written_date import date_advice
from casebook.editor.draft import Draft
from casebook.editor.draft_folder import OccupiedError, write
from casebook.importer.doubts import doubts_of
from casebook.importer.drafts import drafts_of
from casebook.importer.extract import BulletinFacts, facts_of
from casebook.importer.facts_json import as_json
from casebook.importer.input_files import Input, InputError, inputs_of, unreadable
from casebook.importer.isolation import read_isolated
from casebook.importer.left_out_texts import left_out_lines, left_out_summary
from casebook.importer.picture_copies import copies
from casebook.importer.readers.source import UnreadableError
from casebook.importer.reading_notes import notes_of
from casebook.texts import commands as texts


@with_refusals
def run(options: argparse.Namespace) -> int:
    """Writes the drafts of each bulletin, or prints them with `--dry-run`.

    A file that is refused does not stop the others; then the exit code is MISUSED.
    """
    project = Project.here()
    published = _day(options.published)
    library, _ = load(project.folders)
    try:
        inputs = inputs_of(options.files)
    except InputError as error:
        raise RefusedError(str(error)) from error
    if options.into is not None and len(inputs.files) > 1:
        raise RefusedError(texts.ONE_FOLDER.format(count=len(inputs.files)))
    if inputs.left_out:
        names = "、".join(map(redacted_text, inputs.left_out))
        print(texts.FILES_LEFT_OUT.format(names=names), file=sys.stderr)
    importing = _Importing(options, project, library, published)
    if options.dry_run and options.format == "json":
        return importing.print_json(inputs.files)
    refused = sum(not importing.write(file) for file in inputs.files)
    return MISUSED if refused else OK


class _Importing:
    """The import of files with the options of one command."""

    def __init__(
        self,
        options: argparse.Namespace,
        project: Project,
        library: Library,
        published: PartialDate | None,
    ) -> None:
        self._options = options
        self._project = project
        self._library = library
        self._published = published

    def print_json(self, files: Iterable[Input]) -> int:
        """Prints the facts of a file as an object, those of several as a list of objects."""
        found: list[dict[str, object]] = []
        refused = 0
        for file in files:
            try:
                found.append({"file": file.name, **as_json(self._facts(file))})
            except RefusedError as refusal:
                print(refusal, file=sys.stderr)
                refused += 1
        if found:
            shown = found[0] if len(found) + refused == 1 else found
            print(json.dumps(shown, ensure_ascii=False, indent=2))
        return MISUSED if refused else OK

    def write(self, file: Input) -> bool:
        """Writes the drafts of a file and says what is open; False if it is refused."""
        if len(self._options.files) > 1 or file.name not in self._options.files:
            print(texts.FILE_HEAD.format(file=file.name))
        try:
            facts = self._facts(file)
            if not facts.cases:
                raise RefusedError(texts.NO_CASES.format(file=file.name))
            self._write(facts)
        except RefusedError as refusal:
            print(self._named(refusal, file), file=sys.stderr)
            return False
        return True

    def _named(self, refusal: RefusedError, file: Input) -> str:
        """A refusal, with the file in front where several are imported and it names none."""
        said = str(refusal)
        is_named = file.name in self._options.files[:1] or file.name in said
        return said if is_named else texts.OF_FILE.format(file=file.name, text=said)

    def _facts(self, file: Input) -> BulletinFacts:
        try:
            document = read_isolated(file.read())
        except InputError as error:
            raise RefusedError(str(error)) from error
        except UnreadableError as error:
            raise RefusedError(str(unreadable(error.refusal, file.name))) from error
        return facts_of(document, self._library.offences, self._published)

    def _write(self, facts: BulletinFacts) -> None:
        drafts = drafts_of(facts)
        folder = self._folder(facts)
        ensure_impersonal_name(folder.name, self._library.words)
        shown = self._project.folders.shown(folder)
        pictures = copies(facts.document.pictures) if self._options.pictures else None
        if self._options.dry_run:
            print(texts.WOULD_IMPORT.format(folder=shown))
        else:
            contents = {name: draft.text() for name, draft in drafts.items()}
            _write(folder, shown, {**contents, **(pictures.files if pictures else {})})
            print(texts.IMPORTED.format(folder=shown, cases=len(facts.cases)))
        for name, draft in drafts.items():
            print(_line(name, draft))
        for line in self._notices(facts, drafts):
            print(line)
        if pictures and pictures.files:
            names = "、".join(pictures.files)
            print(texts.PICTURES_COPIED.format(count=len(pictures.files), names=names))
        if pictures and pictures.skipped:
            print(texts.PICTURES_SKIPPED.format(names="、".join(pictures.skipped)))
        if not self._options.dry_run:
            print(texts.NEXT_STEP.format(folder=shown))

    def _notices(self, facts: BulletinFacts, drafts: Mapping[str, Draft]) -> Iterator[str]:
        """What was not read, what was left out, and what must be compared with the source."""
        yield from notes_of(facts.document)
        if facts.document.pictures and not self._options.pictures:
            names = "、".join(redacted_text(one.name) for one in facts.document.pictures)
            yield texts.PICTURES_LEFT.format(count=len(facts.document.pictures), names=names)
        if summary := left_out_summary(facts.left_out):
            yield summary
        if self._options.dry_run:
            yield from map(redacted_text, left_out_lines(facts.left_out))
        texts_of = (draft.text() for draft in drafts.values())
        if notice := personal_notice(texts_of, self._library.words):
            yield notice
        yield from doubts_of(facts)

    def _folder(self, facts: BulletinFacts) -> Path:
        """The folder of the drafts: `--into`, or one named after date and place."""
        into = self._options.into
        if into is not None:
            if not re.fullmatch(BULLETIN_ID, into.name):
                raise RefusedError(texts.FOLDER_WRONG.format(folder=into.name))
            return Path(into).absolute()
        day, home = facts.announcement.published, facts.announcement.home
        if day is None:
            raise RefusedError(texts.NO_DATE)
        return self._project.folders.cases / f"{day}-{home.slug if home else WHOLE_COUNTRY_SLUG}"


def _day(written: str | None) -> PartialDate | None:
    if written is None:
        return None
    try:
        if (day := PartialDate.parse(written)).day:
            return day
    except ValueError:
        pass
    advice = date_advice(written, is_full=True)
    raise RefusedError(texts.DATE_WRONG.format(date=written, expected=advice))


def _write(folder: Path, shown: str, files: Mapping[str, str | bytes]) -> None:
    try:
        write(folder, files)
    except OccupiedError as error:
        paths = "、".join(f"{shown}/{path.name}" for path in error.paths)
        raise RefusedError(texts.OCCUPIED.format(paths=paths)) from error
    except LinkError as error:
        raise RefusedError(texts.FOLDER_IS_LINK.format(folder=shown)) from error
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
