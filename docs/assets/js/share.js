/* Ways to hand a page on: its link, its QR code, the device's own sharing. */

const TEXTS = {
  copied: "链接已复制，可以粘贴到微信里。",
  address: "请复制这个地址：",
};

const dialog = document.querySelector("dialog.qr-dialog");
let opener = null;

class Share {
  constructor(box) {
    this.status = box.querySelector('[role="status"]');
    offer(box, "copy", true, (button) => this.copy(button));
    offer(box, "show-qr", dialog !== null, openDialog);
    offer(box, "share", canShare(), () => this.share());
  }

  async copy(button) {
    // The old way must not wait: it works only while the click is being answered.
    const isCopied = (navigator.clipboard && (await copyModern(link()))) || copyOld(link(), button);
    if (isCopied) this.say(TEXTS.copied);
    else this.sayAddress();
  }

  share() {
    navigator.share(shared()).catch((error) => {
      // The reader's own second thoughts are no failure.
      if (error.name !== "AbortError") this.sayAddress();
    });
  }

  /* Emptied first, for the same text again is not announced. */
  say(text) {
    this.status.textContent = "";
    window.requestAnimationFrame(() => (this.status.textContent = text));
  }

  sayAddress() {
    const address = document.createElement("span");
    address.className = "share__address";
    address.textContent = link();
    this.status.textContent = TEXTS.address;
    this.status.append(address);
    window.getSelection().selectAllChildren(address);
  }
}

function offer(box, action, isPossible, act) {
  const button = box.querySelector(`[data-do="${action}"]`);
  if (!button || !isPossible) return;
  button.addEventListener("click", () => act(button));
  button.hidden = false;
}

function link() {
  const canonical = document.querySelector('link[rel="canonical"]');
  return canonical && canonical.href ? canonical.href : window.location.href.split("#")[0];
}

function shared() {
  return { title: document.title, url: link() };
}

function canShare() {
  return Boolean(navigator.share) && (!navigator.canShare || navigator.canShare(shared()));
}

async function copyModern(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (_) {
    // Some apps refuse it.
    return false;
  }
}

function copyOld(text, button) {
  const source = document.createElement("textarea");
  source.className = "unseen";
  source.value = text;
  // Keeps the keyboard of a phone closed.
  source.readOnly = true;
  button.after(source);
  source.focus({ preventScroll: true });
  source.setSelectionRange(0, text.length);
  let isCopied = false;
  try {
    isCopied = document.execCommand("copy");
  } catch (_) {
    isCopied = false;
  }
  source.remove();
  button.focus({ preventScroll: true });
  return isCopied;
}

function openDialog(button) {
  opener = button;
  if (dialog.showModal) {
    dialog.showModal();
  } else {
    dialog.setAttribute("open", "");
    dialog.querySelector('[data-do="close"]').focus();
  }
}

function closeDialog() {
  if (dialog.close) {
    dialog.close();
  } else {
    dialog.removeAttribute("open");
    returnFocus();
  }
}

function returnFocus() {
  if (opener) opener.focus();
  opener = null;
}

function isOutside(event) {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  const { clientX, clientY } = event;
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

if (dialog) {
  // Safari does not focus the buttons one taps, so it cannot give the focus back by itself.
  dialog.addEventListener("close", returnFocus);
  dialog.querySelector('[data-do="close"]').addEventListener("click", closeDialog);
  dialog.addEventListener("click", (event) => {
    // The backdrop belongs to the dialog; its own padding does too, but lies inside.
    if (event.target === dialog && isOutside(event)) closeDialog();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && dialog.hasAttribute("open") && !dialog.showModal) closeDialog();
  });
}
for (const box of document.querySelectorAll(".share")) new Share(box);
