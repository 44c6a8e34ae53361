/* Yielding: lets the browser handle events between two pieces of work. */

const LONG = 10;
const FRAME = 50;
let began = performance.now();

/* Resolves at once, or in a new task if the current one has run for LONG milliseconds. */
export async function yieldToBrowser() {
  if (performance.now() - began < LONG) return;
  await new Promise((resolve) => {
    window.setTimeout(resolve);
  });
  began = performance.now();
}

/* Resolves after the browser has painted, or after FRAME milliseconds in a hidden window. */
export async function drawn() {
  await new Promise((resolve) => {
    window.requestAnimationFrame(() => window.setTimeout(resolve));
    window.setTimeout(resolve, FRAME);
  });
  began = performance.now();
}
