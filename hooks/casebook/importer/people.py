"""People: the number of suspects, among all people that a text counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casebook.importer.bulletin_words import normalized, number_in
from casebook.importer.extracted_value import Extracted, sentence_at

_COUNT = r"(?P<n>[0-9]{1,5}|[一二两三四五六七八九十]{1,3})\s?[余多]?\s?(?:名|人|个人|位)"
_SUSPECT = (
    "(?:(?:涉案|违法)?犯罪)?(?:违法)?嫌疑(?:人|人员)|嫌疑人|涉案人员|团伙成员|"
    "犯罪团伙成员|违法人员|违法行为人|“?内鬼”?|“?中介”?人员|主犯|骨干|造谣者"
)
_CAUGHT = (
    "抓获|抓捕|刑拘|刑事拘留|强制措施|刑事措施|逮捕|控制|到案|归案|查处|查获|处罚|移送|"
    "拘留|打掉|落网|警告|批评教育|传唤"
)
_NOT_SUSPECTS = re.compile(
    "受害|被害|群众|刷手|网民|粉丝|用户|会员|学生|老人|居民|客户|民警|警力|参赌|赌客|"
    "员工|兼职|公民|投手|主播|股东|第[0-9一]+名|事主|同伙|家长|学员|患者|市民|村民|旅客|玩家|业主|车主"
)
_PATTERNS = (
    (5, re.compile(rf"(?:{_CAUGHT})[^，。；]{{0,30}}?(?:{_SUSPECT})[^，。；0-9]{{0,6}}?{_COUNT}")),
    (5, re.compile(rf"(?:抓获|抓捕|控制|刑拘|拘留|查处)[^，。；0-9]{{0,30}}?{_COUNT}")),
    (5, re.compile(rf"{_COUNT}[^，。；]{{0,6}}?(?:涉案)?(?:{_SUSPECT})")),
    (5, re.compile(rf"(?:抓获|查获|控制)了?{_COUNT}[^，。；]{{0,24}}?(?:{_SUSPECT})")),
    (4, re.compile(rf"[一-鿿]某{{1,2}}[甲乙丙]?等{_COUNT}")),
    (4, re.compile(rf"(?:{_SUSPECT})[^，。；0-9]{{0,8}}?{_COUNT}")),
    (3, re.compile(
        rf"(?:强制措施|刑事措施|拘留|处罚|移送起诉|提起公诉)[^，。；0-9]{{0,6}}?{_COUNT}"
    )),
    (3, re.compile(
        rf"(?:对|将|"
        rf"为首的?(?:共计)?)[^，。；0-9]{{0,20}}?{_COUNT}[^，。；]{{0,24}}(?:{_CAUGHT}|"
        rf"团伙)"
    )),
    (2, re.compile(
        rf"{_COUNT}(?:的)?(?:犯罪)?(?:团伙|黑客)|{_COUNT.replace('<n>', '<m>')}(?:被|均被|"
        rf"已被)"
    )),
    (4, re.compile(rf"(?:为首的|等){_COUNT}(?=[^，。；]{{0,6}}(?:{_CAUGHT}|冒充|利用|以))")),
    (3, re.compile(
        rf"{_COUNT}(?:团伙)?(?:成员)?(?:因[^，。]{{0,16}})?(?:已|均|也|全部|悉数)*被?(?:依法)?"
        rf"(?:采取)?(?:刑事)?(?:{_CAUGHT}|取保候审)"
    )),
    (1, re.compile(r"(?P<n>[0-9]{1,3})家(?:公司|企业)的法(?:人|定)代表人?[^。，]{0,4}被")),
)  # fmt: skip
_HANDLED_COUNT = re.compile(
    rf"(?:强制措施|刑事措施|刑事拘留|刑拘|逮捕)(?:的)?{_COUNT}|"
    rf"{_COUNT.replace('<n>', '<m>')}(?:已|均|已被|"
    rf"被)?(?:依法)?(?:被)?(?:采取刑事强制措施|刑事拘留|逮捕)"
)


_CAUGHT_AFTER = re.compile(
    rf"[^，。；]{{1,4}}?(?:名|人)(?:网民)?(?:已|均|全部)?被?(?:依法)?(?:作出|予以|处以|{_CAUGHT})"
)


@dataclass(frozen=True, slots=True)
class Suspects:
    """The number of suspects caught, and of those at the stage that the text states."""

    caught: int
    handled: int | None = None
    """None if the text does not count them separately."""
    place: int = 0
    """The offset of the count in the text."""

    @property
    def count(self) -> int:
        """The number of suspects at the stage that the text states."""
        return self.handled or self.caught


def count_places(text: str, count: int) -> Iterator[int]:
    """The offsets at which a text counts so many people, who may be the same ones."""
    for match in _COUNTED.finditer(normalized(text)):
        if number_in(match["n"]) == count:
            yield match.start()


_COUNTED = re.compile(_COUNT)


def _tail(plain: str, place: int) -> int:
    """The end index of up to four characters after a count in the same clause."""
    clause = re.compile("[^，。；、]{0,4}").match(plain, place)
    return clause.end() if clause else place


def suspects_of(text: str) -> Extracted[Suspects] | None:
    """The suspects that a text counts; None if it counts none.

    Victims, hired helpers and the public are not suspects. Of several counts with the highest score
    the first is used, because others may be part of it.
    """
    plain = normalized(text)
    found = []
    for score, pattern in _PATTERNS:
        for match in pattern.finditer(plain):
            place = match.start("n") if match["n"] else match.start("m")
            count = number_in(match["n"] or match["m"])
            if score > 2 and _CAUGHT_AFTER.match(plain, place):
                found.append((score, -place, count))
                continue
            around = plain[
                min(place - 1, max(match.start(), place - 8)) : _tail(plain, match.end())
            ]
            if count and not _NOT_SUSPECTS.search(around):
                found.append((score, -place, count))
    if not found:
        return _alone(text, plain)
    score, place, caught = max(found)
    handled, start = None, -place
    if part := _HANDLED_COUNT.search(plain, start + 1):
        count = number_in(part["n"] or part["m"])
        between = plain[start : part.start()]
        if count < caught and "其中" in between and not re.search("[。]", between):
            handled, place = count, -part.start()
    several = {count for rank, _, count in found if rank >= 4}
    return Extracted(
        Suspects(caught, handled, -place), sentence_at(text, start), score > 1 and len(several) == 1
    )


_MASKED = "[一-鿿]某{1,2}[甲乙丙]?"
_ONE = re.compile(
    rf"(?:嫌疑人|行为人|被告人|主播|网民)(?P<one>{_MASKED})(?!等|、|和|及)|(?:对|"
    rf"将)(?P<two>{_MASKED})(?!等|、|和|及)[^。，]{{0,12}}(?:采取|处以|处罚|抓获|拘留)"
)
_MORE = re.compile(
    rf"{_MASKED}(?:等|、|和|及|与|伙同){_MASKED}|{_MASKED}等|团伙|多人|二人|两人|数人|同伙|分别"
)


_LISTED = re.compile(
    rf"(?:嫌疑人|网民|将|对|抓获|查获)[^，。]{{0,40}}?(?P<names>{_MASKED}(?:(?:、|和){_MASKED})+)(?![等、某及])"
)


def _alone(text: str, plain: str) -> Extracted[Suspects] | None:
    """The number of suspects that a text lists by name, or 1 if it names only one."""
    if listed := _LISTED.search(plain):
        names = len(re.findall(_MASKED, listed["names"]))
        return Extracted(
            Suspects(names, place=listed.start()),
            sentence_at(text, listed.start()),
            is_certain=False,
        )
    match = _ONE.search(plain)
    if match is None or _MORE.search(plain):
        return None
    return Extracted(
        Suspects(1, place=match.start()), sentence_at(text, match.start()), is_certain=False
    )
