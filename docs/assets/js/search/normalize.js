/* Normalization: texts for comparison, with the same result as normalization.py. */

const KEPT = /[\p{L}\p{N}.,]/u;
const TOKEN = /[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)*|[a-z]+|[., ]/g;
const POINTS = /^[., ]$/;

/* Marks the start and end of every number and every word of Latin letters. */
export const EDGE = "#";

const known = new Map();

/* The normalized form of a character, with spaces for removed characters; cached. */
function keptOf(character) {
  if (!known.has(character)) {
    const plain = [...character.normalize("NFKC").toLowerCase()];
    known.set(character, plain.map((one) => (KEPT.test(one) ? one : " ")).join(""));
  }
  return known.get(character);
}

/* The normalized text, and for each of its code units the start and end in the original. */
export function normalizeWithPositions(text) {
  let plain = "";
  const starts = [];
  const ends = [];
  let place = 0;
  for (const character of text) {
    const end = place + character.length;
    const kept = keptOf(character);
    plain += kept;
    for (let unit = 0; unit < kept.length; unit += 1) {
      starts.push(place);
      ends.push(end);
    }
    place = end;
  }
  return withEdges(plain, starts, ends);
}

function withEdges(plain, starts, ends) {
  const found = { text: "", starts: [], ends: [] };
  const add = (unit, start, end) => {
    found.text += unit;
    found.starts.push(start);
    found.ends.push(end);
  };
  let done = 0;
  const copyTo = (end) => {
    for (; done < end; done += 1) if (plain[done] !== ",") add(plain[done], starts[done], ends[done]);
  };
  for (const { 0: token, index } of plain.matchAll(TOKEN)) {
    copyTo(index);
    const end = index + token.length;
    if (POINTS.test(token)) {
      done = end;
    } else {
      add(EDGE, starts[index], starts[index]);
      copyTo(end);
      add(EDGE, ends[end - 1], ends[end - 1]);
    }
  }
  copyTo(plain.length);
  return found;
}

/* The normalized text without positions, in a fraction of the time. */
export function normalize(text) {
  let plain = "";
  for (const character of text) plain += keptOf(character);
  const whole = (token) => (POINTS.test(token) ? "" : EDGE + token.replaceAll(",", "") + EDGE);
  return plain.replace(TOKEN, whole);
}

/* Without the edges at both ends, to match within a longer number or word. */
export function withoutEdges(normalized) {
  return normalized.replace(/^#|#$/g, "");
}

/* The ranges [start, end] of all matches of normalized spellings in a text normalized with positions,
   in ascending order; overlapping ranges are merged. */
export function rangesOf(writings, { text: normalized, starts, ends }) {
  const ranges = writings.flatMap((writing) => {
    const found = [];
    for (let at = normalized.indexOf(writing); writing && at >= 0; at = normalized.indexOf(writing, at + 1)) {
      found.push([starts[at], ends[at + writing.length - 1]]);
    }
    return found;
  });
  const merged = [];
  for (const [start, end] of ranges.sort((one, other) => one[0] - other[0] || other[1] - one[1])) {
    const last = merged[merged.length - 1];
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/* A function that converts traditional characters to the simplified ones in the texts. */
export function simplifier([traditional, simplified]) {
  const known = [...simplified];
  const map = new Map([...traditional].map((character, index) => [character, known[index]]));
  return (text) => [...text.normalize("NFKC")].map((one) => map.get(one) ?? one).join("");
}
