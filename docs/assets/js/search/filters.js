/* The filters: lists to choose from, each option with the number of cases that it would leave. */

/* A longer list shows what lies below an option, as cities below a province, only where it is chosen. */
const LONG = 40;

/* The filters of a form. Without scripts they could do nothing, so that only now they are enabled. */
export class Filters {
  constructor(form) {
    this.selects = [...form.querySelectorAll("select[data-facet]")];
    this.first = new Map(this.selects.map((select) => [select, [...select.options]]));
    for (const select of this.selects) select.disabled = false;
  }

  /* What is chosen, by facet; nothing is an empty text. */
  get chosen() {
    return Object.fromEntries(this.selects.map(({ name, value }) => [name, value]));
  }

  /* What an address chooses; whether that exists only the index knows. */
  chosenIn(values) {
    return Object.fromEntries(this.selects.map(({ name }) => [name, values.get(name) ?? ""]));
  }

  /* Chooses; what stands on no list yet gets its name when the index is there. */
  choose(chosen) {
    for (const select of this.selects) {
      const key = chosen[select.name];
      const isThere = [...select.options].some(({ value }) => value === key);
      if (!isThere) select.append(new Option("……", key));
      select.value = key;
    }
  }

  /* The options that the page came with. */
  showAll() {
    for (const select of this.selects) put(select, this.first.get(select), select.value);
  }

  /* The options that leave some of the found cases; `left` says how many, by facet and key. */
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

/* Of many rows those of the first level, and those beside and below the chosen one. */
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
