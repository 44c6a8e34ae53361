"""The search index: small files, of which a reader's browser fetches the few that a query needs.

    search/index.json            what every query needs to know first; its address never changes
    search/<version>/cases.bin   where each case begins, where its title ends, each term's cases
    search/<version>/grams/      the places of every gram, in files of some kilobytes
    search/<version>/pinyin/     the pairs of characters by their sound, a file for each syllable
    search/<version>/cases/      what a result shows, a file for each case

The version is made of the bytes of all files, so that no cache can mix two builds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from casebook.content.contents import Case
from casebook.content.gazetteer import gazetteer
from casebook.content.library import Library
from casebook.content.progress import Progress, no_progress
from casebook.outputs.context import BuildContext, output_route
from casebook.outputs.search.indexed_document import IndexedDocument, index_document
from casebook.outputs.search.ngrams import NgramIndex, Span, ngram_index
from casebook.outputs.search.postings import ngram_key, posting_list, width_of
from casebook.pages.page import SEARCH, SEARCH_INDEX, File
from casebook.pages.routes import HASH, Caching
from casebook.pages.search import Facet, short_name
from casebook.pages.site import Site
from casebook.render.content_version import content_version
from casebook.texts import commands as texts

Item = TypeVar("Item")

FILE_BYTES = 8192
"""About how much a file of grams holds; smaller ones are many, larger ones are slow to fetch."""

_INDEXED = "its texts are those of the case files"
ROUTES = (
    output_route(SEARCH_INDEX, "application/json", is_lasting=True),
    output_route(f"{SEARCH.address}{HASH}/cases/*", "application/json", Caching.FOREVER),
    *(
        output_route(f"{SEARCH.address}{HASH}/{name}", media_type, Caching.FOREVER, exempt=_INDEXED)
        for name, media_type in (
            ("cases.bin", "application/octet-stream"),
            ("grams/*", "application/octet-stream"),
            ("pinyin/*", "application/json"),
        )
    ),
)

_WRITTEN_CHARACTERS = range(0x3400, 0xA000)
_HASH = 7919


def search_files(
    site: Site, library: Library, progress: Progress = no_progress
) -> dict[str, bytes]:
    """The files of the index over the cases that stand in lists, by their address below the site.

    Withdrawn cases are not among them, and drafts only if the site has them.
    """
    row, files = _gathered(map(index_document, progress(site.cases, texts.INDEXING_CASES)))
    files["cases.bin"] = _cases(site, row)
    shards = list(_shards(row, progress))
    files |= {f"grams/{number}.bin": shard for number, shard in enumerate(shards)}
    synonyms = library.search.fields.synonyms if library.search else ()
    files |= dict(_pinyin(site, row, synonyms))
    version = content_version(files)
    manifest = {
        "version": version,
        "cases": len(site.cases),
        "shards": len(shards),
        "terms": {facet.name: _terms(facet) for facet in site.facets},
        "synonyms": synonyms,
        "traditional": _traditional(row),
    }
    below = {f"{SEARCH.address}{version}/{name}": content for name, content in files.items()}
    return {SEARCH_INDEX: _json(manifest), **below}


def files(context: BuildContext) -> Iterator[File]:
    """The files of the index over an edition, the manifest last."""
    found = search_files(context.site, context.library, context.progress)
    yield from sorted(found.items(), key=lambda file: file[0] == SEARCH_INDEX)


def _gathered(leaves: Iterable[IndexedDocument]) -> tuple[NgramIndex, dict[str, bytes]]:
    """The row of all leaves, and the files of what they show."""
    shown: list[bytes] = []

    def stretches() -> Iterator[Span]:
        for one in leaves:
            shown.append(one.shown)
            yield one.span

    row = ngram_index(stretches())
    return row, {f"cases/{number}.json": content for number, content in enumerate(shown)}


def _cases(site: Site, row: NgramIndex) -> bytes:
    """List 0 says where the cases begin, 1 where their titles end; then one for each term."""
    numbers = {case.id: number for number, case in enumerate(site.cases)}
    lists: list[Sequence[int]] = [row.starts, row.texts]
    for facet in site.facets:
        lists += [_numbers(option.cases, numbers) for option in facet.walk()]
    return b"".join(posting_list(key, found) for key, found in enumerate(lists) if found)


def _numbers(cases: Sequence[Case], numbers: dict[str, int]) -> list[int]:
    return sorted(numbers[case.id] for case in cases)


def _pinyin(
    site: Site, row: NgramIndex, synonyms: tuple[tuple[str, ...], ...]
) -> Iterator[tuple[str, bytes]]:
    """The syllables of the texts with their pairs, and the words that are known by their sound."""
    from casebook.outputs.search.pinyin import characters_of, sounds_of, spelled

    sounds = sounds_of(row.places)
    # A syllable that only ever ends a pair begins none.
    syllables = sorted({*sounds, *(second for seconds in sounds.values() for second in seconds)})
    words = [name for facet in site.facets for option in facet.walk() for name in option.names]
    words += [word for group in synonyms for word in group]
    known = {"syllables": syllables, "words": spelled(words, _places(site))}
    yield "pinyin/index.json", _json(known)
    yield "pinyin/characters.json", _json(characters_of(syllables))
    for syllable in syllables:
        yield f"pinyin/{syllable}.json", _json(sounds.get(syllable, {}))


def _places(site: Site) -> dict[str, str]:
    """The spelling of places by their short names: all cities, and the districts of the cases."""
    china = gazetteer()
    districts = [case.district for case in site.cases if case.district]
    cities = [city for name in china.city_names if (city := china.city(name))]
    provinces = [province for name in china.province_names if (province := china.province(name))]
    return {
        short_name(place): place.slug.split("-")[0] for place in (*districts, *cities, *provinces)
    }


def _terms(facet: Facet) -> list[tuple[str | int, ...]]:
    """The key of each term, how many terms lie above it, then all its names."""
    return [(option.key, option.depth, *option.names) for option in facet.walk()]


def _shards(row: NgramIndex, progress: Progress) -> Iterator[bytes]:
    """The records of all grams, dealt out to files by their hash, in each in their order."""
    by_width = sorted(row.places, key=lambda gram: width_of(row.places[gram]))
    records = {
        gram: posting_list(ngram_key(gram), row.places[gram])
        for gram in progress(by_width, texts.INDEXING)
    }
    count = 1 + sum(map(len, records.values())) // FILE_BYTES
    shards: list[list[bytes]] = [[] for _ in range(count)]
    for gram in sorted(records):
        first, second = (*map(ord, gram), 0)[:2]
        shards[(first * _HASH + second) % count].append(records[gram])
    return map(b"".join, shards)


def _traditional(row: NgramIndex) -> tuple[str, str]:
    """Traditional characters that no text has, and the simplified ones of the texts for them."""
    from opencc import OpenCC

    missing = [one for one in map(chr, _WRITTEN_CHARACTERS) if one not in row.places]
    # All in one go, for each call has its price; on a line of its own none is part of a word.
    simplified = OpenCC("t2s").convert("\n".join(missing)).split("\n")
    pairs = zip(missing, simplified, strict=True)
    known = [(one, simple) for one, simple in pairs if one != simple and simple in row.places]
    return "".join(one for one, _ in known), "".join(simple for _, simple in known)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
