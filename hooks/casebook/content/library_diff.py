"""Changes: what one library publishes otherwise than another, told without any of its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from casebook.content.aliases import alias_targets
from casebook.content.contents import Bulletin, Case, Content, Offence
from casebook.content.library import Library


class ChangeKind(StrEnum):
    """What became of something that is or was published."""

    NEW = "new"
    RELEASED = "released"
    """A draft became public."""
    CHANGED = "changed"
    CORRECTED = "corrected"
    """An editor's correction was added."""
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    """What was withdrawn is public again."""
    MOVED = "moved"
    """Its former address leads on."""
    GONE = "gone"
    """Its address leads nowhere: nothing may ever end like this."""


class Subject(StrEnum):
    """What it happened to."""

    CASE = "case"
    BULLETIN = "bulletin"
    OFFENCE = "offence"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Change:
    """One step of one thing."""

    step: ChangeKind
    subject: Subject
    name: str
    """The id of a case or bulletin, the path below docs/ of a page."""
    title: str = ""
    """Empty for what is withdrawn or gone, which may be just because of what it says."""
    former: str = ""
    """The name that a moved one had before."""
    parts: tuple[str, ...] = ()
    """The titles of the fields that differ, in the order of the model."""
    body: bool = False
    """Whether the text below the front matter differs."""
    all_of_it: bool = False
    """Whether what was there before could not be read, and so not be compared."""


@dataclass(frozen=True, slots=True)
class LibraryDiff:
    """All changes from one library to another."""

    published: tuple[Change, ...]
    """By step, then by subject and name."""
    drafts: int
    """How many drafts of cases are new or not as they were; nothing more is told of them."""


def diff(base: Library, head: Library) -> LibraryDiff:
    """What becomes of the library `base` where `head` takes its place."""
    found = [*_of_head(base, head), *_of_base(base, head)]
    steps, subjects = list(ChangeKind), list(Subject)
    in_order = sorted(
        found,
        key=lambda one: (steps.index(one.step), subjects.index(one.subject), one.name, one.former),
    )
    return LibraryDiff(tuple(in_order), _drafts(base, head))


def _of_head(base: Library, head: Library) -> Iterator[Change]:
    """What is there now, against what stood in its place."""
    stood = {_place(after): before for before, after in _moves(base, head)} | _by_place(base)
    for place, after in _by_place(head).items():
        before = stood.get(place)
        if after.uri in head.drafts:
            continue
        if after.uri in base.broken:
            yield _change(ChangeKind.CHANGED, after, all_of_it=True)
        elif before is None or before.uri in base.drafts:
            yield _change(_arrival(before, after), after)
        elif found := _difference(before, after):
            yield found


def _of_base(base: Library, head: Library) -> Iterator[Change]:
    """What was published and is no longer where it was; what cannot be read is no loss."""
    moved = {_place(before): after for before, after in _moves(base, head)}
    there = {place for place, one in _by_place(head).items() if one.uri not in head.drafts}
    for place, before in _by_place(base).items():
        if place in there or before.uri in base.drafts or before.uri in head.broken:
            continue
        if after := moved.get(place):
            yield _change(ChangeKind.MOVED, after, former=_name(before))
        else:
            yield Change(ChangeKind.GONE, _subject(before), _name(before))


def _arrival(before: Content | None, after: Content) -> ChangeKind:
    if _is_withdrawn(after):
        return ChangeKind.WITHDRAWN
    return ChangeKind.NEW if before is None else ChangeKind.RELEASED


def _difference(before: Content, after: Content) -> Change | None:
    """How two published states of the same thing differ, if they do."""
    parts = tuple(_parts(before, after))
    body = before.document.body != after.document.body
    if not parts and not body:
        return None
    return _change(_step(before, after), after, parts=parts, body=body)


def _step(before: Content, after: Content) -> ChangeKind:
    """The weightiest of what happened; what was withdrawn and still is has merely changed."""
    if _is_withdrawn(before) != _is_withdrawn(after):
        return ChangeKind.WITHDRAWN if _is_withdrawn(after) else ChangeKind.RESTORED
    if isinstance(before, Case) and isinstance(after, Case) and not after.is_withdrawn:
        had = before.fields.corrections
        if any(correction not in had for correction in after.fields.corrections):
            return ChangeKind.CORRECTED
    return ChangeKind.CHANGED


def _parts(before: Content, after: Content) -> Iterator[str]:
    """The titles of the fields that differ; of a moved one not that it now says where it was."""
    said_by_move = set()
    if _place(before) != _place(after):
        said_by_move = {"aliases"} if isinstance(after, Case | Bulletin) else {"moved_from"}
    for key, field in type(after.fields).model_fields.items():
        values = [_ordered(getattr(one.fields, key, None)) for one in (before, after)]
        if values[0] != values[1] and key not in said_by_move:
            yield field.title or key


def _ordered(value: object) -> object:
    """A value whose order counts too, for it is the order in which readers see it."""
    return tuple(value.items()) if isinstance(value, Mapping) else value


def _moves(base: Library, head: Library) -> Iterator[tuple[Content, Content]]:
    """What was published under an address that something else now calls its former one."""
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
    """What its address is made of: `a.md` and `a/index.md` answer at the same one."""
    return content.uri.removesuffix(".md").removesuffix("/index")


def _change(
    step: ChangeKind,
    content: Content,
    former: str = "",
    parts: tuple[str, ...] = (),
    body: bool = False,
    all_of_it: bool = False,
) -> Change:
    title = "" if _is_withdrawn(content) else content.title
    subject, name = _subject(content), _name(content)
    return Change(step, subject, name, title, former, parts, body, all_of_it)


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
