"""Conservation: every character that a person sees is in exactly one place of what is imported."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.content.partial_date import PartialDate
from casebook.importer.document import Block, Document, Role
from casebook.importer.extract import BulletinFacts, facts_of
from casebook.importer.facts_json import as_json
from casebook.importer.readers.reading import read
from casebook.importer.readers.source import UnreadableError

from .labels import OWN, ROOT, offences

SAMPLES = ROOT.parent / "shared" / "formats"
"""Files of many formats, which are not part of the project."""
FAULTS = ROOT.parent / "shared" / "faults" / "import"
BULLETINS = sorted(path for path in OWN.iterdir() if path.suffix != ".json")


def counted(*texts: str) -> Counter[str]:
    """The characters of texts but for spaces."""
    return Counter(re.sub(r"\s", "", "".join(texts)))


def assert_conserved(facts: BulletinFacts) -> None:
    """Each character of the document is once in title, lead, a case or what is left out."""
    lines = [*facts.announcement.title_lines, *facts.announcement.lead]
    for case in facts.cases:
        lines += [*case.segment.heading, *case.segment.lines]
    placed = counted(*(line.text for line in lines), *(one.text for one in facts.left_out))
    assert placed == counted(*(block.text for block in facts.document.blocks))
    places = [(line.block, line.start) for line in lines]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("path", BULLETINS, ids=lambda path: path.name)
def test_a_bulletin_is_conserved(path: Path) -> None:
    assert_conserved(facts_of(read(path.read_bytes()), offences()))


@pytest.mark.parametrize("folder", [SAMPLES, FAULTS], ids=["formats", "faults"])
def test_the_sample_files_are_conserved(folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip("the sample files are not beside this checkout")
    paths = sorted(path for path in folder.iterdir() if path.is_file())
    for path in paths:
        try:
            document = read(path.read_bytes())
        except UnreadableError:
            continue
        assert_conserved(facts_of(document, offences()))


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_mutated_bulletin_is_conserved(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(BULLETINS))
    draw = random.Random(data.draw(st.integers(0, 1 << 32)))
    blocks = list(read(path.read_bytes()).blocks)
    for _ in range(draw.randrange(1, 12)):
        place = draw.randrange(len(blocks))
        match draw.randrange(5):
            case 0 if len(blocks) > 1:
                del blocks[place]
            case 1:
                blocks.insert(place, draw.choice(blocks))
            case 2:
                blocks[place] = replace(blocks[place], role=draw.choice(list(Role)))
            case 3:
                cut = draw.randrange(1, len(blocks[place].text) + 1)
                blocks[place] = replace(blocks[place], text=blocks[place].text[:cut])
            case _:
                draw.shuffle(blocks)
    document = Document(tuple(block for block in blocks if block.text.strip()))
    assert_conserved(facts_of(document, offences(), PartialDate.parse("2025-03-01")))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(
            "案例一二三：。，、（）1234567890.某公安局抓获年月元【】“”—— 提示图", min_size=1
        ).filter(lambda text: text.strip()),
        max_size=12,
    )
)
def test_any_lines_are_conserved(texts: list[str]) -> None:
    blocks = (Block(" ".join(text.split()), f"第{n}段") for n, text in enumerate(texts, 1))
    assert_conserved(facts_of(Document(tuple(blocks)), offences()))


def test_what_is_left_out_has_its_reason_and_place() -> None:
    texts = (
        "某市公安局通报1起典型案例",
        "案例一：赵某诈骗案",
        "2025年1月9日，某市公安局抓获犯罪嫌疑人赵某，涉案金额3万元。",
        "图为民警清点涉案物品",
        "来源：某市公安局",
        "相关阅读",
        "警方抓获2名嫌疑人",
    )
    blocks = tuple(Block(text, f"第{n}段") for n, text in enumerate(texts, 1))
    found = as_json(facts_of(Document(blocks), offences()))["left_out"]
    assert found == [
        {"text": "图为民警清点涉案物品", "reason": "图片说明", "at": "第4段", "doubtful": False},
        {"text": "来源：某市公安局", "reason": "署名与来源", "at": "第5段", "doubtful": False},
        {"text": "相关阅读", "reason": "相关阅读与推广", "at": "第6段", "doubtful": False},
        {"text": "警方抓获2名嫌疑人", "reason": "相关阅读与推广", "at": "第7段", "doubtful": True},
    ]
