/* The filters: select elements, each option with the number of matching cases. */

/* A longer list shows the options below another, as cities below a province, only if it is chosen. */
const LONG = 40;

/* The filters of a form. They need scripts, so they are enabled here. */
export class Filters {
  constructor(form) {
    this.selects = [...form.querySelectorAll("select[data-facet]")];
    this.first = new Map(this.selects.map((select) => [select, [...select.options]]));
    for (const select of this.selects) select.disabled = false;
  }

  /* The chosen keys by facet; an empty string for none. */
  get chosen() {
    return Object.fromEntries(this.selects.map(({ name, value }) => [name, value]));
  }

  /* The chosen keys in a query string; they may not exist in the index. */
  chosenIn(values) {
    return Object.fromEntries(this.selects.map(({ name }) => [name, values.get(name) ?? ""]));
  }

  /* Selects keys; one without an option gets its title when the index is loaded. */
  choose(chosen) {
    for (const select of this.selects) {
      const key = chosen[select.name];
      const isThere = [...select.options].some(({ value }) => value === key);
      if (!isThere) select.append(new Option("……", key));
      select.value = key;
    }
  }

  /* The options of the rendered page. */
  showAll() {
    for (const select of this.selects) put(select, this.first.get(select), select.value);
  }

  /* The options with matching cases; `left` is their number, by facet and key. */
  showCounts(index, left, chosen) {
    for (const select of this.selects) {
      const key = chosen[select.name];
      const counts = left.get(select.name);
      const options = opened(index.rows(select.name), key)
        .filter((row) => counts.get(row.key) || row.key === key)
        .map((row) => option(row, counts.get(row.key)));
      put(select, [this.first.get(select)[0], ...options], key);
    }
  }
}

/* Of more than LONG rows, those of the first level, and those beside and below the chosen one. */
function opened(rows, key) {
  if (rows.length <= LONG) return rows;
  let branch = "";
  const branches = rows.map((row) => {
    branch = row.depth ? branch : row.key;
    return branch;
  });
  const own = branches[rows.findIndex((row) => row.key === key)];
  return rows.filter((row, at) => !row.depth || branches[at] === own);
}

function option({ key, title, depth }, count) {
  const element = document.createElement("option");
  element.value = key;
  element.textContent = `${"　".repeat(depth)}${title}（${count}）`;
  return element;
}

function put(select, options, value) {
  select.replaceChildren(...options);
  select.value = value;
}
