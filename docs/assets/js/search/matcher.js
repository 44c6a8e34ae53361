/* The matcher: finds the cases that contain the words of a query, and ranks them. */

import { yieldToBrowser } from "./yield.js";
import { parse } from "./query.js";
import { EDGE, withoutEdges } from "./normalize.js";

const CLASSED = 5;
const LESS = 0.5;
const MOST_RELATED = 5;

/* Loaded only if letters were typed or nothing was found. */
const pinyin = () => import("./pinyin.js");

/* The cases that match every word of a query, each with its weight; all cases if it has no words.
   Also the words; in `read` the normalized spellings that matched; in `sounds` the words that pinyin
   was converted to; in `terms` the groups whose cases were added; in `within` the words that matched
   only within longer ones; in `parts` the parts that words were split into. */
export async function find(index, query) {
  const words = parse(query, index.names, index.simplify);
  let notes = blank();
  const all = () => new Map(Array.from({ length: index.size }, (_, number) => [number, 0]));
  let weights = words.length ? await every(index, words, notes) : all();
  if (!weights.size && words.length > 1 && words.every(({ letters }) => letters)) {
    notes = blank();
    weights = await spoken(index, words.map(({ letters }) => letters).join("'"), notes);
  }
  await index.ready;
  return { weights, words, ...notes };
}

function blank() {
  const names = ["read", "sounds", "terms", "within", "parts"];
  return Object.fromEntries(names.map((name) => [name, new Set()]));
}

async function every(index, words, notes) {
  const found = await Promise.all(words.map((word) => one(index, word, notes)));
  return found.length ? found.reduce(both) : new Map();
}

/* The cases of one word: of any of its spellings, its terms, or all its parts. Only if there is none,
   those that match within longer numbers, by pinyin, or by its runs and parts. */
async function one(index, word, notes) {
  const [literal, parts] = await Promise.all([
    written(index, word.writings, notes),
    every(index, word.parts, notes),
  ]);
  // A charge that occurs in full does not match its whole group.
  const terms = word.text.endsWith("罪") && literal.size ? [] : word.terms;
  const found = either([literal, parts, classed(index, terms, literal, notes)]);
  if (found.size || word.isQuoted) return found;
  const inner = word.writings.map(withoutEdges).filter((one) => !word.writings.includes(one));
  const within = await written(index, inner, notes);
  if (within.size) notes.within.add(word.text);
  if (within.size) return within;
  if (word.letters) return spoken(index, word.letters, notes);
  return every(index, word.runs.length ? word.runs : await cutUp(index, word, notes), notes);
}

async function written(index, writings, notes) {
  const each = await Promise.all(writings.map((writing) => index.places(writing)));
  await index.ready;
  await yieldToBrowser();
  writings.forEach((writing, at) => each[at].length && notes.read.add(writing));
  return either(each.map((places) => index.casesAt(places)));
}

/* The cases of the offence groups among terms; places and dates match by their spelling. */
function classed(index, terms, literal, notes) {
  const found = new Map();
  for (const { facet, key, title } of terms.filter((term) => term.facet === "offence")) {
    const cases = [...index.casesOf(facet, key)];
    for (const number of cases) found.set(number, CLASSED);
    if (cases.some((number) => !literal.has(number))) notes.terms.add(title);
  }
  return found;
}

/* The known words that a word consists of, if no case contains the whole: 运城加油站. */
async function cutUp(index, { writings }, notes) {
  const parts = await knownParts(index, writings[0]);
  // A number means nothing without what it counts, so it is not split off.
  if (parts.length < 2 || parts.join("") !== writings[0]) return [];
  for (const part of parts) notes.parts.add(part);
  return parse(parts.join(" "), index.names);
}

/* The cases of letters as pinyin: of a known word, of any words in the texts, of the initials of a
   known word, or of a sequence of known words. */
