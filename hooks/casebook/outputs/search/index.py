"""The search index: small files, of which the browser fetches the few that a query needs.

    search/index.json            the manifest, which every query needs; its address is permanent
    search/<version>/cases.bin   the starts and title ends of the cases, and the cases of each term
    search/<version>/grams/      the postings of every n-gram, in shards of some kilobytes
    search/<version>/pinyin/     the pairs of characters by pinyin, a file for each syllable
    search/<version>/cases/      the data of a search result, a file for each case

The version is a hash of all files, so that no cache can mix two builds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from casebook.content.contents import Case
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
from casebook.places.gazetteer import gazetteer
from casebook.render.content_version import content_version
from casebook.texts import commands as texts

Item = TypeVar("Item")

FILE_BYTES = 8192
"""The approximate size of a shard; smaller ones are more files, larger ones slow to fetch."""

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
_HASH_FACTOR = 7919


def search_files(
    site: Site, library: Library, progress: Progress = no_progress
) -> dict[str, bytes]:
    """The files of the index over the listed cases, by their address below the site.

    Withdrawn cases are not indexed, drafts only if the site has them.
    """
    ngrams, files = _indexed(map(index_document, progress(site.cases, texts.INDEXING_CASES)))
    files["cases.bin"] = _cases(site, ngrams)
    shards = list(_shards(ngrams, progress))
    files |= {f"grams/{number}.bin": shard for number, shard in enumerate(shards)}
    synonyms = library.search.fields.synonyms if library.search else ()
    files |= dict(_pinyin(site, ngrams, synonyms))
    version = content_version(files)
    manifest = {
        "version": version,
        "cases": len(site.cases),
        "shards": len(shards),
        "terms": {facet.name: _terms(facet) for facet in site.facets},
        "synonyms": synonyms,
        "traditional": _traditional(ngrams),
    }
    below = {f"{SEARCH.address}{version}/{name}": content for name, content in files.items()}
    return {SEARCH_INDEX: _json(manifest), **below}


def files(context: BuildContext) -> Iterator[File]:
    """The files of the index of a build, the manifest last."""
    found = search_files(context.site, context.library, context.progress)
    yield from sorted(found.items(), key=lambda file: file[0] == SEARCH_INDEX)


def _indexed(documents: Iterable[IndexedDocument]) -> tuple[NgramIndex, dict[str, bytes]]:
    """The n-grams of all documents, and the files of their search results."""
    shown: list[bytes] = []

    def spans() -> Iterator[Span]:
        for one in documents:
            shown.append(one.shown)
            yield one.span

    ngrams = ngram_index(spans())
    return ngrams, {f"cases/{number}.json": content for number, content in enumerate(shown)}


def _cases(site: Site, ngrams: NgramIndex) -> bytes:
    """List 0 has the starts of the cases, 1 their title ends, and one for each term its cases."""
    numbers = {case.id: number for number, case in enumerate(site.cases)}
    lists: list[Sequence[int]] = [ngrams.starts, ngrams.title_ends]
    for facet in site.facets:
        lists += [_numbers(option.cases, numbers) for option in facet.walk()]
    return b"".join(posting_list(key, found) for key, found in enumerate(lists) if found)


def _numbers(cases: Sequence[Case], numbers: dict[str, int]) -> list[int]:
    return sorted(numbers[case.id] for case in cases)


def _pinyin(
    site: Site, ngrams: NgramIndex, synonyms: tuple[tuple[str, ...], ...]
) -> Iterator[tuple[str, bytes]]:
    """The syllables of the texts with their pairs, and the words that can be typed in pinyin."""
    from casebook.outputs.search.pinyin import characters_of, sounds_of, spelled

    sounds = sounds_of(ngrams.positions)
    # A syllable that only ends pairs is not a key of `sounds`.
    syllables = sorted({*sounds, *(second for seconds in sounds.values() for second in seconds)})
    words = [name for facet in site.facets for option in facet.walk() for name in option.names]
    words += [word for group in synonyms for word in group]
    known = {"syllables": syllables, "words": spelled(words, _place_spellings(site))}
    yield "pinyin/index.json", _json(known)
    yield "pinyin/characters.json", _json(characters_of(syllables))
    for syllable in syllables:
        yield f"pinyin/{syllable}.json", _json(sounds.get(syllable, {}))


def _place_spellings(site: Site) -> dict[str, str]:
    """The spelling of places by short name: provinces, cities, and the districts of the cases."""
    china = gazetteer()
    districts = [case.district for case in site.cases if case.district]
    cities = [city for name in china.city_names if (city := china.city(name))]
    provinces = [province for name in china.province_names if (province := china.province(name))]
    return {
        short_name(place): place.slug.split("-")[0] for place in (*districts, *cities, *provinces)
    }


def _terms(facet: Facet) -> list[tuple[str | int, ...]]:
    """The key of each term, its depth, then all its names."""
    return [(option.key, option.depth, *option.names) for option in facet.walk()]


def _shards(ngrams: NgramIndex, progress: Progress) -> Iterator[bytes]:
    """The postings of all n-grams, sharded by hash, in each shard in ascending order."""
    by_width = sorted(ngrams.positions, key=lambda ngram: width_of(ngrams.positions[ngram]))
    records = {
        ngram: posting_list(ngram_key(ngram), ngrams.positions[ngram])
        for ngram in progress(by_width, texts.INDEXING)
    }
    count = 1 + sum(map(len, records.values())) // FILE_BYTES
    shards: list[list[bytes]] = [[] for _ in range(count)]
    for ngram in sorted(records):
        first, second = (*map(ord, ngram), 0)[:2]
        shards[(first * _HASH_FACTOR + second) % count].append(records[ngram])
    return map(b"".join, shards)


def _traditional(ngrams: NgramIndex) -> tuple[list[str], list[str]]:
    """The traditional characters that no text contains, and their simplified forms in texts.

    Each by itself, because many in one text read like names of persons.
    """
    from opencc import OpenCC

    missing = [one for one in map(chr, _WRITTEN_CHARACTERS) if one not in ngrams.positions]
    # In one call, for each is costly; one per line, so that none is converted as part of a word.
    simplified = OpenCC("t2s").convert("\n".join(missing)).split("\n")
    pairs = zip(missing, simplified, strict=True)
    known = [(one, simple) for one, simple in pairs if one != simple and simple in ngrams.positions]
    return [one for one, _ in known], [simple for _, simple in known]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
