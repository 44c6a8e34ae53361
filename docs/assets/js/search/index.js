/* The index: fetches and decodes the few files that a query needs. */

import { yieldToBrowser } from "./yield.js";
import { ngramKey, numbers, records } from "./postings.js";
import { vocabulary } from "./query.js";
import { simplifier } from "./normalize.js";

const HASH = 7919;
const TEXT = 10;
const TITLE = 20;
const MAX_WEIGHT = 40;
const [STARTS, TEXTS, FIRST_TERM] = [0, 1, 2];
const NONE = new Uint32Array();

/* Opens the index at a URL; rejects if it cannot be fetched. */
export async function open(address, cache = "default") {
  const manifest = await fetched(`${address}index.json`, "json", cache);
  return new Index(`${address}${manifest.version}/`, manifest);
}

async function fetched(address, kind, cache = "default") {
  const answer = await fetch(address, { cache });
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return kind === "json" ? answer.json() : new Uint8Array(await answer.arrayBuffer());
}

class Index {
  constructor(below, manifest) {
    this.below = below;
    this.manifest = manifest;
    this.size = manifest.cases;
    this.names = vocabulary(manifest.terms, manifest.synonyms);
    this.simplify = simplifier(manifest.traditional);
    this.files = new Map();
    /* Resolves when the lists of the cases are loaded, in parallel to the n-grams. */
    this.ready = this.readLists();
    this.ready.catch(() => {});
  }

  async readLists() {
    const { cases, terms } = this.manifest;
    const lists = cases ? records(await this.file("cases.bin", "bytes")) : new Map();
    const listAt = (key) => (lists.has(key) ? numbers(lists.get(key)) : NONE);
    this.starts = listAt(STARTS);
    this.texts = listAt(TEXTS);
    /* The cases of each term, by facet and key. */
    this.terms = new Map();
    let key = FIRST_TERM;
    for (const [facet, rows] of Object.entries(terms)) {
      await yieldToBrowser();
      this.terms.set(facet, new Map(rows.map(([term], row) => [term, listAt(key + row)])));
      key += rows.length;
    }
  }

  /* The terms of a facet in their order, with the number of terms above each. */
  rows(facet) {
    return this.manifest.terms[facet].map(([key, depth, title]) => ({ key, depth, title }));
  }

  /* A file of the index, fetched once; after a failure the next call fetches it again. */
  file(name, kind = "json") {
    if (!this.files.has(name)) {
      const coming = fetched(this.below + name, kind);
      this.files.set(name, coming);
      coming.catch(() => this.files.delete(name));
    }
    return this.files.get(name);
  }

  /* The data of the search result of a case. */
  shown(number) {
    return this.file(`cases/${number}.json`);
  }

  casesOf(facet, key) {
    return this.terms.get(facet)?.get(key) ?? NONE;
  }

  /* The positions of a normalized spelling in all texts; of a single character, its first position in
     each case. Every second pair is enough to match the whole. */
  async places(writing) {
    const characters = [...writing];
    const last = Math.max(0, characters.length - 2);
    const offsets = characters.map((_, index) => Math.min(index, last)).filter((_, index) => index % 2 === 0);
    const ngrams = await Promise.all(offsets.map((at) => this.ngram(characters.slice(at, at + 2))));
    return ngrams.slice(1).reduce((found, next, index) => followed(found, next, offsets[index + 1]), ngrams[0] ?? NONE);
  }

  async ngram(characters) {
    const [first, second] = [...characters, "\0"].map((one) => one.codePointAt(0));
    const file = await this.file(`grams/${(first * HASH + second) % this.manifest.shards}.bin`, "bytes");
    file.records ??= records(file);
    await yieldToBrowser();
    const record = file.records.get(ngramKey(characters));
    return record ? numbers(record) : NONE;
  }

  /* The cases that contain positions, each with its weight: the title counts more than the text, and
     every position adds. */
  casesAt(places) {
    const weights = new Map();
    let number = 0;
    for (const place of places) {
      while (this.starts[number + 1] <= place) number += 1;
      const more = place < this.texts[number] ? TITLE : 1;
      weights.set(number, Math.min((weights.get(number) ?? TEXT) + more, MAX_WEIGHT));
    }
    return weights;
  }
}

/* The positions whose successor at `offset` is in the other list. */
function followed(places, others, offset) {
  let at = 0;
  return places.filter((place) => {
    while (others[at] < place + offset) at += 1;
    return others[at] === place + offset;
  });
}
