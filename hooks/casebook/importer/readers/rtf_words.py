"""RTF words: what control words change for the text behind them."""

from __future__ import annotations

from collections.abc import Callable

from casebook.importer.readers.rtf_flow import Row
from casebook.importer.readers.rtf_state import PLAIN, State


def changed(state: State, word: str, number: int | None) -> State:
    """The state after a word that says how text looks or where it stands, else the same state."""
    change = _CHANGES.get(word)
    return change(state, number) if change else state


def define_row(state: State, word: str) -> None:
    """Notes what a word says of the cells of a row; of nested tables nothing is noted."""
    if state.level > 1:
        return
    flow = state.flow
    if word == "trowd":
        flow.row, flow.is_row_open = Row(), True
    elif word in ("clvmrg", "clmrg"):
        flow.row.is_continued = True
    elif word == "cellx":
        flow.row.end_cell()


ROW_WORDS = frozenset(("trowd", "clvmrg", "clmrg", "cellx"))
"""The words that `define_row` knows."""


def _is_on(number: int | None) -> bool:
    return number != 0


_CHANGES: dict[str, Callable[[State, int | None], State]] = {
    "plain": lambda state, _: state._replace(
        letters=PLAIN, is_hidden=None, is_struck=None, is_bold=None, is_deleted=False,
        is_revised=False,
    ),
    "pard": lambda state, _: state._replace(
        style=PLAIN, is_in_table=False, level=0, list_number=0, list_level=0
    ),
    "intbl": lambda state, _: state._replace(is_in_table=True),
    "itap": lambda state, number: state._replace(level=max(number or 0, 0)),
    "ls": lambda state, number: state._replace(list_number=number or 0),
    "ilvl": lambda state, number: state._replace(list_level=max(number or 0, 0)),
    "f": lambda state, number: state._replace(font=-1 if number is None else number),
    "uc": lambda state, number: state._replace(fallback=1 if number is None else max(number, 0)),
    "b": lambda state, number: state._replace(is_bold=_is_on(number)),
    "v": lambda state, number: state._replace(is_hidden=_is_on(number)),
    **dict.fromkeys(
        ("strike", "striked"), lambda state, number: state._replace(is_struck=_is_on(number))
    ),
    **dict.fromkeys(
        ("deleted", "mvf"), lambda state, number: state._replace(is_deleted=_is_on(number))
    ),
    **dict.fromkeys(
        ("revised", "mvt"), lambda state, number: state._replace(is_revised=_is_on(number))
    ),
}  # fmt: skip
"""\\strike0 ends \\striked1, too: one replaces the other in a program's dialog."""
