/* The search page: its whole state is in the URL, which the form, the filters and the back button
   change, and from which the results are rendered. */

import { yieldToBrowser, drawn } from "./yield.js";
import { Filters } from "./filters.js";
import { counts, filtered, find, related, soundingLike } from "./matcher.js";
import { open } from "./index.js";
import { chips, filled, ideas, notes } from "./notes.js";
import { item } from "./results.js";

const AT_A_TIME = 20;
const DRAWN_AT_ONCE = 7;
const PAUSE_IN_TYPING = 200;

const form = document.querySelector("form.search");
const input = form.elements.q;
const { sort } = form.elements;
const filters = new Filters(form);
const results = document.getElementById("results");
const part = (name) => results.querySelector(`.results__${name}`);
const texts = JSON.parse(results.dataset.texts);
const root = results.dataset.root.replace(/\/?$/, "/");
const address = `${root}search/`;

let opening = null;
let asked = 0;
let timer = 0;

/* State */

function stateOf(location) {
  const values = new URLSearchParams(location.search);
  const isByDate = values.get("sort") === "date";
  return { q: (values.get("q") ?? "").trim(), ...filters.chosenIn(values), sort: isByDate ? "date" : "" };
}

function stateOfForm() {
  return { q: input.value.trim(), ...filters.chosen, sort: sort.value };
}

function addressOf(state) {
  const query = new URLSearchParams(Object.entries(state).filter(([, value]) => value)).toString();
  return window.location.pathname + (query && `?${query}`);
}

/* Typing replaces the URL, everything else adds a history entry. */
function go(state, isTyping = false) {
  window.clearTimeout(timer);
  const next = addressOf(state);
  if (next !== window.location.pathname + window.location.search) {
    window.history[isTyping ? "replaceState" : "pushState"](null, "", next);
  }
  return show(state, isTyping);
}

function takeOff(facets) {
  go({ ...stateOfForm(), ...Object.fromEntries(facets.map((facet) => [facet, ""])) });
  // The chip is removed; keyboard focus moves to the field.
  input.focus();
}

/* Answer */

async function answer(state) {
  opening ??= open(address);
  const index = await opening;
  const found = await find(index, state.q);
  const { q: _, sort: order, ...wanted } = state;
  const chosen = known(index, wanted);
  const kept = filtered(index, chosen);
  const numbers = [...found.weights.keys()].filter((number) => !kept || kept.has(number));
  const weight = (number) => (order ? 0 : found.weights.get(number));
  // Cases are numbered from the newest to the oldest.
  numbers.sort((one, other) => weight(other) - weight(one) || one - other);
  // Prefetched while the options are being counted.
  for (const number of numbers.slice(0, AT_A_TIME)) index.shown(number);
  const left = await counts(index, found.weights, chosen);
  const answered = { index, state: { ...state, ...chosen }, found, chosen, left, numbers, read: [...found.read] };
  const items = await itemsOf(answered, numbers.slice(0, AT_A_TIME));
  return { ...answered, items, help: numbers.length ? null : await helpFor(answered) };
}

/* The chosen terms that exist in the index. */
function known(index, chosen) {
  const keys = Object.entries(chosen).map(([facet, key]) => [facet, index.terms.get(facet).has(key) ? key : ""]);
  return Object.fromEntries(keys);
}

async function answerOrRetry(state) {
  try {
    return await answer(state);
  } catch (_) {
    // The site may have been published again since the manifest was fetched.
    opening = open(address, "reload");
    return answer(state);
  }
}

async function itemsOf({ index, read }, numbers) {
  const cases = await Promise.all(numbers.map((number) => index.shown(number)));
  const items = [];
  for (const one of cases) {
    await yieldToBrowser();
    items.push(item(one, read, root));
  }
  return items;
}

/* Suggestions if nothing was found: words that sound the same, and the nearest cases. */
async function helpFor({ index, found }) {
  const [words, cases] = await Promise.all([
    found.weights.size ? [] : soundingLike(index, found.words),
    related(index, found.words),
  ]);
  return { words, items: await itemsOf({ index, read: [] }, cases) };
}

