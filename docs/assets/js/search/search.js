/* The search page: its whole state is the address, which the form, the filters and the back button
   change, and of which what is shown follows. */

import { counts, filtered, find, related, soundingLike } from "./finding.js";
import { open } from "./index.js";
import { termsIn } from "./query.js";
import { item } from "./results.js";

const AT_A_TIME = 20;
const PAUSE_IN_TYPING = 200;

const form = document.querySelector("form.search");
const input = form.elements.q;
const results = document.getElementById("results");
const filters = [...form.querySelectorAll("select[data-facet]")];
const sort = form.elements.sort;
const part = (name) => document.querySelector(`.results__${name}`);
const [count, notes, chips, list, more] = ["count", "notes", "chips", "list", "more"].map(part);
const [none, others, near, ways, sorting] = ["none", "others", "related", "ways", "sort"].map(part);
const texts = JSON.parse(results.dataset.texts);
const root = results.dataset.root.replace(/\/?$/, "/");
const address = `${root}search/`;
const options = new Map(filters.map((filter) => [filter, [...filter.options]]));
const counted = new Map(filters.flatMap((filter) => [...filter.options].map((one) => [one, one.textContent])));

let opening = null;
let asked = 0;
let timer = 0;

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/* State */

function stateOf(location) {
  const values = new URLSearchParams(location.search);
  const chosen = {};
  for (const filter of filters) {
    const known = options.get(filter).some(({ value }) => value === values.get(filter.name));
    chosen[filter.name] = known ? values.get(filter.name) : "";
  }
  const isByDate = values.get("sort") === "date";
  return { q: (values.get("q") ?? "").trim(), ...chosen, sort: isByDate ? "date" : "" };
}

function stateOfForm() {
  const values = filters.map((filter) => [filter.name, filter.value]);
  return { q: input.value.trim(), ...Object.fromEntries(values), sort: sort.value };
}

const chosenIn = (state) => Object.fromEntries(filters.map(({ name }) => [name, state[name]]));

function addressOf(state) {
  const values = Object.entries(state).filter(([, value]) => value);
  const query = new URLSearchParams(values).toString();
  return window.location.pathname + (query && `?${query}`);
}

/* Typing replaces the address, everything else is a step to come back from. */
function go(state, isTyping = false) {
  window.clearTimeout(timer);
  const next = addressOf(state);
  if (next !== window.location.pathname + window.location.search) {
    window.history[isTyping ? "replaceState" : "pushState"](null, "", next);
  }
  return show(state, isTyping);
}

/* Answer */

async function answer(state) {
  opening ??= open(address);
  const index = await opening;
  const found = await find(index, state.q);
  const chosen = chosenIn(state);
  const kept = filtered(index, chosen);
  const numbers = [...found.weights.keys()].filter((number) => !kept || kept.has(number));
  const weight = (number) => found.weights.get(number);
  // Cases are numbered from the newest to the oldest.
  numbers.sort((one, other) => (state.sort ? 0 : weight(other) - weight(one)) || one - other);
  return { index, state, found, chosen, numbers, read: [...found.read] };
}

async function answerOrRetry(state) {
  try {
    return await answer(state);
  } catch (_) {
    // The files may be those of a site that has been published anew meanwhile.
    opening = open(address, "reload");
    return answer(state);
  }
}

async function show(state, isTyping = false) {
  asked += 1;
  const own = asked;
  const isStale = () => own !== asked;
  fillForm(state, isTyping);
  if (!state.q && !Object.values(chosenIn(state)).some(Boolean)) {
    drawNothing();
    return;
  }
  results.setAttribute("aria-busy", "true");
  try {
    const answered = await answerOrRetry(state);
    const items = await itemsOf(answered, answered.numbers.slice(0, AT_A_TIME));
    const help = answered.numbers.length ? null : await helpFor(answered);
    if (!isStale()) draw(answered, items, help);
  } catch (_) {
    opening = null;
    if (!isStale()) drawNothing(texts.failed);
  }
  if (!isStale()) results.removeAttribute("aria-busy");
}

function itemsOf({ index, read }, numbers) {
  return Promise.all(numbers.map(async (number) => item(await index.shown(number), read, root)));
}

/* What else there is where nothing was found. */
async function helpFor({ index, found }) {
  const [words, cases] = await Promise.all([
    found.weights.size ? [] : soundingLike(index, found.words),
    related(index, found.words),
  ]);
  return { words, items: await itemsOf({ index, read: [] }, cases) };
}

/* Drawing */

function fillForm(state, isTyping) {
  if (!isTyping) input.value = state.q;
  for (const filter of filters) filter.value = state[filter.name];
  sort.value = state.sort;
}

/* Before anything is asked: the ways to the lists, and all filters with all they have. */
function drawNothing(text = "") {
  results.removeAttribute("aria-busy");
  count.textContent = text;
  list.replaceChildren();
  for (const element of [more, none, notes, chips, sorting]) element.hidden = true;
  ways.hidden = false;
  for (const filter of filters) {
    for (const option of options.get(filter)) option.textContent = counted.get(option);
    const { value } = filter;
    filter.replaceChildren(...options.get(filter));
    filter.value = value;
  }
}

