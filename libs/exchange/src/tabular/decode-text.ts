import iconv from 'iconv-lite';
import type { TextEncodingName } from './table.js';

export interface DecodedText {
  text: string;
  encoding: TextEncodingName;
}

/**
 * Text of a file whose encoding nobody declared: a byte order mark decides, else zero bytes (UTF-16),
 * else strict UTF-8, else Windows-1252, which older Excel writes for "CSV" on Indonesian machines.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  const text = iconv.decode(Buffer.from(bytes), encoding, { stripBOM: true });
  return { text: text.normalize('NFC'), encoding };
}

function encodingOf(bytes: Uint8Array): TextEncodingName {
  return byteOrderMark(bytes) ?? wideEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

function byteOrderMark(bytes: Uint8Array): TextEncodingName | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Latin text in UTF-16 has a zero in every second byte; no other text has any zero at all. */
function wideEncoding(bytes: Uint8Array): TextEncodingName | null {
  const sample = bytes.subarray(0, 512);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  const enough = sample.length / 4;
  if (odd > enough && even === 0) return 'utf-16le';
  if (even > enough && odd === 0) return 'utf-16be';
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    // The decoder's only way to say "not UTF-8"; the caller falls back to Windows-1252.
    return false;
  }
}
