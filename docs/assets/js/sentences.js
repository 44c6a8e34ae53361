/* The sentences of a page as somebody would read them aloud, each with its place on the page. */

const SKIPPED = [
  "[hidden]",
  "[aria-hidden='true']",
  ".no-read",
  "button",
  "select",
  "input",
  "textarea",
  "dialog",
  "script",
  "style",
  "template",
  "svg",
  "rt",
  "rp",
].join(",");

/* Some voices break off after 15 seconds, which at the slow pace are some 60 characters. */
const LONGEST = 60;

/* Not Intl.Segmenter, which leaves an opening quotation mark with the sentence before it. */
const SENTENCE = /[^。！？；]*[。！？；]+[”’」』）]*|[^。！？；]+/g;

const HAN = "[\\p{Script=Han}，。！？；：、“”‘’（）《》]";
const SPACE_BETWEEN_HAN = new RegExp(`(${HAN})\\s+(?=${HAN})`, "gu");
const SAYABLE = /[\p{L}\p{N}]/u;

/** The sentences of all elements that match, in the order of the page. */
export function sentencesOf(selector) {
  const roots = Array.from(document.querySelectorAll(selector));
  const isNested = (root) => roots.some((other) => other !== root && other.contains(root));
  const outermost = roots.filter((root) => !root.closest(SKIPPED) && !isNested(root));
  const blocks = [];
  for (const root of outermost) {
    blocks.push({ element: root, nodes: [] });
    gather(root, blocks);
  }
  return blocks.flatMap(sentencesIn);
}

/* Sorts the text below an element into blocks: no sentence runs from a paragraph into the next. */
function gather(element, blocks) {
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      blocks[blocks.length - 1].nodes.push(child);
    } else if (child.nodeType === Node.ELEMENT_NODE && !isSkipped(child)) {
      const breaks = child.tagName === "BR" || !/^(inline|contents|ruby)/.test(displayOf(child));
      if (breaks) blocks.push({ element: child, nodes: [] });
      gather(child, blocks);
      if (breaks) blocks.push({ element, nodes: [] });
    }
  }
}

function isSkipped(element) {
  // What a closed <details> holds is not on the screen; its summary is.
  const isInFolded = element.parentElement.matches("details:not([open])");
  const isUnseen = (isInFolded && element.tagName !== "SUMMARY") || displayOf(element) === "none";
  return isUnseen || element.matches(SKIPPED);
}

function displayOf(element) {
  return getComputedStyle(element).display;
}

function sentencesIn({ element, nodes }) {
  // A line break in the source is only a space; one character for another, so that places stay.
  const text = nodes.map((node) => node.data).join("").replace(/\s/g, " ");
  return pieces(text)
    .filter(({ from, to }) => SAYABLE.test(text.slice(from, to)))
    .map(({ from, to }) => ({
      text: text.slice(from, to).replace(SPACE_BETWEEN_HAN, "$1").replace(/ +/g, " ").trim(),
      range: rangeOf(nodes, from, to),
      element,
    }));
}

function pieces(text) {
  const found = [];
  let from = 0;
  for (const [sentence] of text.matchAll(SENTENCE)) {
    const end = from + sentence.length;
    while (end - from > LONGEST) {
      const cut = from + cutOf(text.slice(from, from + LONGEST));
      found.push({ from, to: cut });
      from = cut;
    }
    if (end > from) found.push({ from, to: end });
    from = end;
  }
  return found;
}

/* Where a sentence that is too long is cut: after its last semicolon, else its last comma. */
function cutOf(text) {
  const cuts = ["；", "，", "、"].map((mark) => text.lastIndexOf(mark) + 1);
  return cuts.find((cut) => cut > 0) || text.length;
}

function rangeOf(nodes, from, to) {
  const range = document.createRange();
  let start = 0;
  for (const node of nodes) {
    const end = start + node.length;
    if (from >= start && from < end) range.setStart(node, from - start);
    if (to > start && to <= end) {
      range.setEnd(node, to - start);
      break;
    }
    start = end;
  }
  return range;
}
