/* Normalization: a text as it is compared, the same here as where the index is made (normalization.py). */

const KEPT = /[\p{L}\p{N}.,]/u;
const TOKEN = /[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)*|[a-z]+|[., ]/g;
const POINTS = /^[., ]$/;

/* Stands before and after every number and every word of Latin letters. */
export const EDGE = "#";

const known = new Map();

/* What is kept of a character, with spaces for the rest, worked out when it is first met. */
function keptOf(character) {
  if (!known.has(character)) {
    const plain = [...character.normalize("NFKC").toLowerCase()];
    known.set(character, plain.map((one) => (KEPT.test(one) ? one : " ")).join(""));
  }
  return known.get(character);
}

/* The folded text, and for each of its units where in the original it begins and ends. */
export function foldedWithPlaces(text) {
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

/* The folded text alone, in a fraction of the time. */
export function normalize(text) {
  let plain = "";
  for (const character of text) plain += keptOf(character);
  const whole = (token) => (POINTS.test(token) ? "" : EDGE + token.replaceAll(",", "") + EDGE);
  return plain.replace(TOKEN, whole);
}

/* Without the edges at both ends: what stands within a longer number or word. */
export function withinWords(folded) {
  return folded.replace(/^#|#$/g, "");
}

/* Where any of the folded writings stands in a text that was folded with its places: [start, end] in
   rising order, none across another; of two that overlap, the whole that both cover. */
export function placesOf(writings, { text: folded, starts, ends }) {
  const ranges = writings.flatMap((writing) => {
    const found = [];
    for (let at = folded.indexOf(writing); writing && at >= 0; at = folded.indexOf(writing, at + 1)) {
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

/* A map from traditional characters to the simplified ones that the texts have. */
export function simplifier([traditional, simplified]) {
  const known = [...simplified];
  const map = new Map([...traditional].map((character, index) => [character, known[index]]));
  return (text) => [...text.normalize("NFKC")].map((one) => map.get(one) ?? one).join("");
}
