/* Queries: parses the input into words, each of which must match in one of its spellings. */

import { compatible, normalize } from "./normalize.js";

const QUOTED = /[“"＂「『‘]([^“”"＂「」『』‘’]+)[”"＂」』’]/g;
const DATE = /^((?:19|20)[0-9]{2})(?:年|[-/.])?(?:(0?[1-9]|1[0-2])(?:月|[-/.]|$)(?:(0?[1-9]|[12][0-9]|3[01])[日号]?)?)?$/;
const DIGITS_OF_DATE = /^((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])$/;
const LETTERS = /^[a-z][a-z' ]*$/;
const RUNS = /[a-z0-9.]+|[^a-z0-9.]+/g;
const STOP_WORDS = new Set("的 在 和 与 及 了 案 案件 案例 典型案例 有关 相关 关于 通报".split(" "));
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
const MAGNITUDES = [
  [1e8, "亿"],
  [1e4, "万"],
  [1, ""],
];

/* The known words: names of the terms of the facets, and synonyms. `terms` maps a facet to rows of a
   key, a depth and names; `synonyms` is a list of lists of spellings. */
export function vocabulary(terms, synonyms) {
  const names = new Map();
  const note = (name, meaning) => {
    const normalized = normalize(name);
    const known = names.get(normalized) ?? { name, terms: [], synonyms: [] };
    names.set(normalized, { ...known, ...meaning(known) });
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

/* The words of a query: verbatim in quotation marks, otherwise split at spaces. */
export function parse(query, names, simplify = (text) => text) {
  const words = [];
  const rest = query.replace(QUOTED, (_, quoted) => {
    words.push(quotedWord(simplify(quoted)));
    return " ";
  });
  for (const text of rest.split(/\s+/)) words.push(word(simplify(text), names));
  const meaningful = words.filter(({ writings }) => writings[0]);
  const significant = meaningful.filter(({ writings }) => !STOP_WORDS.has(writings[0]));
  return significant.length ? significant : meaningful;
}

function quotedWord(text) {
  return { text, writings: [normalize(text)], terms: [], parts: [], runs: [], letters: "", isQuoted: true };
}

/* A word with its spellings, the typed one first; the terms that it names; its parts if these are
   all known (太原网络水军), its runs of one script if not (太原shuijun); its letters if it may be
   pinyin. */
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

const withinDigits = (text) => compatible(text).replace(/\s/g, "");

function runsOf(text) {
  const runs = compatible(text).toLowerCase().match(RUNS) ?? [];
  const hasBoth = runs.some((run) => /[a-z]/.test(run)) && runs.some((run) => /\p{Script=Han}/u.test(run));
  return hasBoth ? runs : [];
}

/* 2024-05, 2024/5, 202405 as in texts: 2024年5月. */
function dateWritings(text) {
  const plain = compatible(text);
  const [, year, month, day] = plain.match(DATE) ?? plain.match(DIGITS_OF_DATE) ?? [];
  if (!month) return [plain.replace(/([0-9]月[0-9]+)号$/, "$1日")];
  return [`${year}年${Number(month)}月${day ? `${Number(day)}日` : ""}`];
}

/* The known names that a normalized word consists of, without stop words; empty if there is none. */
function partsOf(normalized, names) {
  const parts = cover(normalized, (part) => names.has(part) || STOP_WORDS.has(part), new Map()) ?? [];
  const meaningful = parts.filter((part) => !STOP_WORDS.has(part));
  return parts.length > 1 && meaningful.length ? meaningful.map((part) => names.get(part).name) : [];
}

/* The split of a text into known pieces, the longest first; null if there is none. */
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

/* The terms of a facet named by the words of a query or their parts: 2024年5月, 太原2024年5月. */
export function termsIn(words, facet, names) {
  const named = words.flatMap(({ writings, parts }) => [
    ...writings.flatMap((writing) => names.get(writing)?.terms ?? []),
    ...termsIn(parts, facet, names),
  ]);
  const keys = new Map(named.filter((term) => term.facet === facet).map((term) => [term.key, term]));
  return [...keys.values()];
}

/* Amounts and other counts */

/* The spellings of a query that begins with a number: 500万 is 500余万, 500多万 and 5000000; 50台 is
   50余台. Empty for other queries. */
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
  return MAGNITUDES.flatMap(([size, unit]) => {
    const number = Number((value / size).toFixed(3));
    const isUsual = rounded(number * size) === value && number >= (isBare ? 1 : 0.1);
    return isUsual ? counts(String(number), unit, tail) : [];
  });
}

/* A bare number matches before any text; otherwise 余 or 多 may precede or follow its unit. */
function counts(number, unit, tail) {
  const whole = `${number}${unit}${tail}`;
  const before = unit || tail ? ["余", "多"].map((more) => `${number}${more}${unit}${tail}`) : [];
  return unit && tail ? [whole, ...before, `${number}${unit}余${tail}`] : [whole, ...before];
}

/* 1亿5000万 and 一亿五千万 are 150000000; NaN for other texts. */
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
