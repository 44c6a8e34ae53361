/* Lists: the files that lists.py writes. */

const KEY_BYTES = 6;
const WINDOW = 25;

/* The records of a file by key, each still packed. */
export function records(bytes) {
  const found = new Map();
  let at = 0;
  const short = () => {
    let [number, scale, byte] = [0, 1, 0];
    do {
      byte = bytes[at];
      at += 1;
      number += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return number;
  };
  while (at < bytes.length) {
    let key = 0;
    for (let index = KEY_BYTES - 1; index >= 0; index -= 1) key = key * 256 + bytes[at + index];
    const width = bytes[at + KEY_BYTES];
    at += KEY_BYTES + 1;
    const [count, size] = [short(), short()];
    found.set(key, { width, count, bytes: bytes.subarray(at, at + size) });
    at += size;
  }
  return found;
}

/* The numbers of a record, rising. The code is read through a window of 32 bits, of which 25 hold
   at any place; bit by bit would take ten times as long. */
export function numbers({ width, count, bytes }) {
  const found = new Uint32Array(count);
  const end = bytes.length * 8;
  let [bit, last] = [0, -1];
  const shown = () => {
    const at = bit >> 3;
    const word = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    return (word << (bit & 7)) >>> 0;
  };
  for (let index = 0; index < count; index += 1) {
    let units = 0;
    let noughts = Math.clz32(shown());
    while (noughts >= WINDOW) {
      if (bit >= end) throw new RangeError("a list that ends too early");
      units += WINDOW;
      bit += WINDOW;
      noughts = Math.clz32(shown());
    }
    units += noughts;
    bit += noughts + 1;
    const rest = width ? shown() >>> (32 - width) : 0;
    bit += width;
    last += units * 2 ** width + rest + 1;
    found[index] = last;
  }
  return found;
}

/* The key of a gram of one or two characters. */
export function gramKey([first, second]) {
  return first.codePointAt(0) + (second ? second.codePointAt(0) : 0) * 2 ** 24;
}
