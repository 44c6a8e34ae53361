"""Derives the table of names in pinyin: `python -m tools.pinyin_table FOLDER`.

FOLDER holds the unpacked package wordninja, as `pip download --no-deps` and `tar` leave it; the
rest comes from the lexicon of names and from the package pypinyin. Run by hand when a source
changes; the result is committed.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import exp, log
from pathlib import Path

from pypinyin import lazy_pinyin

from casebook.names import pinyin_table

NAMES = Path(__file__).parents[1] / "hooks/casebook/names"

SOURCES = """\
# Syllables, words, surnames and given names in pinyin, with logarithmic frequencies.
# Derived by tools/pinyin_table.py from
#   lexicon.txt.gz beside this file, whose sources its head names: words and names;
#   pypinyin 0.55.0, MIT licence, Copyright (c) 2016 mozillazg: their pinyin;
#   wordninja 2.0.0, wordninja_words.txt, MIT licence, Copyright (c) 2017 Derek Anderson:
#     English words that could be read as a name.
"""

READINGS = dict(
    one.split("=")
    for one in (
        *(
            "曾=zeng",
            "单=shan",
            "解=xie",
            "查=zha",
            "仇=qiu",
            "盖=ge",
            "朴=piao",
            "尉=wei",
            "乐=yue",
        ),
        *(
            "区=ou",
            "缪=miao",
            "覃=qin",
            "车=che",
            "召=shao",
            "任=ren",
            "宁=ning",
            "卜=bu",
            "柏=bai",
        ),
    )
)
"""Surnames that are read otherwise than the character in most words."""
COMPOUND = (
    "ouyang sima zhuge shangguan situ huangfu murong linghu yuwen zhangsun xiahou xuanyuan gongsun "
    "duanmu nangong ximen dugu huyan dongguo chunyu tuoba dongfang"
)
FIELD = (
    "网安 网警 网信 网民 净网 护网 反诈 防诈 反诈宣传 有奖问答 严打 许可 网络谣言 网络暴力 "
    "网络水军 网络赌博 网络安全 网安支队 公安局 交通局 宣传周 打拐 流程图 行政处罚 王者荣耀 "
    "万柏林 周报 张贴 更正 章程 华为 小米 微博 "
    "微信 抖音 快手 百度 美团 京东 淘宝 支付宝 小红书 知乎 滴滴 荣耀"
)
"""Words of the field that word lists of newspapers lack."""
SHORT = (
    "a an ban bang bin can chi den die ding dong dun fan fang fen gan gang gun hang he hen hong "
    "kong lan lang lie long man me men min mo pan pang pen pie pin ping po ran rang run sang she "
    "shun song sun tan tang ti tie ting tong tun wan yang yin you zen"
)
"""English words that are a syllable."""
_SCORE_OF_COMPOUND, _SCORE_OF_FIELD = -8.0, -7.5
_LEAST_SURNAME, _LEAST_GIVEN = -8.2, -9.5
_LEAST_WORD = {1: -20.0, 2: -14.5, 3: -15.5, 4: -14.5}
_CHINESE_ONLY = re.compile("zh|q(?!u)|x(?:i[aeou]|u)|uang|iao|iang|iong")
"""Letters that no English word has: such an entry of the English list is a Chinese word."""

Scores = dict[str, float]


def _lexicon() -> dict[str, Scores]:
    found: dict[str, Scores] = defaultdict(dict)
    for line in gzip.decompress((NAMES / "lexicon.txt.gz").read_bytes()).decode().splitlines():
        if not line.startswith("#"):
            section, score, entries = line.split("\t")
            found[section].update(dict.fromkeys(entries.split(), float(score)))
    return found


def _spelled(scores: Scores) -> Scores:
    """The scores by pinyin, its syllables separated by spaces; ü as v."""
    shares: dict[str, float] = defaultdict(float)
    for word, score in scores.items():
        spelling = " ".join(lazy_pinyin(word))
        if re.fullmatch("[a-z ]+", spelling):
            shares[spelling] += exp(score)
    return {spelling: log(share) for spelling, share in shares.items()}


def _with_umlauts(scores: Scores) -> Scores:
    """The scores, with lü and nü spelled lu, lyu and so on too."""
    found = dict(scores)
    for syllable, score in scores.items():
        if syllable[:2] in ("lv", "nv"):
            for vowel in ("u", "yu"):
                other = syllable.replace("v", vowel)
                found[other] = max(found.get(other, score), score)
    return found


def _of_names(lexicon: dict[str, Scores]) -> Iterator[tuple[str, Scores]]:
    usual = {one: score for one, score in lexicon["surnames"].items() if one not in READINGS}
    surnames = _spelled(usual)
    for one, syllable in READINGS.items():
        if one in lexicon["surnames"]:
            share = exp(surnames.get(syllable, -99.0)) + exp(lexicon["surnames"][one])
            surnames[syllable] = log(share)
    surnames = {one: score for one, score in surnames.items() if score > _LEAST_SURNAME}
    yield "surnames", _with_umlauts(surnames) | dict.fromkeys(COMPOUND.split(), _SCORE_OF_COMPOUND)
    given = _spelled(lexicon["given"]).items()
    yield "given", _with_umlauts({one: score for one, score in given if score > _LEAST_GIVEN})


def sections(english: Iterable[str]) -> Iterator[tuple[str, Scores]]:
    """The name of each section and its entries with their scores; 0 where there is none."""
    lexicon = _lexicon()
    found = dict(_of_names(lexicon))
    words = _spelled({word: score for word, score in lexicon["words"].items() if len(word) <= 4})
    syllables = {one for spelling in words for one in spelling.split()} | found["given"].keys()
    found["syllables"] = dict.fromkeys(syllables, 0.0)
    kept = {one: s for one, s in words.items() if s >= _LEAST_WORD[one.count(" ") + 1]}
    joined = _joined(kept)
    for spelling in _spelled(dict.fromkeys(FIELD.split(), 0.0)):
        key = spelling.replace(" ", "")
        joined[key] = max(joined.get(key, _SCORE_OF_FIELD), _SCORE_OF_FIELD)
    found["words"] = joined
    found["short"] = dict.fromkeys(SHORT.split(), 0.0)
    text = "".join(line for one in found.items() for line in lines(*one))
    found["english"] = dict.fromkeys(_mistaken(english, pinyin_table.PinyinTable.parse(text)), 0.0)
    yield from found.items()


def _joined(words: Scores) -> Scores:
    shares: dict[str, float] = defaultdict(float)
    for spelling, score in words.items():
        shares[spelling.replace(" ", "")] += exp(score)
    return {spelling: log(share) for spelling, share in shares.items()}


def _mistaken(english: Iterable[str], table: pinyin_table.PinyinTable) -> list[str]:
    """The English words that could be split into a surname and a given name, or hold one."""
    return [
        word
        for word in english
        if len(word) > 3
        and word not in table.syllables
        and not _CHINESE_ONLY.search(word)
        and table.is_spelled(word)
    ]


def lines(name: str, scores: Scores) -> Iterable[str]:
    """The lines of a section: its name, a score, and the entries that have it."""
    by_score: dict[float, list[str]] = defaultdict(list)
    for entry, score in scores.items():
        by_score[round(score, 1)].append(entry)
    for score, entries in sorted(by_score.items(), reverse=True):
        yield f"{name}\t{score:g}\t{' '.join(sorted(entries))}\n"


def main(folder: Path) -> None:
    """Writes the table; the same sources give the same bytes."""
    path = next(folder.rglob("wordninja_words.txt.gz"))
    english = gzip.decompress(path.read_bytes()).decode().split()
    text = SOURCES + "".join(line for one in sections(english) for line in lines(*one))
    (NAMES / pinyin_table.TABLE).write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
