"""Word: what a person sees in a `.docx`, whether Strict, transitional or a template.

Libraries lose much of it: python-docx 67 of 198 paragraphs in a trial, mammoth 42, pandoc 43.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from casebook.importer.document import Document, Picture, Role, Unseen, tidy
from casebook.importer.readers.package import Package, attribute, child, children, local
from casebook.importer.readers.source import Refusal, Source, UnreadableError
from casebook.importer.readers.word_account import Account, PictureReference
from casebook.importer.readers.word_body import Body, Part
from casebook.importer.readers.word_numbering import Numbering
from casebook.importer.readers.word_styles import Styles, is_on


def read(source: Source, *, are_marks_stated: bool = True) -> Document:
    """The document of a `.docx`; of one that states no deleted marks if it is made of a `.doc`.

    Raises UnreadableError for a file that is broken, encrypted or beyond the limits.
    """
    try:
        return _File(source, are_marks_stated).document()
    except RecursionError as error:
        raise UnreadableError(Refusal.TOO_LONG) from error


class _File:
    """A Word file that is read part by part into one account."""

    def __init__(self, source: Source, are_marks_stated: bool) -> None:
        self._source = source
        self._are_marks_stated = are_marks_stated
        self._package = Package(source.data, source.limits)
        self._account = Account()
        self._main = _main_part(self._package)
        self._root = self._package.xml(self._main)
        self._parts = [
            one
            for one in self._package.relationships(self._main).values()
            if not one.is_external and self._package.has(one.target)
        ]
        self._styles = Styles(self._root_of("styles"), source.limits.depth)
        self._numbering = Numbering(self._root_of("numbering"), self._styles)

    def document(self) -> Document:
        """All that is seen: running heads, body, notes, running feet."""
        account, body = self._account, child(self._root, "body")
        if body is None:
            raise UnreadableError(Refusal.BROKEN)
        self._read_heads("header", "页眉", Role.HEADER)
        self._body(self._main, self._root).read(body)
        self._read_notes("footnote", "脚注")
        self._read_notes("endnote", "尾注")
        self._read_heads("footer", "页脚", Role.FOOTER)
        for comment in children(self._root_of("comments"), "comment"):
            account.leave_out_all(Unseen.COMMENT, comment)
        pictures = [self._picture(one) for one in account.pictures.values()]
        return Document(
            tuple(account.blocks),
            self._hints(),
            dict(account.unseen),
            tuple(account.notes),
            (*pictures, *account.read_pictures),
            tuple(account.attachments),
        )

    def _root_of(self, kind: str) -> Element | None:
        """The root of the part of a kind that the main part refers to."""
        names = (one.target for one in self._parts if one.kind == kind)
        name = next(names, None)
        return self._package.xml(name) if name else None

    def _body(self, name: str, root: Element) -> Body:
        return Body(
            Part(
                root,
                self._package,
                self._source,
                self._package.relationships(name),
                self._styles,
                self._numbering,
                self._are_marks_stated,
            ),
            self._account,
        )

    def _read_heads(self, kind: str, place: str, role: Role) -> None:
        """Reads the running heads or feet that are printed; the same texts once."""
        blocks, known = self._account.blocks, set()
        for name in dict.fromkeys(self._heads(kind)):
            begin = len(blocks)
            root = self._package.xml(name)
            self._body(name, root).read(root, place, role)
            texts = tuple(one.text for one in blocks[begin:])
            if texts in known:
                del blocks[begin:]
            known.add(texts)

    def _heads(self, kind: str) -> Iterator[str]:
        """The parts of the heads that a section prints: of first and even pages only if it does."""
        relationships = self._package.relationships(self._main)
        sections = [one for one in self._root.iter() if local(one) == "sectPr"]
        printed = {"default": True}
        printed["first"] = any(is_on(child(one, "titlePg")) for one in sections)
        printed["even"] = is_on(child(self._root_of("settings"), "evenAndOddHeaders"))
        for section in sections:
            for one in children(section, f"{kind}Reference"):
                part = relationships.get(attribute(one, "id"))
                is_printed = printed.get(attribute(one, "type", "default"), True)
                if is_printed and part and self._package.has(part.target):
                    yield part.target

    def _read_notes(self, kind: str, place: str) -> None:
        """Reads the notes that the text refers to; no other note is printed."""
        name = next((one.target for one in self._parts if one.kind == f"{kind}s"), None)
        if name is None:
            return
        root = self._package.xml(name)
        notes = {attribute(one, "id"): one for one in children(root, kind)}
        references = {
            identifier: reason
            for (referred, identifier), reason in self._account.references.items()
            if referred == kind
        }
        body = self._body(name, root)
        seen = [one for one, reason in references.items() if reason is None and one in notes]
        for number, identifier in enumerate(seen, 1):
            body.read(notes[identifier], f"{place}{number}", Role.FOOTNOTE)
        for identifier, note in notes.items():
            if identifier not in seen:
                reason = references.get(identifier) or Unseen.HIDDEN
                self._account.leave_out_all(reason, note)

    def _picture(self, reference: PictureReference) -> Picture:
        address = reference.target.partition("?")[0] if reference.is_external else reference.target
        name = address.replace("\\", "/").rstrip("/").rpartition("/")[2]
        data = None
        if not reference.is_external:
            try:
                data = self._package.read(reference.target)
            except UnreadableError:  # A missing or huge picture takes no text with it.
                data = None
        return Picture(name, data, reference.at)

    def _hints(self) -> dict[str, str]:
        """The title among the properties of the file, if it can be read."""
        for one in self._package.relationships("").values():
            if one.kind == "core-properties" and self._package.has(one.target):
                try:
                    element = child(self._package.xml(one.target), "title")
                except UnreadableError:
                    return {}
                title = tidy((element.text or "") if element is not None else "")
                return {"title": title} if title else {}
        return {}


def _main_part(package: Package) -> str:
    for one in package.relationships("").values():
        if one.kind == "officeDocument" and not one.is_external:
            return one.target
    return "word/document.xml"
