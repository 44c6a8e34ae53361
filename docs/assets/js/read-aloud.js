/* Reads a page aloud, sentence by sentence, with a Chinese voice of the reader's own device. */

const PACE_KEY = "casebook-pace";
const HIGHLIGHT = "reading";

/* What lies closer than this to an edge of the window may stand under a bar, in pixels. */
const EDGE = 80;

const synthesis = window.speechSynthesis;
const readers = [];

class Reader {
  constructor(box) {
    this.box = box;
    this.play = box.querySelector('[data-do="play"]');
    this.end = box.querySelector('[data-do="stop"]');
    this.pace = box.querySelector('[data-do="pace"]');
    this.sentencesOf = null;
    this.sentences = [];
    this.position = 0;
    this.state = "idle";
    // The one whose end leads on. Held here also because some browsers forget unheld ones.
    this.utterance = null;
    this.play.addEventListener("click", () => {
      if (this.state === "playing") this.pause();
      else this.start();
    });
    this.end.addEventListener("click", () => this.stop());
    if (this.pace) {
      this.pace.value = storedPace(this.pace);
      this.pace.addEventListener("change", () => storePace(this.pace.value));
    }
  }

  start() {
    for (const other of readers) if (other !== this) other.stop();
    if (this.state === "idle") {
      this.sentences = this.sentencesOf(this.box.dataset.reads);
      this.position = 0;
    }
    // A queue that an earlier page left hanging would keep us waiting.
    if (synthesis.speaking || synthesis.pending) synthesis.cancel();
    this.show("playing");
    this.say();
  }

  say() {
    const sentence = this.sentences[this.position];
    const voice = chineseVoice();
    if (!sentence || !voice) {
      this.stop();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.voice = voice;
    utterance.lang = voice.lang.replace("_", "-");
    utterance.rate = this.pace ? Number(this.pace.value) : 1;
    utterance.onend = () => this.saidOne(utterance);
    // The voice was taken from us or failed: the reader can go on from here.
    utterance.onerror = () => this.utterance === utterance && this.pause();
    this.utterance = utterance;
    mark(sentence);
    synthesis.speak(utterance);
  }

  saidOne(utterance) {
    if (this.utterance !== utterance) return;
    this.position += 1;
    this.say();
  }

  /* pause() of the synthesis does nothing on Android, so the sentence starts again. */
  pause() {
    this.silence();
    this.show("paused");
  }

  stop() {
    if (this.state === "idle") return;
    this.silence();
    unmark();
    // What is about to be hidden cannot keep the focus.
    if (this.box.contains(document.activeElement)) this.play.focus();
    this.show("idle");
  }

  silence() {
    // First, for cancelling ends the utterance too.
    this.utterance = null;
    synthesis.cancel();
  }

  show(state) {
    const { play, pause, resume } = this.play.dataset;
    this.state = state;
    this.play.textContent = { idle: play, playing: pause, paused: resume }[state];
    this.end.hidden = state === "idle";
    const label = this.pace && this.pace.closest("label");
    if (label) label.hidden = state === "idle";
  }

  /* What cuts the text is fetched only where there is a voice to read it. */
  async offer() {
    if (chineseVoice() && !this.sentencesOf) {
      try {
        ({ sentencesOf: this.sentencesOf } = await import("./sentences.js"));
      } catch (_) {
        // The network is gone; the page can still be read by eye.
        return;
      }
    }
    this.box.hidden = !chineseVoice() || this.sentencesOf(this.box.dataset.reads).length === 0;
  }
}

/* The mainland's Mandarin before others, voices of the device before those that need a network. */
function chineseVoice() {
  const voices = synthesis.getVoices().filter(({ lang }) => /^(zh|cmn)([-_]|$)/i.test(lang));
  const isMainland = ({ lang }) => /[-_](CN|Hans)/i.test(lang);
  const rank = (voice) => 2 * isMainland(voice) + voice.localService;
  return voices.sort((a, b) => rank(b) - rank(a))[0];
}

function mark(sentence) {
  unmark();
  if (window.CSS && CSS.highlights && window.Highlight) {
    CSS.highlights.set(HIGHLIGHT, new Highlight(sentence.range));
  } else {
    sentence.element.classList.add("is-read");
  }
  const place = sentence.range.getBoundingClientRect();
  if (place.top >= EDGE && place.bottom <= window.innerHeight - EDGE) return;
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const top = place.top - window.innerHeight / 3;
  window.scrollBy({ top, behavior: isCalm ? "auto" : "smooth" });
}

function unmark() {
  if (window.CSS && CSS.highlights) CSS.highlights.delete(HIGHLIGHT);
  for (const element of document.querySelectorAll(".is-read")) element.classList.remove("is-read");
}

function storedPace(select) {
  try {
    const stored = localStorage.getItem(PACE_KEY);
    const isKnown = Array.from(select.options).some((option) => option.value === stored);
    return isKnown ? stored : select.value;
  } catch (_) {
    return select.value;
  }
}

function storePace(value) {
  try {
    localStorage.setItem(PACE_KEY, value);
  } catch (_) {
    // Full or refused: the pace holds for this page only.
  }
}

function stopAll() {
  for (const reader of readers) reader.stop();
}

if (synthesis && window.SpeechSynthesisUtterance) {
  for (const box of document.querySelectorAll(".read-aloud")) readers.push(new Reader(box));
  const offerAll = () => readers.forEach((reader) => reader.offer());
  offerAll();
  // Many browsers learn of their voices late; older Safari, without the event, knows them at once.
  if (synthesis.addEventListener) synthesis.addEventListener("voiceschanged", offerAll);
  window.addEventListener("pagehide", stopAll);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) stopAll();
  });
}
