/* Postings: decodes the files of postings.py. */

const KEY_BYTES = 6;
const WINDOW = 25;

/* The records of a file by key, still encoded; `start` and `end` are the bit offsets of the code. */
export function records(file) {
  const found = new Map();
  // The window may reach past the end.
  const bytes = new Uint8Array(file.length + 4);
  bytes.set(file);
  let at = 0;
  const varint = () => {
    let [number, scale, byte] = [0, 1, 0];
    do {
      byte = bytes[at];
      at += 1;
      number += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return number;
  };
  while (at < file.length) {
    let key = 0;
    for (let index = KEY_BYTES - 1; index >= 0; index -= 1) key = key * 256 + bytes[at + index];
    const width = bytes[at + KEY_BYTES];
    at += KEY_BYTES + 1;
    const [count, size] = [varint(), varint()];
    found.set(key, { bytes, width, count, start: at * 8, end: (at + size) * 8 });
    at += size;
  }
  return found;
}

/* The ascending numbers of a record. The code is read through a window of 32 bits, of which 25 are
   valid at any bit offset; reading bit by bit would take ten times as long. */
export function numbers({ bytes, width, count, start, end }) {
  const found = new Uint32Array(count);
  let bit = start;
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    let zeros = Math.clz32(bitsAt(bytes, bit));
    let units = 0;
    while (zeros >= WINDOW) {
      if (bit >= end) throw new RangeError("a list that ends too early");
      units += WINDOW;
      bit += WINDOW;
      zeros = Math.clz32(bitsAt(bytes, bit));
    }
    units += zeros;
    bit += zeros + 1;
    last += (units << width) + (width ? bitsAt(bytes, bit) >>> (32 - width) : 0) + 1;
    bit += width;
    found[index] = last;
  }
  return found;
}

function bitsAt(bytes, bit) {
  const at = bit >> 3;
  const word = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
  return word << (bit & 7);
}

/* The key of an n-gram of one or two characters. */
export function ngramKey([first, second]) {
  return first.codePointAt(0) + (second ? second.codePointAt(0) : 0) * 2 ** 24;
}
