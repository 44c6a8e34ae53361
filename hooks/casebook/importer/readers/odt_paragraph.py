"""OpenDocument paragraphs: the text of one paragraph, run by run, and what is anchored in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from casebook.importer.document import Note, Unseen
from casebook.importer.readers.odt_contents import Contents, is_textless
from casebook.importer.readers.odt_styles import Look, Styles
from casebook.importer.readers.package import attribute, child, local
from casebook.importer.readers.runs import Runs


@dataclass(slots=True)
class Changes:
    """The tracked changes of a part."""

    deleted: frozenset[str] = frozenset()
    """The identifiers of regions that are deleted and yet stand in the text."""
    open: set[str] = field(default_factory=set)

    def pass_mark(self, mark: Element) -> None:
        """Passes the begin or the end of a region, or the place of a text that was deleted."""
        name = attribute(mark, "change-id")
        if local(mark) == "change-end":
            self.open.discard(name)
        elif local(mark) == "change-start" and name in self.deleted:
            self.open.add(name)


@dataclass(slots=True)
class Paragraph:
    """What was read of a paragraph."""

    runs: Runs = field(default_factory=Runs)
    before: list[Element] = field(default_factory=list)
    """Frames and shapes in front of its text."""
    after: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    """The bodies of footnotes."""


class Inline:
    """Reads the text within paragraphs of one part."""

    def __init__(self, contents: Contents, styles: Styles, changes: Changes) -> None:
        self._contents = contents
        self._styles = styles
        self._changes = changes
        self._paragraph = Paragraph()

    def read(self, element: Element) -> Paragraph:
        """The paragraph of a `text:p` or `text:h`."""
        self._paragraph = Paragraph()
        self._read(element, self._styles.look("paragraph", attribute(element, "style-name")))
        return self._paragraph

    def _read(self, element: Element, look: Look) -> None:
        """Reads the text before and between the elements of one."""
        self._add(element.text, look)
        for one in element:
            self._element(one, look)
            self._add(one.tail, look)

    def _element(self, element: Element, look: Look) -> None:
        name = local(element)
        if action := _ACTIONS.get(name):
            action(self, element, look)
        elif name in _PRINTED:
            self._put(_PRINTED[name], look)
        elif _is_drawn(element):
            self._anchor(element, look)
        elif name in ("span", "a", "ruby-base"):
            own = self._styles.look("text", attribute(element, "style-name"))
            self._read(element, own.over(look))
        elif not is_textless(element):
            self._read(element, look)

    def _add(self, text: str | None, look: Look) -> None:
        if text:
            self._put(text.replace("\n", " ").replace("\r", " "), look)

    def _put(self, text: str, look: Look) -> None:
        if reason := self._unseen(look):
            self._contents.tally.leave_out(reason, text)
        else:
            self._contents.tally.read(text)
            self._paragraph.runs.add(text, bool(look.is_bold))

    def _unseen(self, look: Look) -> Unseen | None:
        if self._changes.open:
            return Unseen.DELETED
        if look.is_hidden:
            return Unseen.HIDDEN
        return Unseen.STRUCK if look.is_struck else None

    def _anchor(self, element: Element, look: Look) -> None:
        """Keeps a frame or a shape for later, unless the text around is not seen."""
        reason = self._unseen(look)
        if reason in (Unseen.DELETED, Unseen.HIDDEN):
            self._contents.leave_out(reason, element)
        elif self._paragraph.runs.has_text:
            self._paragraph.after.append(element)
        else:
            self._paragraph.before.append(element)

    def _note(self, element: Element, look: Look) -> None:
        body = child(element, "note-body")
        reason = self._unseen(look)
        if body is not None and reason in (Unseen.DELETED, Unseen.HIDDEN):
            self._contents.leave_out(reason, body)
        elif body is not None:
            self._paragraph.notes.append(body)

    def _annotation(self, element: Element, _: Look) -> None:
        self._contents.leave_out(Unseen.COMMENT, element)

    def _change(self, element: Element, _: Look) -> None:
        self._contents.notes[Note.REVISIONS] = None
        self._changes.pass_mark(element)

    def _hidden_text(self, element: Element, look: Look) -> None:
        """Reads a field that prints its text on a condition."""
        if attribute(element, "is-hidden") == "true":
            self._contents.tally.leave_out(Unseen.HIDDEN, attribute(element, "string-value"))
            self._contents.leave_out(Unseen.HIDDEN, element)
        else:
            self._read(element, look)

    def _variable(self, element: Element, look: Look) -> None:
        """Reads a field that sets a variable, and may print it."""
        if attribute(element, "display") == "none":
            self._contents.leave_out(Unseen.HIDDEN, element)
        else:
            self._read(element, look)


def _is_drawn(element: Element) -> bool:
    """Whether it is a frame or a shape."""
    return ":drawing:" in str(element.tag) and local(element) != "a"


_ACTIONS: dict[str, Callable[[Inline, Element, Look], None]] = {
    "note": Inline._note,
    "annotation": Inline._annotation,
    "change-start": Inline._change,
    "change-end": Inline._change,
    "change": Inline._change,
    "hidden-text": Inline._hidden_text,
    "variable-set": Inline._variable,
    "variable-input": Inline._variable,
    "user-field-get": Inline._variable,
    "user-field-input": Inline._variable,
}
_PRINTED = {"s": " ", "tab": "\t", "line-break": "\n"}
"""Spaces are put together, so that one stands for several."""