async function show(state, isTyping = false) {
  asked += 1;
  const own = asked;
  const isStale = () => own !== asked;
  const { q, sort: order, ...chosen } = state;
  if (!isTyping) input.value = q;
  filters.choose(chosen);
  sort.value = order;
  if (!q && !Object.values(chosen).some(Boolean)) {
    drawNothing();
    return;
  }
  results.setAttribute("aria-busy", "true");
  try {
    const answered = await answerOrRetry(state);
    if (!isStale()) await draw(answered, isStale);
  } catch (_) {
    opening = null;
    if (!isStale()) {
      drawNothing(texts.failed);
      filters.choose(chosen);
    }
  }
}

/* Rendering */

function fill(name, elements) {
  part(name).replaceChildren(...elements);
  part(name).hidden = !elements.length;
}

/* Without a query: the links to the lists, and all options of all filters. */
function drawNothing(text = "") {
  results.removeAttribute("aria-busy");
  for (const name of ["list", "chips", "notes"]) fill(name, []);
  for (const name of ["more", "none", "sort"]) part(name).hidden = true;
  part("ways").hidden = false;
  part("count").textContent = text;
  filters.showAll();
}

/* In pieces, for layout takes a phone longer than the search. */
async function draw(answered, isStale) {
  const { index, state, found, chosen, left, numbers, items, help } = answered;
  const titles = Object.entries(chosen)
    .filter(([, key]) => key)
    .map(([facet, key]) => ({ facet, title: index.rows(facet).find((row) => row.key === key).title }));
  fill("list", items.slice(0, DRAWN_AT_ONCE));
  fill("chips", chips(titles, texts, takeOff));
  fill("notes", notes(answered, texts, go));
  part("ways").hidden = true;
  part("sort").hidden = numbers.length < 2;
  part("none").hidden = !help;
  if (help) {
    fill("others", ideas(answered, titles, help.words, texts, { go, takeOff }));
    fill("related", help.items);
    for (const name of ["others", "related"]) part(name).parentElement.hidden = part(name).hidden;
  }
  const text = found.words.length ? texts.found : state.q ? texts.unclear : texts.all;
  part("count").textContent = filled(help ? texts.none : text, { count: numbers.length });
  await drawn();
  if (isStale()) return;
  filters.showCounts(index, left, chosen);
  for (let at = DRAWN_AT_ONCE; at < items.length; at += DRAWN_AT_ONCE) {
    await drawn();
    if (isStale()) return;
    part("list").append(...items.slice(at, at + DRAWN_AT_ONCE));
  }
  drawMore(answered);
  results.removeAttribute("aria-busy");
}

function drawMore(answered) {
  const [more, list] = [part("more"), part("list")];
  const own = asked;
  more.hidden = list.children.length >= answered.numbers.length;
  more.onclick = async () => {
    const shown = list.children.length;
    let items = [];
    try {
      items = await itemsOf(answered, answered.numbers.slice(shown, shown + AT_A_TIME));
    } catch (_) {
      part("count").textContent = texts.failed;
      return;
    }
    if (own !== asked || list.children.length !== shown) return;
    list.append(...items);
    more.hidden = list.children.length >= answered.numbers.length;
    list.children[shown].querySelector("a").focus();
  };
}

/* Events */

function typed() {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => go(stateOfForm(), true), PAUSE_IN_TYPING);
}

// Prefetches the index before anything is typed.
input.addEventListener("focus", () => {
  opening ??= open(address);
  opening.catch(() => {
    opening = null;
  });
});
input.addEventListener("input", (event) => event.isComposing || typed());
input.addEventListener("compositionend", typed);
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, select, textarea");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  input.focus();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  // Closes the keyboard of a phone, which covers the results.
  input.blur();
  go(stateOfForm());
});
for (const select of [...filters.selects, sort]) {
  select.addEventListener("change", () => go(stateOfForm()));
}
window.addEventListener("popstate", () => show(stateOf(window.location)));
sort.disabled = false;
show(stateOf(window.location));
