"""Figures: other counts in a text, verbatim."""

from __future__ import annotations

import re

from casebook.importer.bulletin_words import normalized

_VERB = (
    "查扣|扣押|查获|缴获|捣毁|打掉|关闭|关停|封停|查封|端掉|摧毁|收缴|冻结|挽回|追回|"
    "止付|清理|处置|抓获|注销|"
    "破获|侦破|删除|查明|查处"
)
_COUNT = (
    "[0-9][0-9.]*[万亿]?[余多]?万?余?(?:个|台|部|张|条|家|枚|套|处|辆|份|组|把|篇|件|块|"
    "只|本|款|起|名|人|元)|[两三][个处家台部]"
)
_OBJECT = "(?:[一-鿿A-Za-z]|“|”)[^，。、；：（）0-9和及与]{1,13}?"
_COUNTED = re.compile(
    rf"(?P<verb>{_VERB})(?P<object>{_OBJECT})(?P<count>{_COUNT})"
    rf"(?:(?:和|及|与|、)(?P<object2>{_OBJECT})(?P<count2>{_COUNT}))?"
)
_DATA = re.compile(
    r"(?P<label>(?:公民)?个人信息|公民信息)(?:共|累计|达|"
    r"约)*(?P<count>[0-9][0-9.]*[万亿]?[余多]?万?条)"
)
_PRICE = re.compile(
    r"以(?P<count>[0-9.]+[百千万]?元?(?:至|到|-|—)?(?:[0-9.]+[百千万]?元)?)(?:不等)?的(?:单)?价格?"
)
_FIRMS = re.compile("(?P<count>[0-9]+家)(?P<label>公司|企业)(?=的|被)")
_TRIMMED = re.compile("(?:了|的|共|共计|累计|达|约|近|超|超过|合计)+$")
_MONEY = re.compile("(?:查明|查处|破获|侦破).*(?:金额|资金|价值)")
_PERSON = re.compile("某|等$")
"""A person in a label, who is no object of a figure."""
_LONGEST, MOST = 20, 10
"""Maximum characters of a label, and maximum figures of a case."""


def figures_of(text: str, people: int | None = None) -> dict[str, str]:
    """The counts in a text, verbatim by label, in the order of the text.

    The count that equals `people` is omitted, because it is a field of its own.
    """
    plain = normalized(text)
    counted: list[tuple[int, str, str]] = []
    for match in _COUNTED.finditer(plain):
        counted.append((match.start(), match["verb"] + match["object"], match["count"]))
        if match["object2"]:
            counted.append(
                (match.start("object2"), match["verb"] + match["object2"], match["count2"])
            )
    for pattern in (_DATA, _FIRMS):
        counted += [
            (match.start(), match["label"], match["count"]) for match in pattern.finditer(plain)
        ]
    counted += [(match.start(), PRICE, match["count"]) for match in _PRICE.finditer(plain)]
    found: dict[str, str] = {}
    for _, words, count in sorted(counted):
        label = _TRIMMED.sub("", words).replace("“", "").replace("”", "").strip()
        if _MONEY.search(label) or _PERSON.search(label):
            continue
        if 1 < len(label) <= _LONGEST and not (people and count in (f"{people}人", f"{people}名")):
            found.setdefault(label, count)
    return dict(list(found.items())[:MOST])


PRICE = "价格"
