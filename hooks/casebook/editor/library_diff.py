"""Changes between the published content of two libraries, without any of its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from casebook.content.aliases import alias_targets
from casebook.content.contents import Bulletin, Case, Content, Offence
from casebook.content.library import Library


class ChangeKind(StrEnum):
    """The kind of a change of published content, in the order of a report."""

    NEW = "new"
    RELEASED = "released"
    """A draft became public."""
    CHANGED = "changed"
    CORRECTED = "corrected"
    """An editor's correction was added."""
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    """A withdrawn case is public again."""
    MOVED = "moved"
    """Its former address redirects to the new one."""
    GONE = "gone"
    """Its address has no redirect: this must never happen."""


class Subject(StrEnum):
    """The kind of content that changed."""

    CASE = "case"
    BULLETIN = "bulletin"
    OFFENCE = "offence"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one content."""

    kind: ChangeKind
    subject: Subject
    name: str
    """The id of a case or bulletin, the path below docs/ of a page."""
    title: str = ""
    """Empty for withdrawn or gone content, for the title may be the reason of it."""
    former: str = ""
    """The previous name of moved content."""
    parts: tuple[str, ...] = ()
    """The titles of the fields that differ, in the order of the model."""
    body: bool = False
    """Whether the text below the front matter differs."""
    was_unreadable: bool = False
    """Whether the previous version could not be read, and so not be compared."""


@dataclass(frozen=True, slots=True)
class LibraryDiff:
    """All changes from one library to another."""

    published: tuple[Change, ...]
    """Sorted by kind, then by subject and name."""
    drafts: int
    """The number of new or changed draft cases; they are not listed."""


def diff(base: Library, head: Library) -> LibraryDiff:
    """The changes from the library `base` to the library `head`."""
    found = [*_of_head(base, head), *_of_base(base, head)]
    kinds, subjects = list(ChangeKind), list(Subject)
    in_order = sorted(
        found,
        key=lambda one: (kinds.index(one.kind), subjects.index(one.subject), one.name, one.former),
    )
    return LibraryDiff(tuple(in_order), _drafts(base, head))


def _of_head(base: Library, head: Library) -> Iterator[Change]:
    """The changes of the content of `head` against what was at the same place in `base`."""
    previous = {_place(after): before for before, after in _moves(base, head)} | _by_place(base)
    for place, after in _by_place(head).items():
        before = previous.get(place)
        if after.uri in head.drafts:
            continue
        if after.uri in base.broken:
            yield _change(ChangeKind.CHANGED, after, was_unreadable=True)
        elif before is None or before.uri in base.drafts:
            yield _change(_kind_of_new(before, after), after)
        elif found := _difference(before, after):
            yield found


def _of_base(base: Library, head: Library) -> Iterator[Change]:
    """Published content of `base` that moved or is gone; content broken in `head` is not gone."""
    moved = {_place(before): after for before, after in _moves(base, head)}
    there = {place for place, one in _by_place(head).items() if one.uri not in head.drafts}
    for place, before in _by_place(base).items():
        if place in there or before.uri in base.drafts or before.uri in head.broken:
            continue
        if after := moved.get(place):
            yield _change(ChangeKind.MOVED, after, former=_name(before))
        else:
            yield Change(ChangeKind.GONE, _subject(before), _name(before))


def _kind_of_new(before: Content | None, after: Content) -> ChangeKind:
    if _is_withdrawn(after):
        return ChangeKind.WITHDRAWN
    return ChangeKind.NEW if before is None else ChangeKind.RELEASED


def _difference(before: Content, after: Content) -> Change | None:
    """The change between two published versions of the same content, None where they are equal."""
    parts = tuple(_parts(before, after))
    body = before.document.body != after.document.body
    if not parts and not body:
        return None
    return _change(_kind(before, after), after, parts=parts, body=body)


def _kind(before: Content, after: Content) -> ChangeKind:
    """The most important kind of change; a case that stays withdrawn has merely changed."""
    if _is_withdrawn(before) != _is_withdrawn(after):
        return ChangeKind.WITHDRAWN if _is_withdrawn(after) else ChangeKind.RESTORED
    if isinstance(before, Case) and isinstance(after, Case) and not after.is_withdrawn:
        had = before.fields.corrections
        if any(correction not in had for correction in after.fields.corrections):
            return ChangeKind.CORRECTED
    return ChangeKind.CHANGED


def _parts(before: Content, after: Content) -> Iterator[str]:
    """The titles of the fields that differ; of moved content except the field of the aliases."""
    alias_fields = set()
    if _place(before) != _place(after):
        alias_fields = {"aliases"} if isinstance(after, Case | Bulletin) else {"moved_from"}
    for key, field in type(after.fields).model_fields.items():
        values = [_ordered(getattr(one.fields, key, None)) for one in (before, after)]
        if values[0] != values[1] and key not in alias_fields:
            yield field.title or key


def _ordered(value: object) -> object:
    """A value to compare, with the order of a mapping, which readers see."""
    return tuple(value.items()) if isinstance(value, Mapping) else value


def _moves(base: Library, head: Library) -> Iterator[tuple[Content, Content]]:
    """Published content of `base` whose address is an alias of content in `head`."""
    claims, there = alias_targets(head, head.drafts), _by_place(head)
    for place, before in _by_place(base).items():
        if place in claims and place not in there and before.uri not in base.drafts:
            yield before, claims[place]


def _drafts(base: Library, head: Library) -> int:
    before = {case.id: case for case in base.cases}
    return sum(
        case.is_draft and (case.id not in before or bool(_difference(before[case.id], case)))
        for case in head.cases
    )


def _by_place(library: Library) -> dict[str, Content]:
    return {_place(content): content for content in library.contents}


def _place(content: Content) -> str:
    """The uri without its ending: `a.md` and `a/index.md` have the same address."""
    return content.uri.removesuffix(".md").removesuffix("/index")


def _change(
    kind: ChangeKind,
    content: Content,
    former: str = "",
    parts: tuple[str, ...] = (),
    body: bool = False,
    was_unreadable: bool = False,
) -> Change:
    title = "" if _is_withdrawn(content) else content.title
    subject, name = _subject(content), _name(content)
    return Change(kind, subject, name, title, former, parts, body, was_unreadable)


def _is_withdrawn(content: Content) -> bool:
    return isinstance(content, Case) and content.is_withdrawn


def _subject(content: Content) -> Subject:
    if isinstance(content, Case):
        return Subject.CASE
    if isinstance(content, Bulletin):
        return Subject.BULLETIN
    return Subject.OFFENCE if isinstance(content, Offence) else Subject.PAGE


def _name(content: Content) -> str:
    return content.id if isinstance(content, Case | Bulletin) else content.uri
