"""People counts: the suspects that a text counts, group by group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from casebook.importer.people_mentions import MASKED, Mention, mentions
from casebook.importer.people_roles import NAMED_LEFT, Role, may_be_suspects, role_of

_PART = re.compile("其中|包括|包含")
_MORE = re.compile("又|再|另外?|还|随后|相继|陆续|继而|后续|此后|第[二三四五]批|第[二三]次")
_BESIDE = re.compile("另(?=有|外|查处|抓获|对|将)|其余|其他|还有")
_TOTAL = re.compile("(?:共|累计|总计|合计|全案|至此|截至目前)[^，。；0-9]{0,16}$")
_WIDER = re.compile("全省|全国|全市各|集群|战役|此类|同类|全区各|各地公安")
_STAGE = re.compile("强制措施|刑事措施|刑事拘留|刑拘|逮捕")
_ADMINISTRATIVE = re.compile("行政|治安|处罚|警告|批评|训诫|罚款|教育")
_JOINED = re.compile(
    "(?:[、和及与]|以及)[^，。；、0-9]{0,14}|[^。；0-9]{0,30}[，、](?:其余|其他|余下)的?"
)
_NAMED_TOO = re.compile(
    f"(?:{MASKED}|负责人|代表人|经理|老板|站长)(?:和|及|与|以及|并)其?[^，。、共等]{{0,4}}$"
)
_NEAR = 30
"""Characters after a number that tell what was done."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A group of suspects that a text counts."""

    count: int
    """0 if it is only an order of magnitude."""
    place: int
    role: Role
    is_exact: bool
    is_rough: bool
    """Whether it is only a lower bound, as 60余名."""
    sentence: int
    """The offset of its sentence."""
    is_part: bool = False
    """Whether it is part of a group before, as 其中3人."""
    is_more: bool = False
    """Whether it comes on top of a group before, as 又抓获3人."""
    is_total: bool = False
    is_at_stage: bool = False
    """Whether a measure that a stage is named after was taken against them."""
    is_administrative: bool = False
    is_named: bool = False
    """Whether a name leads it, as 李某等3人."""


def counted(plain: str) -> list[Counted]:
    """The groups of suspects of a normalized text; those of a wider operation are left out."""
    found: list[Counted] = []
    for one, is_joined in _groups(plain):
        if is_joined and found and not found[-1].is_part and found[-1].count and one.count:
            together = found[-1].count + one.count
            found[-1] = replace(found[-1], count=together, is_exact=False)
        else:
            found.append(one)
    return found


def _groups(plain: str) -> Iterator[tuple[Counted, bool]]:
    """Every group, and whether it is joined to the one before by 、, 和 or 其余."""
    last, last_whole, role = 0, 0, Role.OTHER
    for mention in mentions(plain):
        is_joined = last > 0 and _JOINED.fullmatch(plain, last, mention.start) is not None
        role = _role(plain, mention, role if is_joined else Role.OTHER)
        if role is Role.OTHER:
            continue
        group = _group(plain, mention, role, last, last_whole)
        if _WIDER.search(plain, group.sentence, mention.start) and last:
            continue
        yield group, is_joined and not group.is_part
        last = mention.end
        last_whole = last_whole if group.is_part else last


def _role(plain: str, mention: Mention, before: Role) -> Role:
    """The role of people counted; of those joined to others, that of the others."""
    role = role_of(plain, mention.start, mention.end)
    if before is Role.OTHER or role in (Role.CAUGHT, Role.DOUBTFUL, Role.MEASURED):
        return role
    return (
        before if role is Role.GROUP or may_be_suspects(plain, mention.start, mention.end) else role
    )


def _group(plain: str, mention: Mention, role: Role, last: int, last_whole: int) -> Counted:
    sentence = max(plain.rfind("。", 0, mention.start), plain.rfind("\n", 0, mention.start)) + 1
    clause = re.split("[，。；\n]", plain[max(last, mention.start - 60) : mention.start])[-1]
    around = clause + re.split("[，。；\n]", plain[mention.end : mention.end + _NEAR])[0]
    since = plain[max(sentence, last_whole) : mention.start]
    is_named_too = _NAMED_TOO.search(clause) is not None and mention.count is not None
    return Counted(
        count=(mention.count or 0) + is_named_too,
        place=mention.start,
        role=role,
        is_exact=mention.is_exact and not is_named_too and role is not Role.DOUBTFUL,
        is_rough=not mention.is_exact and (mention.count or 0) != 1,
        sentence=sentence,
        is_part=last_whole > 0 and _PART.search(since) is not None,
        is_more=(_MORE if last else _BESIDE).search(since[-24:]) is not None,
        is_total=_TOTAL.search(clause) is not None,
        is_at_stage=_STAGE.search(around) is not None,
        is_named=NAMED_LEFT.search(clause) is not None,
        is_administrative=_ADMINISTRATIVE.search(around) is not None,
    )
