import { createHash, randomFillSync } from 'node:crypto';

const RANDOM_BYTES = 8;
const pool = Buffer.alloc(512 * RANDOM_BYTES);
let drawn = pool.length;
let last = { ms: 0, text: '' };
let count = 0;
/** Counts within a millisecond, and where it may begin so that there is room to count on. */
const COUNTS = 2 ** 18;
const FIRST_COUNTS = 2 ** 17;

/**
 * A UUID version 7: time-ordered, also within a millisecond, so that new rows land at the end of their index. Its randomness
 * is drawn 512 ids at a time, for one draw costs more than all the rest.
 */
export function newId(): string {
  const random = nextRandom();
  const now = Date.now();
  count += 1;
  if (now > last.ms) {
    last = { ms: now, text: timeText(now) };
    count = random.readUInt32BE(0) % FIRST_COUNTS;
  } else if (count >= COUNTS) {
    last = { ms: last.ms + 1, text: timeText(last.ms + 1) };
    count = 0;
  }
  const high = (0x7000 | (count >>> 6)).toString(16);
  const low = (0x80 | (count & 0x3f)).toString(16);
  const rest = random.toString('hex', 1);
  return `${last.text}-${high}-${low}${rest.slice(0, 2)}-${rest.slice(2)}`;
}

function nextRandom(): Buffer {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += RANDOM_BYTES;
  return pool.subarray(drawn - RANDOM_BYTES, drawn);
}

function timeText(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => UUID.test(text);

/** The id (UUID version 8) that the same words always give: a repeated start finds the instance of the first. */
export function idOf(...words: string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(words)).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
