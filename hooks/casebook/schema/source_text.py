"""The source of a bulletin in words: the one place that tells it, for pages, data and citations."""

from __future__ import annotations

from dataclasses import dataclass

from casebook.content.field_types import SourceKind
from casebook.content.model import BulletinFields
from casebook.texts import pages as texts


@dataclass(frozen=True, slots=True)
class SourceText:
    """What a bulletin's cases are taken from, in words."""

    name: str
    """The place of publication, without a day."""
    cited: str
    """Who published what, and when, as in a citation."""
    note: str
    """What the source leaves open; empty for a unit's own bulletin."""
    title_label: str
    """What the title of the source is called."""
    day_label: str
    """What the day of the bulletin is called."""
    step: str
    """What happened on that day: the announcement or the repost."""

    @property
    def statement(self) -> str:
        """The citation with the note."""
        return f"{self.cited}（{self.note}）" if self.note else self.cited


def source_text(fields: BulletinFields) -> SourceText:
    """The source of a bulletin in words, from its front matter."""
    kind = fields.source_kind.value
    values = {
        "publisher": fields.publisher,
        "day": texts.DAY.format(day=fields.published),
        "medium": fields.medium or texts.table("SOURCE_MEDIA").get(kind, ""),
        "origin": _origin(fields),
    }
    return SourceText(
        name=texts.table("SOURCE_NAMES")[kind].format(**values),
        cited=texts.table("SOURCES")[kind].format(**values),
        note=_note(fields),
        title_label=texts.table("SOURCE_TITLES")[kind],
        day_label=texts.table("SOURCE_DAYS")[kind],
        step=texts.table("SOURCE_STEPS")[kind],
    )


def _origin(fields: BulletinFields) -> str:
    """What was reposted: a report of the place that it is from, or else the unit's bulletin."""
    if fields.reposted_from is not None:
        return texts.SOURCE_REPORT.format(publisher=fields.reposted_from)
    return texts.SOURCE_BULLETIN.format(publisher=fields.publisher)


def _note(fields: BulletinFields) -> str:
    notes = texts.table("SOURCE_NOTES")
    if fields.source_kind is SourceKind.REPORT and fields.medium is None:
        return notes["unnamed"]
    return notes.get(fields.source_kind.value, "")
