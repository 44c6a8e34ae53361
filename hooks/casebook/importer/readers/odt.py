"""OpenDocument text: the document of an `.odt` or `.ott` file, of LibreOffice, WPS or Word.

Read by a walker of its own: LibreOffice's own text of a file lost a sixth of the paragraphs in a
trial, and nothing else tells what is deleted, hidden or struck.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from casebook.importer.document import Document, Note, Role, Unseen, tidy
from casebook.importer.readers.odt_contents import Contents
from casebook.importer.readers.odt_paragraph import Changes
from casebook.importer.readers.odt_story import Place, Story
from casebook.importer.readers.odt_styles import Styles
from casebook.importer.readers.package import Package, attribute, child, children, local
from casebook.importer.readers.source import Refusal, Source, UnreadableError


def read(source: Source) -> Document:
    """The document of an OpenDocument text; raises UnreadableError."""
    package = Package(source.data, source.limits)
    if _is_encrypted(package):
        raise UnreadableError(Refusal.ENCRYPTED)
    if not package.has("content.xml"):
        raise UnreadableError(Refusal.BROKEN)
    content = package.xml("content.xml")
    body = child(content, "body", "text")
    if body is None:
        other = next(children(child(content, "body")), None)
        raise UnreadableError(Refusal.BROKEN if other is None else Refusal.FORM)
    sheet = package.xml("styles.xml") if package.has("styles.xml") else None
    contents = Contents(package, source.limits)
    depth = source.limits.depth
    common = child(sheet, "styles")
    styles = Styles((common, child(content, "automatic-styles")), depth)
    of_pages = Styles((common, child(sheet, "automatic-styles")), depth)
    pages = list(_pages(child(sheet, "master-styles"), styles.master_pages()))
    _read_furniture(contents, of_pages, pages, "header", Place("页眉", Role.HEADER))
    Story(contents, styles, _changes(body, contents)).read(body, Place())
    _read_furniture(contents, of_pages, pages, "footer", Place("页脚", Role.FOOTER))
    return contents.document(_title(package))


def _is_encrypted(package: Package) -> bool:
    """Whether parts are encrypted; a package within a package stands for an encrypted whole."""
    if package.has("encrypted-package"):
        return True
    manifest = "META-INF/manifest.xml"
    return package.has(manifest) and any(
        local(one) == "encryption-data" for one in package.xml(manifest).iter()
    )


def _changes(body: Element, contents: Contents) -> Changes:
    """The tracked changes, of which the deleted texts are counted."""
    deleted = set()
    for region in children(child(body, "tracked-changes"), "changed-region"):
        contents.notes[Note.REVISIONS] = None
        for deletion in children(region, "deletion"):
            contents.leave_out(Unseen.DELETED, deletion)
            deleted.add(attribute(region, "id"))
    return Changes(frozenset(deleted))


def _pages(masters: Element | None, named: set[str]) -> Iterator[Element]:
    """The page styles that are used: the first, those that styles name, and those that follow."""
    pages = {attribute(one, "name"): one for one in children(masters, "master-page")}
    first = "Standard" if "Standard" in pages else next(iter(pages), "")
    waiting = [first, *sorted(named)]
    while waiting:
        page = pages.pop(waiting.pop(0), None)
        if page is not None:
            waiting.append(attribute(page, "next-style-name"))
            yield page


def _read_furniture(
    contents: Contents, styles: Styles, pages: list[Element], kind: str, place: Place
) -> None:
    """Reads the running heads or feet; a text comes once however many pages have it."""
    story = Story(contents, styles, Changes())
    begin = len(contents.blocks)
    for page in pages:
        for one in children(page, kind, f"{kind}-left", f"{kind}-first"):
            if attribute(one, "display") != "false":
                story.read(one, place)
    once = {block.text: block for block in reversed(contents.blocks[begin:])}
    contents.blocks[begin:] = reversed(once.values())


def _title(package: Package) -> str:
    if not package.has("meta.xml"):
        return ""
    title = child(package.xml("meta.xml"), "meta", "title")
    return "" if title is None else tidy(title.text or "")