async function spoken(index, letters, notes) {
  const [{ cuts, initialsOf, spelledParts, spelledSo }, { syllables, words }] = await Promise.all([
    pinyin(),
    index.file("pinyin/index.json"),
  ]);
  const plain = letters.replace(/[' ]/g, "");
  const attempts = [
    () => spelledSo(plain, words),
    () => wordsBySound(index, cuts(letters, syllables)),
    () => initialsOf(plain, words),
  ];
  for (const attempt of attempts) {
    const meant = parse((await attempt()).join(" "), index.names);
    const each = await Promise.all(meant.map((word) => one(index, word, notes)));
    meant.forEach(({ text }, at) => each[at].size && notes.sounds.add(text));
    if (each.some(({ size }) => size) || (meant.length && attempt === attempts[0])) return best(each);
  }
  const parts = spelledParts(plain, words);
  for (const word of parts) notes.sounds.add(word);
  return every(index, parse(parts.join(" "), index.names), notes);
}

/* The words of the texts with these syllables, in any of the given splits. */
async function wordsBySound(index, splits) {
  const firsts = [...new Set(splits.flatMap((syllables) => syllables.slice(0, -1)))];
  const [{ wordsOf }, ...pairs] = await Promise.all([
    pinyin(),
    ...firsts.map((first) => index.file(`pinyin/${first}.json`)),
  ]);
  const seconds = new Map(firsts.map((first, at) => [first, pairs[at]]));
  return splits.flatMap((syllables) => wordsOf(syllables, (first) => seconds.get(first)));
}

/* The words of the texts that sound like words without matches. */
export async function soundingLike(index, words) {
  const [{ syllablesOf }, { syllables, words: spelled }, characters] = await Promise.all([
    pinyin(),
    ...["index", "characters"].map((name) => index.file(`pinyin/${name}.json`)),
  ]);
  const unknown = words.map(({ text }) => text).filter((text) => !spelled.some(([word]) => word === text));
  const spoken = unknown.map((text) => syllablesOf(text, characters) ?? []);
  const known = spoken.filter((own) => own.length && own.slice(0, -1).every((one) => syllables.includes(one)));
  return [...new Set(await wordsBySound(index, known))].filter((word) => !unknown.includes(word));
}

/* The cases nearest to words without matches: those that contain the longest parts of them. */
export async function related(index, words) {
  const weights = new Map();
  for (const part of (await Promise.all(words.map((word) => knownParts(index, word.writings[0])))).flat()) {
    for (const number of index.casesAt(await index.places(part)).keys()) {
      weights.set(number, (weights.get(number) ?? 0) + part.length ** 2);
    }
  }
  const best = [...weights].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  return best.slice(0, MOST_RELATED).map(([number]) => number);
}

/* The longest parts of two characters or more that occur in the texts, from left to right. */
async function knownParts(index, writing) {
  const parts = [];
  const characters = [...writing.replaceAll(EDGE, "")];
  let at = 0;
  while (at < characters.length - 1) {
    let end = at + 1;
    while (end < characters.length && (await index.places(characters.slice(at, end + 1).join(""))).length) end += 1;
    if (end > at + 1) parts.push(characters.slice(at, end).join(""));
    at = end;
  }
  return parts;
}

/* The set of cases with every chosen term; null if none is chosen. `chosen` maps facets to keys; the
   facet `but` is ignored. */
export function filtered(index, chosen, but = "") {
  const terms = Object.entries(chosen).filter(([facet, key]) => facet !== but && key);
  const sets = terms.map(([facet, key]) => new Set(index.casesOf(facet, key)));
  return sets.length ? sets.reduce((one, other) => new Set([...one].filter((number) => other.has(number)))) : null;
}

/* The number of matching cases for each term, by facet and key, with all other facets as chosen. */
export async function counts(index, weights, chosen) {
  const left = new Map();
  for (const [facet, terms] of index.terms) {
    await yieldToBrowser();
    const others = filtered(index, chosen, facet);
    const isCounted = (number) => weights.has(number) && (!others || others.has(number));
    left.set(facet, new Map([...terms].map(([key, cases]) => [key, cases.filter(isCounted).length])));
  }
  return left;
}

/* The cases in both, each with the sum of its weights. */
function both(one, other) {
  const common = [...one].filter(([number]) => other.has(number));
  return new Map(common.map(([number, weight]) => [number, weight + other.get(number)]));
}

/* The cases in any, each with its best weight; weights of all but the first are reduced. */
function either([first = new Map(), ...others]) {
  const less = others.map((weights) => new Map([...weights].map(([number, weight]) => [number, weight * LESS])));
  return best([first, ...less]);
}

function best(all) {
  const found = new Map();
  for (const [number, weight] of all.flatMap((weights) => [...weights])) {
    found.set(number, Math.max(weight, found.get(number) ?? 0));
  }
  return found;
}
