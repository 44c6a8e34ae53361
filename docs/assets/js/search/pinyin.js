/* Pinyin: splits letters into syllables, and converts syllables to characters. */

import { cover } from "./query.js";

const LONGEST = 6;
const MOST_CUTS = 12;
const MOST_WORDS = 6;
const MOST_BEGUN = 60;

/* The splits of letters into known syllables, long ones first; an apostrophe is a boundary. If there
   is none, the last syllable may be incomplete: shuij. */
export function cuts(letters, syllables) {
  const known = new Set(syllables);
  const plain = letters.replace(/ /g, "'").replace(/([nl])ue/g, "$1ve");
  const whole = cutsOf(plain, (part) => known.has(part), new Map());
  if (whole.length) return whole;
  const isBegun = (part) => syllables.some((syllable) => syllable.startsWith(part));
  return cutsOf(plain, (part, isLast) => known.has(part) || (isLast && isBegun(part)), new Map());
}

/* `done` caches the result for each rest; without it, time would double with every syllable. */
function cutsOf(letters, isSyllable, done) {
  if (!letters) return [[]];
  if (letters.startsWith("'")) return cutsOf(letters.slice(1), isSyllable, done);
  if (!done.has(letters)) {
    const longest = Math.min(LONGEST, letters.split("'")[0].length);
    const parts = Array.from({ length: longest }, (_, index) => letters.slice(0, longest - index));
    const heads = parts.filter((part) => isSyllable(part, part.length === letters.length));
    const found = heads.flatMap((part) =>
      cutsOf(letters.slice(part.length), isSyllable, done).map((rest) => [part, ...rest]),
    );
    done.set(letters, found.slice(0, MOST_CUTS));
  }
  return done.get(letters);
}

/* The words with these syllables of which every two adjacent characters are a pair in the texts.
   `pairsOf(first)` gives the pairs of a first syllable by the second, the most frequent first. */
export function wordsOf(syllables, pairsOf) {
  let words = null;
  for (let index = 1; index < syllables.length; index += 1) {
    const pairs = endingIn(syllables[index], pairsOf(syllables[index - 1]));
    words = (words ? words.flatMap((word) => extended(word, pairs)) : pairs).slice(0, MOST_BEGUN);
  }
  return (words ?? []).slice(0, MOST_WORDS);
}

/* The pairs of a second syllable, or of all syllables with that prefix. */
function endingIn(second, seconds) {
  if (seconds[second]) return seconds[second];
  const begun = Object.keys(seconds).filter((syllable) => syllable.startsWith(second));
  return begun.flatMap((syllable) => seconds[syllable]);
}

function extended(word, pairs) {
  const last = [...word].pop();
  const following = pairs.filter((pair) => [...pair][0] === last);
  return following.map((pair) => word + [...pair][1]);
}

/* The known words with this pinyin. */
export function spelledSo(letters, spelled) {
  return spelled.filter(([, full]) => full === letters).map(([word]) => word);
}

/* The known words with these initials. */
export function initialsOf(letters, spelled) {
  return spelled.filter(([, , initials]) => initials === letters).map(([word]) => word);
}

/* The sequence of known words whose pinyin the letters are: taiyuanshuijun. */
export function spelledParts(letters, spelled) {
  const words = new Map(spelled.map(([word, full]) => [full, word]));
  return (cover(letters, (part) => words.has(part), new Map()) ?? []).map((part) => words.get(part));
}

/* The usual syllable of each character; null if one is unknown. `characters` maps each syllable to
   its characters in one text. */
export function syllablesOf(text, characters) {
  const known = new Map(Object.entries(characters).flatMap(([one, of]) => [...of].map((it) => [it, one])));
  const found = [...text].map((character) => known.get(character));
  return found.every(Boolean) ? found : null;
}
