/* Notes: how the words of a query were interpreted, and suggestions. Texts with placeholders come
   from the page; `go` changes the search. */

import { compatible } from "./normalize.js";
import { termsIn } from "./query.js";

export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function button(text, act, label = "") {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = text;
  if (label) element.setAttribute("aria-label", label);
  element.addEventListener("click", act);
  return element;
}

function line(text) {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}

/* A chip that removes each filter, and one for all if there are several. */
export function chips(titles, texts, takeOff) {
  const each = titles.map(({ facet, title }) => {
    return button(`${title} ×`, () => takeOff([facet]), filled(texts.take_off, { title }));
  });
  const all = () => takeOff(titles.map(({ facet }) => facet));
  return titles.length > 1 ? [...each, button(texts.take_off_all, all)] : each;
}

export function notes({ index, found, state, numbers }, texts, go) {
  const names = ["sounds", "terms", "within", "parts"].filter((name) => found[name].size && numbers.length);
  const lines = names.map((name) => line(filled(texts[name], { words: [...found[name]].join("、") })));
  if ([...state.q].length === 1 && numbers.length) lines.push(line(texts.longer));
  const dates = termsIn(found.words, "year", index.names).filter(({ key }) => key !== state.year);
  const only = dates.map(({ key, title }) => {
    const q = withoutDate(state.q, key);
    return button(filled(texts.only, { title }), () => go({ ...state, q, year: key }));
  });
  return [...lines, ...only];
}

/* A query without the date that becomes a filter. */
function withoutDate(query, key) {
  const [year, month] = key.split("-");
  const date = new RegExp(year + (month ? `[-/.年]?0?${Number(month)}月?` : "年?"));
  return compatible(query).replace(date, " ").trim();
}

/* The suggestions: the search without filters, and words that sound the same. */
export function ideas({ state, found }, titles, words, texts, { go, takeOff }) {
  const without = button(filled(texts.without, { count: found.weights.size }), () =>
    takeOff(titles.map(({ facet }) => facet)),
  );
  const sounding = words.map((word) => button(word, () => go({ ...state, q: word })));
  return titles.length && found.weights.size ? [without, ...sounding] : sounding;
}
