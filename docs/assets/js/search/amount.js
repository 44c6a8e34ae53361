/* Amounts and other counts: one number in all the ways in which texts write it. */

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
