/* Queries: what somebody typed, as words of which each must be found in one of its writings. */

import { normalize } from "./normalize.js";

const QUOTED = /[“"＂「『‘]([^“”"＂「」『』‘’]+)[”"＂」』’]/g;
const DATE = /^((?:19|20)[0-9]{2})(?:年|[-/.])?(?:(0?[1-9]|1[0-2])(?:月|[-/.]|$)(?:(0?[1-9]|[12][0-9]|3[01])[日号]?)?)?$/;
const DIGITS_OF_DATE = /^((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])$/;
const LETTERS = /^[a-z][a-z' ]*$/;
const RUNS = /[a-z0-9.]+|[^a-z0-9.]+/g;
const SILENT = new Set("的 在 和 与 及 了 案 案件 案例 典型案例 有关 相关 关于 通报".split(" "));
const NUMBER = /^[0-9.零〇一二两三四五六七八九十百千万亿]*/;
const COUNTED = /^(?![年月日号点时分秒])\p{Script=Han}{0,4}$/u;
const DIGITS = "零一二三四五六七八九";
const SECTIONS = [
  ["亿", 1e8],
  ["万", 1e4],
];
const STEPS = [
  ["千", 1000],
  ["百", 100],
  ["十", 10],
];
const PRINTED = [
  [1e8, "亿"],
  [1e4, "万"],
  [1, ""],
];

/* What the words of a query can mean: terms of the facets with all their names, and synonyms.
   `terms` maps a facet to rows of a key, a depth and names; `synonyms` is a list of lists of writings. */
export function vocabulary(terms, synonyms) {
  const names = new Map();
  const note = (name, meaning) => {
    const folded = normalize(name);
    const known = names.get(folded) ?? { name, terms: [], synonyms: [] };
    names.set(folded, { ...known, ...meaning(known) });
  };
  for (const [facet, rows] of Object.entries(terms)) {
    for (const [key, , ...called] of rows) {
      for (const name of called) {
        note(name, (known) => ({ terms: [...known.terms, { facet, key, title: called[0] }] }));
      }
    }
  }
  for (const group of synonyms) {
    for (const name of group) note(name, () => ({ synonyms: group.filter((other) => other !== name) }));
  }
  return names;
}

/* The words of a query: between quotation marks as they stand, otherwise cut at spaces. */
export function parse(query, names, simplify = (text) => text) {
  const words = [];
  const rest = query.replace(QUOTED, (_, quoted) => {
    words.push(quotedWord(simplify(quoted)));
    return " ";
  });
  for (const text of rest.split(/\s+/)) words.push(word(simplify(text), names));
  const said = words.filter(({ writings }) => writings[0]);
  const loud = said.filter(({ writings }) => !SILENT.has(writings[0]));
  return loud.length ? loud : said;
}

function quotedWord(text) {
  return { text, writings: [normalize(text)], terms: [], parts: [], runs: [], letters: "", isQuoted: true };
}

/* A word with its writings, the typed one first; the terms that it names; the parts that it is
   made of if these are all known (太原网络水军), the runs of one script if not (太原shuijun); its
   letters if it may be pinyin. */
function word(text, names) {
  const typed = normalize(text);
  const known = names.get(typed) ?? names.get(typed.replace(/罪$/, ""));
  const same = known?.synonyms ?? [];
  const joined = text.replace(/([0-9])[,，](?=[0-9])/g, "$1");
  const others = [joined, ...dateWritings(text), ...writingsOf(withinDigits(text)), ...same];
  const terms = [known, ...same.map((name) => names.get(normalize(name)))].flatMap((one) => one?.terms ?? []);
  return {
    text,
    writings: [...new Set([typed, ...others.map(normalize)])],
    terms,
    parts: known ? [] : partsOf(typed, names).map((part) => word(part, names)),
    runs: runsOf(text).map((run) => word(run, names)),
    letters: LETTERS.test(text.toLowerCase()) ? text.toLowerCase() : "",
  };
}

const withinDigits = (text) => text.normalize("NFKC").replace(/\s/g, "");

function runsOf(text) {
  const runs = text.normalize("NFKC").toLowerCase().match(RUNS) ?? [];
  const hasBoth = runs.some((run) => /[a-z]/.test(run)) && runs.some((run) => /\p{Script=Han}/u.test(run));
  return hasBoth ? runs : [];
}

/* 2024-05, 2024/5, 202405 as texts write it: 2024年5月. */
function dateWritings(text) {
  const plain = text.normalize("NFKC");
  const [, year, month, day] = plain.match(DATE) ?? plain.match(DIGITS_OF_DATE) ?? [];
  if (!month) return [plain.replace(/([0-9]月[0-9]+)号$/, "$1日")];
  return [`${year}年${Number(month)}月${day ? `${Number(day)}日` : ""}`];
}

/* The known names that a folded word is made of, silent ones left out; none if it is not. */
function partsOf(folded, names) {
  const parts = cover(folded, (part) => names.has(part) || SILENT.has(part), new Map()) ?? [];
  const said = parts.filter((part) => !SILENT.has(part));
  return parts.length > 1 && said.length ? said.map((part) => names.get(part).name) : [];
}

/* The fewest long pieces that make up a text, or null. */
export function cover(text, isKnown, done) {
  if (!text) return [];
  if (done.has(text)) return done.get(text);
  let found = null;
  for (let length = text.length; length > 0 && !found; length -= 1) {
    const rest = isKnown(text.slice(0, length)) && cover(text.slice(length), isKnown, done);
    if (rest) found = [text.slice(0, length), ...rest];
  }
  done.set(text, found);
  return found;
}

/* The terms of a facet that the words of a query name: 2024年5月, or within 太原2024年5月. */
export function termsIn(words, facet, names) {
  const named = words.flatMap(({ writings, parts }) => [
    ...writings.flatMap((writing) => names.get(writing)?.terms ?? []),
    ...termsIn(parts, facet, names),
  ]);
  const keys = new Map(named.filter((term) => term.facet === facet).map((term) => [term.key, term]));
  return [...keys.values()];
}

/* Amounts and other counts */

/* The ways to write the number with which a query begins, and what follows it: 500万 is 500余万,
   500多万 and 5000000; 50台 is 50余台. None if it does not begin so. */
export function writingsOf(query) {
  const plain = query
    .replace(/([0-9]),(?=[0-9])/g, "$1")
    .replace(/([0-9])w(?![a-z])/i, "$1万")
    .replace(/([0-9十百千万亿])[余多]/g, "$1")
    .replace(/人民币$/, "");
  const [number] = plain.match(NUMBER);
  const tail = plain.slice(number.length).replace(/^块/, "元");
  const isWord = number.length < 2 && !/[0-9]/.test(number);
  if (isWord || !COUNTED.test(tail)) return [];
  const value = valueOf(number);
  const isAmount = /[万亿]/.test(number) || /^(元|$)/.test(tail);
  if (!value) return [];
  return isAmount ? amounts(value, tail, /^[0-9.]+$/.test(number)) : counts(String(value), "", tail);
}

function amounts(value, tail, isBare) {
  return PRINTED.flatMap(([size, unit]) => {
    const number = Number((value / size).toFixed(3));
    const isUsual = rounded(number * size) === value && number >= (isBare ? 1 : 0.1);
    return isUsual ? counts(String(number), unit, tail) : [];
  });
}

/* A number alone is found whatever follows it; otherwise 余 or 多 may stand before or after its unit. */
function counts(number, unit, tail) {
  const whole = `${number}${unit}${tail}`;
  const before = unit || tail ? ["余", "多"].map((more) => `${number}${more}${unit}${tail}`) : [];
  return unit && tail ? [whole, ...before, `${number}${unit}余${tail}`] : [whole, ...before];
}

/* 1亿5000万 and 一亿五千万 are 150000000; NaN if it is no number. */
function valueOf(text) {
  let [total, rest] = [0, text];
  for (const [unit, size] of SECTIONS) {
    const at = rest.indexOf(unit);
    if (at >= 0) {
      total += sectionOf(rest.slice(0, at)) * size;
      rest = rest.slice(at + 1);
    }
  }
  return rounded(total + (rest ? sectionOf(rest) : 0));
}

const rounded = (number) => Math.round(number * 1e4) / 1e4;

/* A number below 万: 1.5, 3千, 三百零五, 十二. */
function sectionOf(text) {
  let [total, rest] = [0, text.replace(/[零〇]/g, "").replace(/两/g, "二")];
  for (const [unit, size] of STEPS) {
    const at = rest.indexOf(unit);
    if (at >= 0) {
      total += (at ? digitOf(rest.slice(0, at)) : 1) * size;
      rest = rest.slice(at + 1);
    }
  }
  return total + (rest ? digitOf(rest) : 0);
}

function digitOf(text) {
  const digit = DIGITS.indexOf(text);
  return digit > 0 ? digit : Number(text);
}
