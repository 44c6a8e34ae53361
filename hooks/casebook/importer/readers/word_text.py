"""Text of a Word paragraph: the characters that are seen of its runs, and the boxes within it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from casebook.importer.document import Note, Unseen
from casebook.importer.readers.package import Relationship, attribute, child, local
from casebook.importer.readers.runs import Runs
from casebook.importer.readers.word_account import Account, PictureReference, alternative
from casebook.importer.readers.word_fields import Fields, shown
from casebook.importer.readers.word_styles import Look, Styles
from casebook.importer.readers.word_symbols import symbol


@dataclass(frozen=True, slots=True)
class Box:
    """Text that stands beside a paragraph: a text box, a word picture, a diagram."""

    content: Element
    """The element with its paragraphs."""
    unseen: Unseen | None
    is_after: bool
    """Whether the paragraph has text before the place that the box hangs on."""


@dataclass(slots=True)
class ParagraphText:
    """What is seen of a paragraph, or of several that print as one."""

    runs: Runs = field(default_factory=Runs)
    start: str = ""
    """The first character that is no space."""
    boxes: list[Box] = field(default_factory=list)
    is_touched: bool = False
    """Whether text of it was left out."""


class TextReader:
    """Reads the paragraphs of one part of a file into an account."""

    def __init__(
        self,
        account: Account,
        styles: Styles,
        relationships: Mapping[str, Relationship],
        diagram: Callable[[str], Element | None],
    ) -> None:
        self._account = account
        self._styles = styles
        self._relationships = relationships
        self._diagram = diagram
        self._style = ""
        self._at = ""
        self._look = Look(None, False)
        self._fields = Fields(frozenset())
        self._text = ParagraphText()

    def read(
        self,
        paragraph: Element,
        style: str,
        at: str,
        fields: Fields,
        before: ParagraphText | None = None,
    ) -> ParagraphText:
        """Adds a paragraph of a style to the text before it, if there is any to join it to."""
        self._text = before or ParagraphText()
        self._style, self._at, self._fields = style, at, fields
        self._look = Look(None, False)
        self._walk(paragraph, None)
        return self._text

    def _walk(self, element: Element, unseen: Unseen | None) -> None:
        for one in element:
            name = local(one)
            if name in _PASSED_OVER:
                continue
            if (reader := _READERS.get(name)) is not None:
                reader(self, one, unseen)
            else:
                self._walk(one, unseen)

    def _say(self, text: str, unseen: Unseen | None) -> None:
        if not text or not self._fields.is_showing:
            return
        if unseen:
            self._account.leave_out(unseen, text)
            self._text.is_touched = True
            return
        self._text.runs.add(text, self._look.is_bold)
        self._text.start = self._text.start or text.strip()[:1]
        self._fields.said()

    def _run(self, run: Element, unseen: Unseen | None) -> None:
        around = self._look
        self._look = self._styles.look(child(run, "rPr"), self._style)
        self._walk(run, unseen or self._look.unseen)
        self._look = around

    def _characters(self, element: Element, unseen: Unseen | None) -> None:
        text = element.text or ""
        if attribute(element, "space") != "preserve" and "drawingml" not in element.tag:
            text = text.strip(" \t\r\n")
        self._say(text.replace("\n", " ").replace("\ufffc", ""), unseen)

    def _deleted(self, element: Element, _: Unseen | None) -> None:
        self._account.note(Note.REVISIONS)
        self._walk(element, Unseen.DELETED)

    def _deleted_characters(self, element: Element, _: Unseen | None) -> None:
        self._say(element.text or "", Unseen.DELETED)

    def _inserted(self, element: Element, unseen: Unseen | None) -> None:
        self._account.note(Note.REVISIONS)
        self._walk(element, unseen)

    def _field_mark(self, element: Element, unseen: Unseen | None) -> None:
        self._say(self._fields.mark(element), unseen)

    def _instruction(self, element: Element, _: Unseen | None) -> None:
        self._fields.instruct(element.text or "")

    def _simple_field(self, element: Element, unseen: Unseen | None) -> None:
        if len(element):
            self._walk(element, unseen)
        else:
            self._say(shown(attribute(element, "instr")), unseen)

    def _gap(self, _: Element, unseen: Unseen | None) -> None:
        self._say(" ", unseen)

    def _line_break(self, _: Element, unseen: Unseen | None) -> None:
        self._say("\n", unseen)

    def _hyphen(self, _: Element, unseen: Unseen | None) -> None:
        self._say("-", unseen)

    def _symbol(self, element: Element, unseen: Unseen | None) -> None:
        code = attribute(element, "char")
        try:
            self._say(symbol(attribute(element, "font"), int(code, 16)), unseen)
        except ValueError:
            return

    def _ruby(self, element: Element, unseen: Unseen | None) -> None:
        base = child(element, "rubyBase")
        if base is not None:
            self._walk(base, unseen)

    def _one_of(self, element: Element, unseen: Unseen | None) -> None:
        chosen = alternative(element)
        if chosen is not None:
            self._walk(chosen, unseen)

    def _formula(self, element: Element, unseen: Unseen | None) -> None:
        if any(local(one) not in _PLAIN_FORMULA for one in element.iter()):
            self._account.note(Note.FORMULAS)
        self._walk(element, unseen)

    def _drawing(self, element: Element, unseen: Unseen | None) -> None:
        is_hidden = any(
            local(one) == "docPr" and attribute(one, "hidden") in ("1", "true")
            for part in element
            for one in part
        )
        self._walk(element, unseen or (Unseen.HIDDEN if is_hidden else None))

    def _shape(self, element: Element, unseen: Unseen | None) -> None:
        style = attribute(element, "style").replace(" ", "").lower()
        is_hidden = "visibility:hidden" in style or "display:none" in style
        self._walk(element, unseen or (Unseen.HIDDEN if is_hidden else None))

    def _box(self, element: Element, unseen: Unseen | None) -> None:
        if self._fields.is_showing:
            self._text.boxes.append(Box(element, unseen, self._text.runs.has_text))

    def _diagram_box(self, element: Element, unseen: Unseen | None) -> None:
        content = self._diagram(self._target(attribute(element, "dm")))
        if content is None:
            self._account.note(Note.FORMULAS)
        else:
            self._box(content, unseen)

    def _chart(self, element: Element, _: Unseen | None) -> None:
        if attribute(element, "id"):
            self._account.note(Note.FORMULAS)

    def _picture(self, element: Element, unseen: Unseen | None) -> None:
        identifiers = (attribute(element, name) for name in ("embed", "id", "link"))
        found = next((one for one in identifiers if one in self._relationships), "")
        if not found or unseen:
            return
        one = self._relationships[found]
        self._account.pictures.setdefault(
            one.target, PictureReference(one.target, one.is_external, self._at)
        )

    def _object(self, element: Element, unseen: Unseen | None) -> None:
        """An embedded file; what stands for it is a picture of it, which tells nothing more."""
        embedded = next((one for one in element.iter() if local(one) == "OLEObject"), None)
        if embedded is None:
            self._walk(element, unseen)
        elif attribute(embedded, "ProgID").lower().startswith(("equation", "mathtype")):
            self._account.note(Note.FORMULAS)
        else:
            self._attachment(embedded, unseen)

    def _attachment(self, element: Element, unseen: Unseen | None) -> None:
        target = self._target(attribute(element, "id"))
        if target and not unseen:
            self._account.attach(target)

    def _reference(self, element: Element, unseen: Unseen | None) -> None:
        kind = local(element).removesuffix("Reference")
        if self._fields.is_showing:
            self._account.refer(kind, attribute(element, "id"), unseen)

    def _target(self, identifier: str) -> str:
        one = self._relationships.get(identifier)
        return one.target if one else ""


_PASSED_OVER = frozenset(
    (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "customXmlPr", "smartTagPr", "ctrlPr", "sectPr",
        "footnoteRef", "endnoteRef", "annotationRef", "commentReference", "softHyphen", "ffData",
    )
)  # fmt: skip
_PLAIN_FORMULA = frozenset(
    ("oMath", "oMathPara", "oMathParaPr", "jc", "r", "t", "rPr", "ctrlPr", "sty", "nor", "rFonts")
)
_READERS: dict[str, Callable[[TextReader, Element, Unseen | None], None]] = {
    "r": TextReader._run,
    "t": TextReader._characters,
    "del": TextReader._deleted,
    "moveFrom": TextReader._deleted,
    "delText": TextReader._deleted_characters,
    "ins": TextReader._inserted,
    "moveTo": TextReader._inserted,
    "fldChar": TextReader._field_mark,
    "instrText": TextReader._instruction,
    "delInstrText": TextReader._instruction,
    "fldSimple": TextReader._simple_field,
    "tab": TextReader._gap,
    "ptab": TextReader._gap,
    "br": TextReader._line_break,
    "cr": TextReader._line_break,
    "noBreakHyphen": TextReader._hyphen,
    "sym": TextReader._symbol,
    "ruby": TextReader._ruby,
    "AlternateContent": TextReader._one_of,
    "oMath": TextReader._formula,
    "drawing": TextReader._drawing,
    "shape": TextReader._shape,
    "rect": TextReader._shape,
    "roundrect": TextReader._shape,
    "group": TextReader._shape,
    "txbxContent": TextReader._box,
    "txBody": TextReader._box,
    "textpath": TextReader._box,
    "relIds": TextReader._diagram_box,
    "chart": TextReader._chart,
    "blip": TextReader._picture,
    "imagedata": TextReader._picture,
    "object": TextReader._object,
    "OLEObject": TextReader._attachment,
    "subDoc": TextReader._attachment,
    "footnoteReference": TextReader._reference,
    "endnoteReference": TextReader._reference,
}
"""What is done with each element; all others only hold what stands in them."""