function draw(answered, items, help) {
  const { numbers, state, found: { words } } = answered;
  ways.hidden = true;
  list.replaceChildren(...items);
  drawMore(answered);
  drawFilters(answered);
  drawChips(answered);
  drawNotes(answered);
  sorting.hidden = numbers.length < 2;
  none.hidden = numbers.length > 0;
  if (help) drawHelp(answered, help);
  const text = words.length ? texts.found : state.q ? texts.unclear : texts.all;
  count.textContent = filled(numbers.length ? text : texts.none, { count: numbers.length });
}

function drawMore(answered) {
  more.hidden = list.children.length >= answered.numbers.length;
  more.onclick = async () => {
    const own = asked;
    const shown = list.children.length;
    const items = await itemsOf(answered, answered.numbers.slice(shown, shown + AT_A_TIME));
    if (own !== asked || list.children.length !== shown) return;
    list.append(...items);
    more.hidden = list.children.length >= answered.numbers.length;
    list.children[shown].querySelector("a").focus();
  };
}

function drawFilters({ index, found, chosen }) {
  for (const filter of filters) {
    const shares = counts(index, filter.name, found.weights, chosen);
    const shown = options.get(filter).filter((option) => {
      const number = shares.get(option.value) ?? 0;
      if (option.value) option.textContent = `${option.dataset.title}（${number}）`;
      return !option.value || number || option.value === chosen[filter.name];
    });
    filter.replaceChildren(...shown);
    filter.value = chosen[filter.name];
  }
}

function button(text, act, className = "chip") {
  const element = document.createElement("button");
  element.type = "button";
  element.className = className;
  element.textContent = text;
  element.addEventListener("click", act);
  return element;
}

function titleOf(filter, key) {
  return options.get(filter).find(({ value }) => value === key).dataset.title.trim();
}

function drawChips({ state }) {
  const chosen = filters.filter(({ name }) => state[name]);
  const off = chosen.map((filter) => {
    const chip = button(titleOf(filter, state[filter.name]), () => takeOff([filter]));
    chip.setAttribute("aria-label", filled(texts.take_off, { title: chip.textContent }));
    return chip;
  });
  if (chosen.length > 1) off.push(button(texts.take_off_all, () => takeOff(chosen), "chip chip--all"));
  chips.replaceChildren(...off);
  chips.hidden = !chosen.length;
}

function takeOff(some) {
  go({ ...stateOfForm(), ...Object.fromEntries(some.map(({ name }) => [name, ""])) });
  // The chip is gone; whoever uses the keyboard goes on from the field.
  input.focus();
}

/* What the words were taken for, and the filters that they may mean. */
function drawNotes({ index, found, state, numbers }) {
  const told = [];
  if (found.sounds.size) told.push(filled(texts.sounds, { words: [...found.sounds].join("、") }));
  if (found.terms.size) told.push(filled(texts.terms, { titles: [...found.terms].join("、") }));
  if (found.within.size) told.push(filled(texts.within, { words: [...found.within].join("、") }));
  if (found.parts.size && numbers.length) told.push(filled(texts.parts, { words: [...found.parts].join("、") }));
  if ([...state.q].length === 1 && numbers.length) told.push(texts.longer);
  const lines = told.map((text) => Object.assign(document.createElement("p"), { textContent: text }));
  const dates = termsIn(found.words, "year", index.names).filter(({ key }) => key !== state.year);
  const only = dates.map(({ key, title }) => {
    const rest = withoutDate(state.q, title);
    return button(filled(texts.only, { title }), () => go({ ...state, q: rest, year: key }));
  });
  notes.replaceChildren(...lines, ...only);
  notes.hidden = !notes.children.length;
}

/* A query without the date that has become a filter. */
function withoutDate(query, title) {
  if (query.includes(title)) return query.replace(title, " ").trim();
  return query.replace(/\S*(19|20)[0-9]{2}\S*/, "").trim();
}

function drawHelp({ state, found }, { words, items }) {
  const chosen = filters.filter(({ name }) => state[name]);
  const without = found.weights.size;
  const ideas = words.map((word) => button(word, () => go({ ...state, q: word })));
  if (chosen.length && without) {
    ideas.unshift(button(filled(texts.without, { count: without }), () => takeOff(chosen)));
  }
  others.replaceChildren(...ideas);
  others.parentElement.hidden = !ideas.length;
  near.querySelector("ol").replaceChildren(...items);
  near.hidden = !items.length;
}

/* Events */

function typed() {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => go(stateOfForm(), true), PAUSE_IN_TYPING);
}

// By the time something is typed, the index is there.
input.addEventListener("focus", () => {
  opening ??= open(address);
  opening.catch(() => {
    opening = null;
  });
});
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, select, textarea");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  input.focus();
});
input.addEventListener("input", (event) => event.isComposing || typed());
input.addEventListener("compositionend", typed);
for (const select of [...filters, sort]) select.addEventListener("change", () => go(stateOfForm()));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  // Closes the keyboard of a phone, which covers the results.
  input.blur();
  go(stateOfForm());
});
window.addEventListener("popstate", () => show(stateOf(window.location)));
for (const select of [...filters, sort]) select.disabled = false;
show(stateOf(window.location));
