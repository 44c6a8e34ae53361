/* Yielding: between two pieces of work the page answers its reader. */

const LONG = 10;
const FRAME = 50;
let began = performance.now();

/* Goes on at once, or after a moment if work has gone on for more than some milliseconds. */
export async function yieldToBrowser() {
  if (performance.now() - began < LONG) return;
  await new Promise((resolve) => {
    window.setTimeout(resolve);
  });
  began = performance.now();
}

/* Goes on when the browser has drawn what is there, or after a while in a window nobody sees. */
export async function drawn() {
  await new Promise((resolve) => {
    window.requestAnimationFrame(() => window.setTimeout(resolve));
    window.setTimeout(resolve, FRAME);
  });
  began = performance.now();
}
