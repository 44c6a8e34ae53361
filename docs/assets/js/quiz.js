/* The quiz: the first choice on a card counts and turns it; a score stands at the end.

   Without this module CSS alone shows the answer to any choice and counts the right ones. */

const TEXTS = {
  right: "答对了。",
  wrong: (answer) => `答错了，正确答案是“${answer}”。`,
  score: (right, count) => `答对${right}题，共${count}题。`,
  all: "全部答对！把这些办法也讲给家人听。",
  most: "不错！看看答错的题，把道理记牢。",
  few: "没关系，看看每题的解释，再来一次。",
};

/* A live region that has just appeared is read only when its text comes a little later. */
const UNTIL_HEARD = 100;

class Card {
  constructor(element) {
    this.element = element;
    this.radios = Array.from(element.querySelectorAll('input[type="radio"]'));
    this.verdict = element.querySelector(".verdict");
    this.chosen = null;
  }

  get isRight() {
    return this.chosen !== null && isAnswer(this.chosen);
  }

  choose(radio) {
    this.chosen = radio;
    this.element.dataset.state = this.isRight ? "right" : "wrong";
    labelOf(radio).classList.add(this.isRight ? "is-right" : "is-wrong");
    const answer = this.radios.find(isAnswer);
    labelOf(answer).classList.add("is-answer");
    for (const other of this.radios) {
      if (other !== radio) other.setAttribute("aria-disabled", "true");
    }
    // Whoever starts anew within that moment must not read an old verdict.
    window.setTimeout(() => {
      if (this.chosen === radio) this.verdict.textContent = this.verdictText(answer);
    }, UNTIL_HEARD);
  }

  verdictText(answer) {
    if (this.isRight) return TEXTS.right;
    return TEXTS.wrong(labelOf(answer).textContent.trim().replace(/。$/, ""));
  }

  restore() {
    this.chosen = null;
    delete this.element.dataset.state;
    this.verdict.textContent = "";
    for (const radio of this.radios) {
      radio.removeAttribute("aria-disabled");
      labelOf(radio).classList.remove("is-right", "is-wrong", "is-answer");
    }
  }
}

class Quiz {
  constructor(form) {
    this.cards = Array.from(form.querySelectorAll(".card"), (element) => new Card(element));
    this.score = form.querySelector(".score");
    this.staticScore = form.querySelector(".score__static");
    this.scoreText = form.querySelector(".score__text");
    form.classList.add("is-playful");
    // A choice made before this module came, or brought back by the browser, counts.
    for (const card of this.cards) {
      const checked = card.radios.find((radio) => radio.checked);
      if (checked) card.choose(checked);
    }
    if (this.isDone) this.showScore();
    form.addEventListener("click", (event) => this.keepFirst(event));
    form.addEventListener("change", (event) => this.answer(event.target));
    form.addEventListener("keydown", (event) => this.press(event));
    form.addEventListener("reset", () => this.restart());
  }

  get isDone() {
    return this.cards.every((card) => card.chosen);
  }

  cardOf(element) {
    return this.cards.find((card) => card.element.contains(element));
  }

  /* A prevented click gives a radio group its earlier choice back. */
  keepFirst(event) {
    const card = this.cardOf(event.target);
    const isRadio = card && card.radios.includes(event.target);
    if (isRadio && card.chosen && event.target !== card.chosen) event.preventDefault();
  }

  answer(radio) {
    const card = this.cardOf(radio);
    if (!card || card.chosen || !card.radios.includes(radio)) return;
    card.choose(radio);
    if (!this.isDone) return;
    this.showScore();
    this.score.scrollIntoView({ block: "nearest", behavior: scrolling() });
    const heading = this.score.querySelector('[tabindex="-1"]');
    if (heading) heading.focus({ preventScroll: true });
  }

  press(event) {
    const card = this.cardOf(event.target);
    if (!card || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const at = card.radios.indexOf(event.target);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step && at >= 0) {
      // The browser's arrow keys choose, and nobody could get to the third answer to read it.
      card.radios[(at + step + card.radios.length) % card.radios.length].focus();
    } else if (event.key === "Enter" && at >= 0) {
      // Else it would send the form, and lose the game.
      event.target.click();
    } else if (/^[1-9]$/.test(event.key) && card.radios[event.key - 1]) {
      card.radios[event.key - 1].click();
    } else {
      return;
    }
    event.preventDefault();
  }

  showScore() {
    const right = this.cards.filter((card) => card.isRight).length;
    const count = this.cards.length;
    const line = right === count ? TEXTS.all : right / count >= 0.6 ? TEXTS.most : TEXTS.few;
    this.score.classList.add("is-done");
    if (this.staticScore) this.staticScore.hidden = true;
    this.scoreText.hidden = false;
    window.setTimeout(() => {
      if (this.isDone) this.scoreText.textContent = TEXTS.score(right, count) + line;
    }, UNTIL_HEARD);
  }

  restart() {
    for (const card of this.cards) card.restore();
    this.score.classList.remove("is-done");
    if (this.staticScore) this.staticScore.hidden = false;
    this.scoreText.hidden = true;
    this.scoreText.textContent = "";
    this.cards[0].element.scrollIntoView({ block: "start", behavior: scrolling() });
    this.cards[0].radios[0].focus({ preventScroll: true });
  }
}

function isAnswer(radio) {
  return radio.hasAttribute("data-right");
}

function labelOf(radio) {
  return radio.labels[0];
}

function scrolling() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}

for (const form of document.querySelectorAll("form[data-quiz]")) new Quiz(form);
