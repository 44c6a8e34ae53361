"""Numbers that identify a person: identity numbers, mobile telephones, bank cards, codes of firms.

Every run of digits is read once and classified by its length, groups and check digit, and by the
word before it. Sources: GB 11643 and ISO 7064 MOD 11-2 (identity), GB 32100 (firms), ISO/IEC 7812
(cards), 3GPP TS 23.003 (devices).
"""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stdnum import luhn

from casebook.names.finding import Finding
from casebook.names.identifiers.ascii_runs import longest_ascii_run
from casebook.names.identifiers.digit_runs import Piece, digit_runs
from casebook.names.identifiers.masking import hidden_match, hidden_span
from casebook.names.identifiers.number_kinds import (
    CODE_SIZE,
    MOBILE,
    is_born,
    is_day,
    is_firm,
    is_identity,
)
from casebook.names.identifiers.partial_numbers import partial_numbers

_SIZES = (18, 11, 13, 14, 12, 19, 17, 16, 15)
"""Digits of the numbers that identify a person, in the order in which they are tried."""
_FILLER = (
    r"(?:的|有|号码?|账号|帐号|同号|尾号|本人|分别[为是]|[为是系叫：:“\"‘'（(\[【=+第|/ \n]){0,5}\Z"
)
_CALLED = re.compile(
    rf"(?i)(?:手机|电话|联系方式|联系人|机号|机主|号码|电联|致电|拨打|来电|短信|微信|支付宝|tel|phone|mobile|mob|call|vx|wx){_FILLER}"
)
_PAID = re.compile(
    rf"(?:卡|[账帐][户号]|户头|存折|收款|转入|转至|转到|汇入|汇至|汇款|打入|银行){_FILLER}"
)
_IDENTITY = re.compile(
    rf"(?:身份证|身份|SFZ|sfz|证件号?码?|证号码|实名(?:登记)?(?:信息)?|ID){_FILLER}"
)
_HELD = re.compile("[）)]?(?:名下|[（(，]?身份证|办(?:卡|理)|注册|开户|实名)")
"""After an identity number, also one with a wrong check character."""
_DEVICE = re.compile(rf"(?i)(?:imei|串号|串码|设备号){_FILLER}")
_DEVICE_SIZE = 15
_ALLOCATED = ("35", "86")
"""The bodies that allocate most numbers of mobile devices."""
_GOODS = re.compile(rf"(?:条码|条形码|商品编码|商品码|EAN|69码|ISBN|书号|版本|固件|第){_FILLER}")
_COUNTED = re.compile(
    r" ?(?:[余多]?(?:[万亿元条次个年月日岁件张部台枚只份家笔组起户美港吨人]|名(?!下))|余|多个|字节|比特|毫秒|微秒|纳秒|秒|赫兹|[日韩]元|越南盾|卢比|[%％℃]|[kKMGT]?i?B(?![A-Za-z])|bytes?|[mnμ]s|USDT)|\.[0-9]"
)
"""Units after a number that make it a quantity."""
_BEFORE_FRACTION = re.compile(r"[0-9]\.\Z")
_LATIN = re.compile(r"[A-Za-z_]+\Z")
_CALL = re.compile(r"(?i)(?:tel|phone|mobile|mob|call|vx|wx|qq|id|no)\Z")
_LIKELY = re.compile(
    r"(?:(?:00)?86)?1[3-9]\d{9}|[1-9]\d{5}(?:18|19|20)\d{2}[01]\d[0-3]\d{4}[0-9X]|[234569]\d{14,18}|86\d{13}"
)
_EXACT_GROUPS = {(11,), (3, 4, 4), (2, 11), (2, 3, 4, 4), (13,), (14,), (4, 11)}
_MOBILE_GROUPS = _EXACT_GROUPS | {(3, 8), (7, 4), (4, 3, 4), (3, 3, 5), (5, 6), (2, 3, 8), (2, 7, 4)}  # fmt: skip
_LISTING = re.compile(r"[,，、;；:：/|\n]")
"""Separators in lists and tables, which divide a number only in its usual groups."""
_CARD_GROUPS = {(6, 13), (6, 10), (4, 15), (4, 12), (4, 6, 5)}
_CODE = re.compile(r"[1-9ANYany][0-9A-Za-z]{17,}")
_SAID = re.compile("[拨打留电号联]|机主|短信|0[0-9]{3}，")
"""Words or groups that make three groups of digits with commas one number."""
_TIMESTAMP = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_DAY_WRITTEN = re.compile(r"(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}(?!\d)")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")


@dataclass(frozen=True, slots=True)
class _Number:
    """Neighbouring pieces of a run of digits that may be one number."""

    text: str
    pieces: Sequence[Piece]
    is_first: bool
    """Whether the run of digits begins with it."""
    is_last: bool

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end

    @property
    def digits(self) -> str:
        return "".join(piece.digits for piece in self.pieces)

    @property
    def gaps(self) -> tuple[str, ...]:
        return tuple(piece.gap for piece in self.pieces[1:] if piece.gap)

    @property
    def sizes(self) -> tuple[int, ...]:
        """The numbers of digits between separators."""
        starts = [index for index, piece in enumerate(self.pieces) if piece.gap or not index]
        firsts = [self.pieces[index].first for index in starts]
        ends = [*firsts[1:], self.pieces[0].first + len(self.digits)]
        return tuple(end - first for first, end in zip(firsts, ends, strict=True))

    def follows(self, name: re.Pattern[str]) -> bool:
        """Whether a name that the pattern matches introduces the number."""
        return self.is_first and bool(name.search(self.text, max(0, self.start - 20), self.start))

    @property
    def is_part_of_word(self) -> bool:
        latin = _LATIN.search(self.text, max(0, self.start - 16), self.start)
        if latin and not _CALL.search(latin[0]):
            return True
        return bool(re.match("[A-Za-z_]", self.text[self.end : self.end + 1]))

    @property
    def is_quantity(self) -> bool:
        before = self.text[max(0, self.start - 2) : self.start]
        return bool(_COUNTED.match(self.text, self.end) or _BEFORE_FRACTION.search(before))


