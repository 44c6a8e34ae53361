/* The index: fetches the few files that a query needs, and reads them. */

import { yieldToBrowser } from "./yield.js";
import { gramKey, numbers, records } from "./postings.js";
import { vocabulary } from "./query.js";
import { simplifier } from "./normalize.js";

const HASH = 7919;
const TEXT = 10;
const TITLE = 20;
const MOST = 40;
const [STARTS, TEXTS, FIRST_TERM] = [0, 1, 2];
const NONE = new Uint32Array();

/* Opens the index that stands below an address; rejects where it cannot be fetched. */
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
    /* Kept when the lists of the cases are there, which come while grams are being fetched. */
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

  /* A file of the index, fetched once; one that failed is fetched again when next asked for. */
  file(name, kind = "json") {
    if (!this.files.has(name)) {
      const coming = fetched(this.below + name, kind);
      this.files.set(name, coming);
      coming.catch(() => this.files.delete(name));
    }
    return this.files.get(name);
  }

  /* What a result shows of a case. */
  shown(number) {
    return this.file(`cases/${number}.json`);
  }

  casesOf(facet, key) {
    return this.terms.get(facet)?.get(key) ?? NONE;
  }

  /* Where a folded writing stands in the row of all texts; of a single character, its first place
     in each case. Pairs that follow each other are enough to know the whole. */
  async places(writing) {
    const characters = [...writing];
    const last = Math.max(0, characters.length - 2);
    const offsets = characters.map((_, index) => Math.min(index, last)).filter((_, index) => index % 2 === 0);
    const grams = await Promise.all(offsets.map((at) => this.gram(characters.slice(at, at + 2))));
    return grams.slice(1).reduce((found, gram, index) => followed(found, gram, offsets[index + 1]), grams[0] ?? NONE);
  }

  async gram(characters) {
    const [first, second] = [...characters, "\0"].map((one) => one.codePointAt(0));
    const file = await this.file(`grams/${(first * HASH + second) % this.manifest.shards}.bin`, "bytes");
    file.records ??= records(file);
    await yieldToBrowser();
    const record = file.records.get(gramKey(characters));
    return record ? numbers(record) : NONE;
  }

  /* The cases in which places lie, each with its weight: the title weighs more than the text, and
     more than one place more than one. */
  casesAt(places) {
    const weights = new Map();
    let number = 0;
    for (const place of places) {
      while (this.starts[number + 1] <= place) number += 1;
      const more = place < this.texts[number] ? TITLE : 1;
      weights.set(number, Math.min((weights.get(number) ?? TEXT) + more, MOST));
    }
    return weights;
  }
}

/* The places of which the one `offset` further is in the other list. */
function followed(places, others, offset) {
  let at = 0;
  return places.filter((place) => {
    while (others[at] < place + offset) at += 1;
    return others[at] === place + offset;
  });
}
