/* Normalization: texts for comparison, with the same result as normalization.py. */

const KEPT = /[\p{L}\p{N}.,]/u;
const TOKEN = /[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)*|[a-z]+|[., ]/g;
const POINTS = /^[., ]$/;

/* Marks the start and end of every number and every word of Latin letters. */
export const EDGE = "#";

/* The radicals of PDFs that NFKC leaves or makes traditional, and the characters they look like, by
   their code points: those of radicals.py. */
const RADICALS =
  "2f3e-6237 2f92-89c1 2f99-8d1d 2f9e-8f66 2fa7-957f 2fa8-95e8 2fad-9752 2fb1-97e6 2fb4-9875 2fb5-98ce " +
  "2fb6-98de 2fba-9a6c 2fbe-6597 2fc2-9c7c 2fc3-9e1f 2fc4-5364 2fc6-9ea6 2fc8-9ec4 2fcc-9efe 2fd1-9f50 " +
  "2fd2-9f7f 2fd3-9f99 2fd4-9f9f 2e81-5382 2e82-4e5b 2e83-4e5a 2e84-4e59 2e85-4ebb 2e86-5182 " +
  "2e87-20628 2e88-5200 2e89-5202 2e8a-535c 2e8b-353e 2e8c-5c0f 2e8d-5c0f 2e8e-5140 2e8f-5c23 " +
  "2e90-5c22 2e91-21bc2 2e92-5df3 2e93-5e7a 2e94-5f51 2e95-5f50 2e96-5fc4 2e97-5fc3 2e98-624c " +
  "2e99-6535 2e9b-65e1 2e9c-65e5 2e9d-6708 2e9e-6b7a 2ea0-6c11 2ea1-6c35 2ea2-6c3a 2ea3-706c 2ea4-722b " +
  "2ea5-722b 2ea6-4e2c 2ea7-725b 2ea8-72ad 2ea9-738b 2eaa-24d14 2eab-76ee 2eac-793a 2ead-793b " +
  "2eae-25ad7 2eaf-7e9f 2eb0-7e9f 2eb1-7f53 2eb2-7f52 2eb3-34c1 2eb4-5197 2eb5-2626b 2eb6-7f8a " +
  "2eb7-2634c 2eb8-2634b 2eb9-8002 2eba-8080 2ebb-807f 2ebc-8089 2ebd-26951 2ebe-8279 2ebf-8279 " +
  "2ec0-8279 2ec1-864e 2ec2-8864 2ec3-8980 2ec4-897f 2ec5-89c1 2ec6-89d2 2ec7-278b2 2ec8-8ba0 " +
  "2ec9-8d1d 2eca-27fb7 2ecb-8f66 2ecc-8fb6 2ecd-8fb6 2ece-8fb6 2ecf-9091 2ed0-9485 2ed1-957f " +
  "2ed2-9578 2ed3-957f 2ed4-95e8 2ed5-28e0f 2ed6-961d 2ed7-96e8 2ed8-9752 2ed9-97e6 2eda-9875 " +
  "2edb-98ce 2edc-98de 2edd-98df 2ede-2967f 2edf-9963 2ee0-9963 2ee1-29810 2ee2-9a6c 2ee3-9aa8 " +
  "2ee4-9b3c 2ee5-9c7c 2ee6-9e1f 2ee7-5364 2ee8-9ea6 2ee9-9ec4 2eea-9efe 2eeb-9f50 2eec-9f50 2eed-9f7f " +
  "2eee-9f7f 2eef-9f99 2ef0-9f99 2ef1-9f9f 2ef2-9f9f";
const character = (code) => String.fromCodePoint(parseInt(code, 16));
const looks = new Map(RADICALS.split(" ").map((pair) => pair.split("-").map(character)));

/* A text as Unicode's compatibility form, with characters in place of radicals. */
export function compatible(text) {
  return [...text].map((one) => looks.get(one) || one).join("").normalize("NFKC");
}

const known = new Map();

/* The normalized form of a character, with spaces for removed characters; cached. */
function keptOf(character) {
  if (!known.has(character)) {
    const plain = [...compatible(character).toLowerCase()];
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
  return (text) => [...compatible(text)].map((one) => map.get(one) ?? one).join("");
}
