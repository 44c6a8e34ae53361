"""RTF destinations: the groups of a Rich Text file whose text goes elsewhere than that around."""

from __future__ import annotations

from collections.abc import Callable

from casebook.importer.document import Note, Role, Unseen, tidy
from casebook.importer.readers.rtf_contents import Contents, Embedded, PictureData, name_of_packaged
from casebook.importer.readers.rtf_state import Field, State, Target
from casebook.importer.readers.runs import Runs

Opened = tuple[State, Callable[[], None]]
"""The state within a group, and what to do when it ends."""
Opener = Callable[[Contents, State], Opened]


def opener(word: str, state: State, is_optional: bool) -> Opener | None:
    """What opens the destination of a word within a state; None if it is no destination.

    `is_optional` says that a program must pass over the group if it does not know the word.
    """
    if state.target in (Target.FLOW, Target.SHAPE):
        found = _OPENERS.get(word)
    elif state.target is Target.BUFFER:
        found = {"pict": _picture, "formfield": _shape, "field": None}.get(
            word, _dropped if word in _OPENERS else None
        )
    else:
        found = None
    if state.target is Target.LISTS:
        found = _kept(_pattern) if word == "leveltext" else None
    if found is None and is_optional and word not in _TRANSPARENT:
        return _dropped
    return found


def _nothing() -> None:
    """Ends a group of which nothing is kept."""


def _dropped(_: Contents, state: State) -> Opened:
    return state._replace(target=Target.DROPPED), _nothing


def _shape(_: Contents, state: State) -> Opened:
    return state._replace(target=Target.SHAPE), _nothing


def _kept(end: Callable[[Contents, State, str], None]) -> Opener:
    """Opens a group whose text is kept for its end."""

    def opened(contents: Contents, state: State) -> Opened:
        buffer: list[str] = []
        inside = state._replace(target=Target.BUFFER, buffer=buffer)
        return inside, lambda: end(contents, state, "".join(buffer))

    return opened


def _stream(place: str, role: Role, is_after: bool = False) -> Opener:
    """Opens a note or a text box, which is read as the text around is or not at all."""

    def opened(contents: Contents, state: State) -> Opened:
        contents.counts[place] += 1
        flow = contents.flow(f"{place}{contents.counts[place]}", role)
        reason = state.unseen

        def end() -> None:
            flow.end_paragraph(Role.PARAGRAPH, 0)
            state.flow.insert(flow.blocks, is_after)

        around = None if reason is Unseen.STRUCK else reason
        return State(Target.FLOW, flow, [], around=around, font=state.font), end

    return opened


def _furniture(place: str, role: Role) -> Opener:
    def opened(contents: Contents, state: State) -> Opened:
        flow = contents.flow(place, role)

        def end() -> None:
            flow.end_paragraph(role, 0)
            contents.end_furniture(state, flow)

        return State(Target.FLOW, flow, [], font=state.font), end

    return opened


def _label(contents: Contents, state: State, text: str) -> None:
    """Sets an automatic number; a sign before an item, as •, is left out."""
    is_number = any(one.isalnum() for one in text) and text.strip() != "o"
    if is_number and not state.unseen:
        state.flow.number(text)


def _comment(contents: Contents, state: State, text: str) -> None:
    contents.tally.leave_out(Unseen.COMMENT, text)


def _title(contents: Contents, state: State, text: str) -> None:
    if title := tidy(text):
        contents.hints["title"] = title


def _instruction(contents: Contents, state: State, text: str) -> None:
    if state.field:
        state.field.code.append(text)


def _choice(_: Contents, state: State, text: str) -> None:
    if state.field:
        state.field.choices.append(text)


def _field(contents: Contents, state: State) -> Opened:
    field = Field()

    def end() -> None:
        if not field.has_result and (text := field.shown()):
            contents.put(state, text)
        elif field.has_result and state.field:
            state.field.has_result = True

    return state._replace(field=field), end


def _picture(contents: Contents, state: State) -> Opened:
    contents.picture = PictureData()
    return state._replace(target=Target.PICTURE), lambda: contents.end_picture(state)


def _object(contents: Contents, state: State) -> Opened:
    contents.embedded = Embedded()
    return state._replace(target=Target.SHAPE), lambda: contents.end_embedded(state)


