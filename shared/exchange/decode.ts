/**
 * Character encoding detection: from a file's bytes to its text. A byte order mark decides; else UTF-8 where it is sound, UTF-16 where every
 * other byte is zero, else one of the two old Windows encodings that Persian and Western files come in.
 */

export interface DecodedText {
  readonly text: string;
  /** As `TextDecoder` names it. */
  readonly encoding: string;
}

/** How much is looked at to tell encodings apart. */
const SAMPLE = 64 * 1024;

export function decode(bytes: Uint8Array): DecodedText {
  const encoding = marked(bytes) ?? (isUtf8(bytes) ? 'utf-8' : (utf16(bytes) ?? oldEncoding(bytes)));
  // Takes a mark of its own encoding away.
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function marked([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  if (bytes.subarray(0, SAMPLE).includes(0)) return utf16(bytes) === null;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function utf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  let [even, odd] = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  const many = sample.length / 8;
  if (odd > many && even < odd / 8) return 'utf-16le';
  return even > many && odd < even / 8 ? 'utf-16be' : null;
}

/** Arabic script comes in runs of high bytes, accents of the West stand alone among plain letters. */
function oldEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE);
  let [high, inRuns] = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte < 0xc0) continue;
    high++;
    if ((sample[index - 1] ?? 0) >= 0xc0 || (sample[index + 1] ?? 0) >= 0xc0) inRuns++;
  }
  return inRuns > high * 0.6 ? 'windows-1256' : 'windows-1252';
}