def numbers(text: str) -> Iterator[Finding]:
    """A text contains no identity, mobile telephone or bank card number and no code of a firm."""
    for run in digit_runs(text):
        yield from _in_run(text, run)
    for match in _CODE.finditer(text) if longest_ascii_run(text) >= CODE_SIZE else ():
        start = match.start()
        if not _LATIN.search(text, max(0, start - 1), start) and is_firm(match[0].upper()):
            yield hidden_match("credit-code", match)
    yield from partial_numbers(text)


def _in_run(text: str, run: list[Piece]) -> Iterator[Finding]:
    """The findings in a run of digits; no piece is part of two findings."""
    ends = {piece.first + len(piece.digits): index for index, piece in enumerate(run)}
    digits = "".join(piece.digits for piece in run)
    position = 0
    while position < len(run):
        first = run[position].first
        for size in _SIZES:
            last = ends.get(first + size)
            if last is None or (position and not _is_likely(digits[first : first + size])):
                continue
            pieces = run[position : last + 1]
            number = _Number(text, pieces, position == 0, last == len(run) - 1)
            if code := _kind(number):
                yield hidden_span(code, text, number.start, number.end)
                position = last
                break
        position += 1


def _is_likely(digits: str) -> bool:
    """Whether digits can be a number without a name before it, which only a run's first can have."""
    return bool(_LIKELY.fullmatch(digits))


def _kind(number: _Number) -> str:
    """The code of the problem that a number is; empty if it is none."""
    digits = number.digits
    if len(digits) == 18 and is_identity(digits):
        return "identity-number"
    if len(digits) == 18 and _HELD.match(number.text, number.end) and is_born(digits):
        return "identity-number"
    if len(digits) in (15, 18) and number.follows(_IDENTITY):
        is_old = len(digits) == 15 and digits.isdigit() and is_day(f"19{digits[6:12]}")
        return "identity-number" if is_old or len(digits) == 18 else ""
    if not digits.isdigit():
        return ""
    if MOBILE.fullmatch(digits) and _is_mobile(number):
        return "mobile-number"
    return _kind_of_long(number, digits)


def _is_mobile(number: _Number) -> bool:
    """Whether a number with the digits of a mobile telephone is one by its name or its groups."""
    if number.follows(_CALLED):
        return True
    sizes, gaps = number.sizes, number.gaps
    if number.is_part_of_word or number.is_quantity or sum(sizes) == 12:
        return False
    if number.follows(_GOODS):
        return False
    if "\n" in "".join(gaps):
        return _is_broken(number)
    if sizes in _EXACT_GROUPS:
        return True
    written = number.text[number.start : number.end]
    if _DAY_WRITTEN.match(written) or _DOTTED.fullmatch(written):
        return False
    if max(sizes) == 1:
        return len(set(gaps)) == 1
    if any(map(_LISTING.search, gaps)):
        around = number.text[max(0, number.start - 8) : number.end]
        return sizes == (4, 4, 3) and set(gaps) <= {"，", ","} and bool(_SAID.search(around))
    if sizes in _MOBILE_GROUPS:
        return True
    is_whole = number.is_first and number.is_last
    return is_whole and len(set(gaps)) == 1 and len(set(gaps[0])) == 1


def _is_broken(number: _Number) -> bool:
    """Whether line ends divide a number that begins within a line and is a run of its own."""
    is_whole = number.is_first and number.is_last and len(set(number.gaps)) == 1
    is_within = number.text[max(0, number.start - 1) : number.start] not in ("", "\n")
    return is_whole and is_within and (len(number.sizes) == 2 or number.sizes in _EXACT_GROUPS)


def _kind_of_long(number: _Number, digits: str) -> str:
    """The code of a card, an account or a device with that number; empty if it is none."""
    if len(digits) < 12 or number.follows(_GOODS):
        return ""
    is_paid = number.follows(_PAID)
    if not is_paid and (number.is_part_of_word or number.is_quantity):
        return ""
    is_listed = any(map(_LISTING.search, number.gaps))
    is_allocated = len(digits) == _DEVICE_SIZE and digits.startswith(_ALLOCATED) and not is_listed
    if is_allocated and (luhn.is_valid(digits) or number.follows(_DEVICE)):
        return "device-number"
    if is_paid and len(set(digits)) > 1 and not _TIMESTAMP.match(digits):
        is_card = digits[0] in "234569" and luhn.is_valid(digits)
        return "bank-card" if is_card else "document-number"
    return "bank-card" if _is_card(digits, number) else ""


def _is_card(digits: str, number: _Number) -> bool:
    """Whether it can be a bank card by length, groups, issuer's industry (first digit) and Luhn."""
    if len(digits) < 15 or digits[0] not in "234569" or _TIMESTAMP.match(digits):
        return False
    sizes = number.sizes
    fours = len(sizes) >= 3 and all(size == 4 for size in sizes[:-1]) and sizes[-1] <= 4
    if len(set(digits)) == 1 or not (len(sizes) == 1 or fours or sizes in _CARD_GROUPS):
        return False
    return not any(map(_LISTING.search, number.gaps)) and bool(luhn.is_valid(digits))
