/* Results: a case as in the lists of the templates, with the matches marked. */

import { normalizeWithPositions, rangesOf } from "./normalize.js";

const BEFORE_HIT = 24;
const EXCERPT = 96;
const MOST_FRAGMENTS = 3;

let segmenter = null;

/* The list item of a case; `read` are the normalized spellings that matched. */
export function item({ id, title, facts, summary, text }, read, root) {
  const searchedTexts = [summary, ...text].map((one) => searched(one, read));
  const heading = searched(title, read);
  const element = document.createElement("li");
  const line = document.createElement("p");
  const link = marked("a", heading);
  const excerpt = marked("p", cut(searchedTexts.reduce(richer), read));
  element.className = "item";
  line.className = "item__facts";
  link.className = "item__title";
  link.href = `${root}cases/${id}/${fragment([...searchedTexts.slice(1), heading], read)}`;
  excerpt.className = "item__summary";
  line.append(...facts.map((fact) => marked("span", searched(fact, read))));
  element.append(line, link, excerpt);
  return element;
}

/* A text with the ranges of all matches of `read`, and the first range of each spelling. */
function searched(text, read) {
  const normalized = normalizeWithPositions(text);
  const held = read.filter((writing) => normalized.text.includes(writing));
  const firsts = new Map(held.map((writing) => [writing, rangesOf([writing], normalized)[0]]));
  return { text, places: rangesOf(held, normalized), firsts };
}

/* The text that matches more spellings; of a tie the first. */
function richer(one, other) {
  return other.firsts.size > one.firsts.size ? other : one;
}

/* An excerpt of a long text around its first match. */
function cut({ text, places }, read) {
  if (text.length <= EXCERPT) return { text, places };
  const from = Math.max(0, (places[0]?.[0] ?? 0) - BEFORE_HIT);
  const to = from + EXCERPT;
  return searched((from ? "……" : "") + text.slice(from, to) + (to < text.length ? "……" : ""), read);
}

function marked(name, { text, places }) {
  const element = document.createElement(name);
  let done = 0;
  for (const [from, to] of places) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    element.append(text.slice(done, from), mark);
    done = to;
  }
  element.append(text.slice(done));
  return element;
}

/* The URL fragment that makes browsers scroll to the words and highlight them. */
function fragment(searchedTexts, read) {
  const holding = read.map((writing) => [writing, searchedTexts.find(({ firsts }) => firsts.has(writing))]);
  const found = holding.filter(([, one]) => one).slice(0, MOST_FRAGMENTS);
  const words = found.map(([writing, one]) => wholeWords(one.text, one.firsts.get(writing)));
  return words.length ? `#:~:${[...new Set(words)].map((word) => `text=${escaped(word)}`).join("&")}` : "";
}

const escaped = (text) => encodeURIComponent(text).replaceAll("-", "%2D");

/* A match extended to whole words, for browsers find only these. */
function wholeWords(text, [from, to]) {
  if (!Intl.Segmenter) return text.slice(from, to);
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  const words = [...segmenter.segment(text)];
  const within = words.filter(({ index, segment }) => index < to && index + segment.length > from);
  return within.map(({ segment }) => segment).join("");
}