def _object_kind(contents: Contents, state: State, text: str) -> None:
    contents.embedded.kind = text


def _object_name(contents: Contents, state: State, text: str) -> None:
    contents.embedded.name = contents.embedded.name or text


def _object_data(contents: Contents, state: State) -> Opened:
    contents.picture = data = PictureData()

    def end() -> None:
        if contents.embedded.kind.strip() == "Package":
            name = name_of_packaged(b"".join(data.hexadecimal[:_LINES]))
            contents.embedded.name = name or contents.embedded.name

    return state._replace(target=Target.PICTURE), end


def _result(_: Contents, state: State) -> Opened:
    return state._replace(target=Target.FLOW), _nothing


def _property(contents: Contents, state: State, text: str) -> None:
    contents.property = text.strip()


def _value(contents: Contents, state: State, text: str) -> None:
    """Inserts the words of WordArt, which are a property of its shape."""
    if contents.property != "gtextUNICODE":
        return
    if reason := state.unseen:
        contents.tally.leave_out(reason, text)
        return
    contents.counts["艺术字"] += 1
    runs = Runs()
    runs.add(text)
    state.flow.insert(runs.blocks(f"艺术字{contents.counts['艺术字']}"), is_after=False)


def _twice(_: Contents, state: State) -> Opened:
    return state._replace(target=Target.SHAPE, beyond=state.target), _nothing


def _unicode(_: Contents, state: State) -> Opened:
    return state._replace(target=state.beyond), _nothing


def _formula(contents: Contents, state: State) -> Opened:
    contents.notes[Note.FORMULAS] = None
    return _dropped(contents, state)


def _lists(_: Contents, state: State) -> Opened:
    return state._replace(target=Target.LISTS), _nothing


def _pattern(contents: Contents, _: State, text: str) -> None:
    contents.lists.define_text(text)


def _fonts(_: Contents, state: State) -> Opened:
    return state._replace(target=Target.FONTS), _nothing


def _styles(_: Contents, state: State) -> Opened:
    return state._replace(target=Target.STYLES), _nothing


_LINES = 100
"""Lines of an object's data in which its name stands."""
_HEADERS = ("header", "headerl", "headerr", "headerf")
_FOOTERS = ("footer", "footerl", "footerr", "footerf")
_OPENERS: dict[str, Opener] = {
    **dict.fromkeys(
        (
            "colortbl", "filetbl", "revtbl", "rsidtbl",
            "nonshppict", "nonesttables", "shprslt", "pntxta", "pntxtb", "xe", "tc", "rxe", "txe",
            "template", "private", "bkmkstart", "bkmkend", "atnid", "atnauthor", "atndate",
            "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "userprops", "pn",
            "datafield", "levelnumbers",
        ),
        _dropped,
    ),
    **dict.fromkeys(("info", "sp", "shp", "shpinst", "shpgrp", "do"), _shape),
    **dict.fromkeys(("listtext", "pntext"), _kept(_label)),
    **dict.fromkeys(_HEADERS, _furniture("页眉", Role.HEADER)),
    **dict.fromkeys(_FOOTERS, _furniture("页脚", Role.FOOTER)),
    **dict.fromkeys(("shptxt", "dptxbxtext"), _stream("文本框", Role.PARAGRAPH)),
    **dict.fromkeys(("mmath", "moMath", "moMathPara"), _formula),
    "footnote": _stream("脚注", Role.FOOTNOTE, is_after=True),
    "annotation": _kept(_comment),
    "title": _kept(_title),
    "field": _field,
    "fldinst": _kept(_instruction),
    "formfield": _shape,
    "ffl": _kept(_choice),
    "pict": _picture,
    "object": _object,
    "objclass": _kept(_object_kind),
    "objname": _kept(_object_name),
    "objdata": _object_data,
    "result": _result,
    "sn": _kept(_property),
    "sv": _kept(_value),
    **dict.fromkeys(("listtable", "listoverridetable"), _lists),
    "upr": _twice,
    "ud": _unicode,
    "fonttbl": _fonts,
    "stylesheet": _styles,
}  # fmt: skip
_TRANSPARENT = frozenset(("shppict", "nesttableprops", "fldrslt", "cs", "s", "ds", "ts", "tsrowd"))
"""Optional groups whose text goes on as the text around."""
