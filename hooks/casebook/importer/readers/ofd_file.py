"""File of an OFD: its documents with their pages, templates, fonts, annotations and attachments."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from casebook.importer.document import characters
from casebook.importer.readers.glyphs import has_bold_name
from casebook.importer.readers.ofd_objects import Placed, numbers, placed_objects
from casebook.importer.readers.package import Package, attribute, child, children, local

_A4 = 210.0, 297.0
"""Millimetres."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with all that is drawn on it, in the order of drawing."""

    size: tuple[float, float]
    """Width and height in millimetres."""
    objects: list[Placed]
    recurring: list[Placed]
    """Texts of templates of several pages and of watermarks."""


@dataclass(slots=True)
class _Annotations:
    """What the annotations of a page show and hold."""

    objects: list[Placed] = field(default_factory=list)
    watermarks: list[Placed] = field(default_factory=list)
    comments: int = 0


class OfdDocument:
    """A document of an OFD by its root part."""

    def __init__(self, package: Package, root: str) -> None:
        self._package = package
        self._root = root.strip().lstrip("/")
        self._element = package.xml(self._root)
        common = child(self._element, "CommonData")
        self._size = _paper(child(common, "PageArea")) or _A4
        self._templates = {
            attribute(one, "ID"): self._near(attribute(one, "BaseLoc"))
            for one in children(common, "TemplatePage")
        }
        self.bold_fonts: frozenset[str] = frozenset()
        self.media: dict[str, str] = {}
        for resources in children(common, "PublicRes", "DocumentRes"):
            self._add_resources(self._near(resources.text or ""))
        self.comments = 0

    @property
    def page_count(self) -> int:
        """The number of its pages."""
        return sum(1 for _ in self._pages())

    def sheets(self) -> Iterator[Sheet]:
        """The pages in the order of the document."""
        pages = [
            (attribute(page, "ID"), self._package.xml(self._near(attribute(page, "BaseLoc"))))
            for page in self._pages()
        ]
        uses = Counter(
            attribute(one, "TemplateID") for _, page in pages for one in children(page, "Template")
        )
        notes = self._annotations()
        for number, page in pages:
            yield self._sheet(page, uses, notes.get(number, _Annotations()))

    def attachments(self) -> Iterator[str]:
        """The names of attached files."""
        for element in self._optional(child(self._element, "Attachments")):
            for one in children(element, "Attachment"):
                yield attribute(one, "Name") or "附件"

    def _pages(self) -> Iterator[Element]:
        return children(child(self._element, "Pages"), "Page")

    def _sheet(self, page: Element, uses: Counter[str], notes: _Annotations) -> Sheet:
        content = child(page, "Content")
        area = child(page, "Area")
        size = _paper(area) or _paper(child(content, "PageArea")) or self._size
        under: list[Placed] = []
        over: list[Placed] = []
        recurring = list(notes.watermarks)
        for use in children(page, "Template"):
            name = self._templates.get(attribute(use, "TemplateID"))
            if name is None:
                continue
            drawn = placed_objects(child(self._package.xml(name), "Content"))
            if uses[attribute(use, "TemplateID")] > 1:
                recurring += (one for one in drawn if _is_text(one))
                drawn = [one for one in drawn if not _is_text(one)]
            is_over = attribute(use, "ZOrder") == "Foreground"
            (over if is_over else under).extend(drawn)
        return Sheet(size, [*under, *placed_objects(content), *over, *notes.objects], recurring)

    def _annotations(self) -> dict[str, _Annotations]:
        found: dict[str, _Annotations] = {}
        listed = child(self._element, "Annotations")
        base = self._near((listed.text or "") if listed is not None else "")
        for element in self._optional(listed):
            for page in children(element, "Page"):
                place = child(page, "FileLoc")
                name = _resolved(base, (place.text or "") if place is not None else "")
                if self._package.has(name):
                    notes = found.setdefault(attribute(page, "PageID"), _Annotations())
                    for one in children(self._package.xml(name), "Annot"):
                        self._add_annotation(notes, one)
        return found

    def _add_annotation(self, notes: _Annotations, annotation: Element) -> None:
        remark = child(annotation, "Remark")
        self.comments += characters([(remark.text or "") if remark is not None else ""])
        if attribute(annotation, "Visible", "true") in ("false", "0"):
            return
        for appearance in children(annotation, "Appearance"):
            box = numbers(attribute(appearance, "Boundary"))
            origin = (box[0], box[1]) if len(box) == 4 else (0.0, 0.0)
            drawn = placed_objects(appearance, origin)
            if attribute(annotation, "Type") == "Watermark":
                notes.watermarks += (one for one in drawn if _is_text(one))
            else:
                notes.objects += drawn

    def _add_resources(self, name: str) -> None:
        if not self._package.has(name):
            return
        resources = self._package.xml(name)
        folder = posixpath.join(posixpath.dirname(name), attribute(resources, "BaseLoc"))
        for one in resources.iter():
            if local(one) == "Font":
                is_bold = attribute(one, "Bold") == "true" or has_bold_name(
                    attribute(one, "FontName")
                )
                self.bold_fonts |= {attribute(one, "ID")} if is_bold else frozenset()
            elif local(one) == "MultiMedia":
                file = child(one, "MediaFile")
                name = (file.text or "").strip() if file is not None else ""
                self.media[attribute(one, "ID")] = _resolved(f"{folder}/", name)

    def _optional(self, reference: Element | None) -> Iterator[Element]:
        """The root of a part without which no text is lost, if there is one."""
        name = self._near((reference.text or "") if reference is not None else "")
        if reference is not None and self._package.has(name):
            yield self._package.xml(name)

    def _near(self, reference: str) -> str:
        name = _resolved(self._root, reference)
        whole = reference.strip().lstrip("/")
        # Some writers state the whole path.
        return whole if not self._package.has(name) and self._package.has(whole) else name


def _resolved(part: str, reference: str) -> str:
    """The name of the part that a part refers to."""
    reference = reference.strip().replace("\\", "/")
    if reference.startswith("/"):
        return reference.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), reference))


def _paper(area: Element | None) -> tuple[float, float] | None:
    box = child(area, "PhysicalBox")
    found = numbers((box.text or "") if box is not None else "")
    return (found[2], found[3]) if len(found) == 4 and min(found[2:]) > 0 else None


def _is_text(placed: Placed) -> bool:
    return local(placed.element) == "TextObject"
