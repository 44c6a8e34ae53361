/* Search over the texts of all cases, which are loaded when somebody first looks for something. */

const TEXTS = {
  found: (number) => `找到${number}起案例。`,
  none: "没有找到相关案例。",
  failed: "检索数据没有载入，请检查网络后再试。",
};
const AT_A_TIME = 20;
const PAUSE_IN_TYPING = 200;
const BEFORE_HIT = 24;
const EXCERPT = 96;
const HAN = /\p{Script=Han}/u;

const form = document.querySelector("form.search");
const input = form.elements.q;
const results = document.getElementById("results");
const part = (name) => results.querySelector(`.results__${name}`);
const [count, list, more, none, ways] = ["count", "list", "more", "none", "ways"].map(part);
let loading = null;
let hits = [];
let words = [];
let timer = 0;

/* A text as it is compared, and where each of its characters stands in the original. */
function fold(text) {
  const characters = Array.from(text);
  const places = [];
  let folded = "";
  let place = 0;
  characters.forEach((character, index) => {
    const isBetween = HAN.test(folded.slice(-1)) && HAN.test(characters[index + 1]);
    const isLeftOut = isBetween && /\s/.test(character);
    const added = isLeftOut ? "" : character.normalize("NFKC").toLowerCase();
    for (let unit = 0; unit < added.length; unit += 1) places.push(place);
    folded += added;
    place += character.length;
  });
  return { folded, places: [...places, text.length] };
}

function load() {
  loading =
    loading ||
    fetch(results.dataset.index)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
      .then((cases) => cases.map((one) => ({ ...one, fields: fieldsOf(one) })));
  return loading;
}

/* In the order of their weight. */
function fieldsOf({ title, facts, summary, text }) {
  const fields = [[title], facts, [summary], [text]];
  return fields.map((texts) => texts.map((one) => fold(one).folded).join("\n"));
}

function search(cases) {
  const first = ({ fields }, word) => fields.findIndex((field) => field.includes(word));
  const weight = (one) => words.reduce((sum, word) => sum + first(one, word), 0);
  const found = cases.filter((one) => words.every((word) => first(one, word) >= 0));
  return found.sort((a, b) => weight(a) - weight(b));
}

/* Where the words stand in a text, from first to last. */
function placesOf(text) {
  const { folded, places } = fold(text);
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const any = new RegExp(escaped.sort((a, b) => b.length - a.length).join("|"), "g");
  const hits = Array.from(folded.matchAll(any));
  return hits.map((hit) => [places[hit.index], places[hit.index + hit[0].length]]);
}

function marked(name, text) {
  const element = document.createElement(name);
  let done = 0;
  for (const [from, to] of placesOf(text)) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    element.append(text.slice(done, from), mark);
    done = to;
  }
  element.append(text.slice(done));
  return element;
}

function excerpt({ summary, text }) {
  const source = [summary, text].find((one) => placesOf(one).length) || summary;
  const [[hit] = [0]] = placesOf(source);
  const from = source.length <= EXCERPT ? 0 : Math.max(0, hit - BEFORE_HIT);
  const to = from + EXCERPT;
  return (from ? "……" : "") + source.slice(from, to) + (to < source.length ? "……" : "");
}

/* A case as in the lists that the templates write. */
function item(one) {
  const element = document.createElement("li");
  const facts = document.createElement("p");
  const [title, text] = [marked("a", one.title), marked("p", excerpt(one))];
  element.className = "item";
  facts.className = "item__facts";
  title.className = "item__title";
  text.className = "item__summary";
  title.href = `${results.dataset.root.replace(/\/?$/, "/")}cases/${one.id}/`;
  facts.append(...one.facts.map((fact) => marked("span", fact)));
  element.append(facts, title, text);
  return element;
}

function showMore() {
  const shown = list.children.length;
  list.append(...hits.slice(shown, shown + AT_A_TIME).map(item));
  more.hidden = list.children.length >= hits.length;
  return list.children[shown];
}

function show(found, text) {
  hits = found;
  list.textContent = "";
  showMore();
  count.textContent = text;
  none.hidden = !words.length || hits.length > 0;
  ways.hidden = words.length > 0;
}

async function update() {
  window.clearTimeout(timer);
  const address = new URL(window.location.href);
  address.search = input.value.trim() && new URLSearchParams({ q: input.value.trim() });
  window.history.replaceState(null, "", address);
  words = input.value.split(/\s+/).map((word) => fold(word).folded).filter(Boolean);
  if (!words.length) return show([], "");
  const asked = words;
  try {
    const found = search(await load());
    // While the texts came, more may have been typed, which has an answer of its own.
    return asked === words && show(found, found.length ? TEXTS.found(found.length) : TEXTS.none);
  } catch (_) {
    loading = null;
    return show([], TEXTS.failed);
  }
}

function updateSoon() {
  window.clearTimeout(timer);
  timer = window.setTimeout(update, PAUSE_IN_TYPING);
}

input.addEventListener("input", (event) => event.isComposing || updateSoon());
input.addEventListener("compositionend", updateSoon);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  // Closes the keyboard of a phone, which covers the results.
  input.blur();
  update();
});
more.addEventListener("click", () => showMore().querySelector("a").focus());
input.value = new URLSearchParams(window.location.search).get("q") || input.value;
update();
