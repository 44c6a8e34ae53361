/* What the site has under the id of a case: read from the address, or typed or pasted into the form. */

const TEXTS = {
  waiting: "正在核验……",
  published: "本站有这起案例：",
  from: (source) => `来源：${source}。`,
  compare: "请点开核对。您收到的内容与本站不一样的，以本站为准。",
  withdrawn: (day) => `本站已于${day}撤回这起案例，请不要再转发它的内容。`,
  reason: (reason) => `原因：${reason}`,
  why: "查看撤回说明",
  moved: (id) => `这起案例的编号改了，现在是${id}：`,
  now: "查看现在的案例",
  none: (id) =>
    `本站没有这个编号的案例（${id}）。编号可能写错了；如果有人拿着它说是本站发布的，请不要轻信。`,
  malformed: "这里面没有案例编号。编号的样子是2025-02-10-shanxi/04，请再核对一遍。",
  failed: "没有核验成功，可能是网络不通。请稍后再试，或者查看案例列表。",
  elsewhere: (host) => `注意：您粘贴的网址是${host}的，不是本站的网址。请只看本站的内容。`,
};

const ID = /(?:^|[^0-9a-z])([0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9]+(?:-[a-z0-9]+)*\/[0-9]{2,})(?![0-9a-z])/;
const LONGEST = 2000;

const form = document.querySelector(".verify__form");
const input = form.elements.id;
const result = document.querySelector(".verify__result");
const root = result.dataset.root.replace(/\/?$/, "/");

let asked = 0;

/* The id in what somebody forwarded: full-width, with spaces, in capitals, within an address. */
function idIn(text) {
  const narrow = folded(text).toLowerCase().replace(/%2f/g, "/");
  const closed = narrow.replace(/\s*([-/])\s*/g, "$1");
  const match = ID.exec(closed) ?? ID.exec(closed.replace(/\s/g, ""));
  return match ? match[1] : null;
}

function folded(text) {
  return text
    .slice(0, LONGEST)
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[\u2010-\u2015\u2212\u30fc\u2500]/g, "-");
}

/* The host of an address in the text, where it is not this site's. */
function foreignHostIn(text) {
  const plain = folded(text);
  const whole = [...plain.matchAll(/https?:\/\/([^\s/?#\\"'<>,;:!()，。；：！（）、》”]+(?::[0-9]+)?)/gi)];
  const bare = /((?:[a-z0-9-]+\.)+[a-z]{2,})\//i.exec(plain);
  const named = whole.length ? whole : [bare].filter(Boolean);
  const canonical = document.querySelector('link[rel="canonical"]');
  const own = [window.location.host, canonical ? new URL(canonical.href).host : ""];
  return named.map((match) => hostOf(match[1])).find((host) => host && !own.includes(host)) ?? null;
}

function hostOf(written) {
  try {
    return new URL(`https://${written}`).host;
  } catch (_) {
    return "";
  }
}

async function recordOf(id) {
  const response = await fetch(`${root}api/v1/cases/${id}.json`, { cache: "no-cache" });
  if (response.status === 404 || response.status === 410) return { status: "none", id };
  if (!response.ok) throw new Error(response.status);
  const record = await response.json();
  if (record.id !== id || !SHOWN.has(record.status)) throw new Error(record.status);
  return record;
}

const SHOWN = new Map(Object.entries({
  none: ({ id }) => [line(TEXTS.none(id))],
  published: ({ id, title, bulletin }) => [
    line(TEXTS.published),
    link(id, title),
    line(TEXTS.from(bulletin.source)),
    line(TEXTS.compare),
  ],
  withdrawn: ({ id, date, reason }) => [
    line(TEXTS.withdrawn(chinese(date))),
    line(TEXTS.reason(reason)),
    link(id, TEXTS.why),
  ],
  moved: ({ moved_to: id }) => [line(TEXTS.moved(known(id))), link(id, TEXTS.now)],
}));

/* The id, where it is nothing but one: it becomes part of an address. */
function known(id) {
  if (idIn(id) !== id) throw new Error(id);
  return id;
}

async function verify(text) {
  asked += 1;
  const own = asked;
  if (!text.trim()) return show("", []);
  const id = idIn(text);
  if (!id) return show("malformed", [line(TEXTS.malformed)]);
  show("waiting", [line(TEXTS.waiting)]);
  let state = "failed";
  let lines = [line(TEXTS.failed)];
  try {
    const record = await recordOf(id);
    lines = SHOWN.get(record.status)(record);
    state = record.status;
  } catch (_) {
    // No network, or an answer of something else than this site.
  }
  const host = foreignHostIn(text);
  if (host) lines.unshift(line(TEXTS.elsewhere(host)));
  if (own === asked) show(host ? "foreign" : state, lines);
}

function show(state, lines) {
  result.dataset.state = state;
  result.replaceChildren(...lines);
}

function line(text) {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}

function link(id, text) {
  const element = document.createElement("a");
  element.href = `${root}cases/${id}/`;
  element.textContent = text;
  const paragraph = line("");
  paragraph.append(element);
  return paragraph;
}

function chinese(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

function read() {
  input.value = (new URLSearchParams(window.location.search).get("id") ?? "").slice(0, LONGEST);
  verify(input.value);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = new URLSearchParams(input.value.trim() ? { id: input.value.trim() } : {}).toString();
  window.history.replaceState(null, "", window.location.pathname + (query && `?${query}`));
  verify(input.value);
});
form.hidden = false;
read();
