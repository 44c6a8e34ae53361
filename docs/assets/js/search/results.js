/* Results: a case as the lists of the templates show it, with what was found marked. */

import { foldedWithPlaces, placesOf } from "./normalize.js";

const BEFORE_HIT = 24;
const EXCERPT = 96;
const MOST_FRAGMENTS = 3;

let segmenter = null;

/* The item of a case; `read` are the folded writings that led to it. */
export function item({ id, title, facts, summary, text }, read, root) {
  const told = [summary, ...text].map((one) => searched(one, read));
  const heading = searched(title, read);
  const element = document.createElement("li");
  const line = document.createElement("p");
  const link = marked("a", heading);
  const excerpt = marked("p", cut(told.reduce(richer), read));
  element.className = "item";
  line.className = "item__facts";
  link.className = "item__title";
  link.href = `${root}cases/${id}/${fragment([...told.slice(1), heading], read)}`;
  excerpt.className = "item__summary";
  line.append(...facts.map((fact) => marked("span", searched(fact, read))));
  element.append(line, link, excerpt);
  return element;
}

/* A text, where anything of `read` stands in it, and the first place of each that does. */
function searched(text, read) {
  const folded = foldedWithPlaces(text);
  const held = read.filter((writing) => folded.text.includes(writing));
  const firsts = new Map(held.map((writing) => [writing, placesOf([writing], folded)[0]]));
  return { text, places: placesOf(held, folded), firsts };
}

/* Of two texts the one that holds more of what was found, the first of those that hold as much. */
function richer(one, other) {
  return other.firsts.size > one.firsts.size ? other : one;
}

/* A piece of a long text around its first hit. */
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

/* The end of an address that makes browsers show and mark the words. */
function fragment(told, read) {
  const holding = read.map((writing) => [writing, told.find(({ firsts }) => firsts.has(writing))]);
  const found = holding.filter(([, one]) => one).slice(0, MOST_FRAGMENTS);
  const words = found.map(([writing, one]) => wholeWords(one.text, one.firsts.get(writing)));
  return words.length ? `#:~:${[...new Set(words)].map((word) => `text=${escaped(word)}`).join("&")}` : "";
}

const escaped = (text) => encodeURIComponent(text).replaceAll("-", "%2D");

/* A hit widened to the words that it lies in, for browsers look for nothing else. */
function wholeWords(text, [from, to]) {
  if (!Intl.Segmenter) return text.slice(from, to);
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  const words = [...segmenter.segment(text)];
  const within = words.filter(({ index, segment }) => index < to && index + segment.length > from);
  return within.map(({ segment }) => segment).join("");
}
