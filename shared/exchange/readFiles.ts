/**
 * Reads files of any format: decodes the bytes, detects the format by content, and hands the text to its reader.
 * Called in a worker, because a large file takes seconds. Nothing is made on a board here.
 */
import type { Result } from '../model/result.ts';
import { decode } from './decode.ts';
import type { TextFile } from './fileFormat.ts';
import { detectFormat, type ReadableFormat } from './formats.ts';
import { parseJson } from './parseJson.ts';
import { READERS } from './readers.ts';
import { EXCHANGE_LIMITS, type FileRefusal, type Reading, refused, short } from './reading.ts';
import { TextSample } from './textSample.ts';

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadFile {
  readonly format: ReadableFormat;
  readonly reading: Reading;
  /** Other than UTF-8, where one had to be guessed. */
  readonly encoding: string | null;
}

export function readFiles(files: readonly GivenFile[]): Result<ReadFile, FileRefusal> {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > EXCHANGE_LIMITS.bytes) return refused('too-large');
  if (files.length > EXCHANGE_LIMITS.files) return refused('too-many-files');
  const texts = files.map(({ name, bytes }) => ({ name, ...decode(bytes) }));
  const encoding = texts.find((one) => one.encoding !== 'utf-8')?.encoding ?? null;
  const read = readTexts(texts);
  return read.ok ? { ok: true, value: { ...read.value, encoding } } : read;
}

/** Names of files lie: the format is told by what stands in them. */
export function readTexts(
  files: readonly TextFile[],
): Result<Pick<ReadFile, 'format' | 'reading'>, FileRefusal> {
  if (files.every(({ text }) => text.trim() === '')) return refused('empty');
  const [first, ...others] = files.map(({ name, text }) => {
    const sample = new TextSample(text);
    return { name, text: sample.text, sample, format: detectFormat(sample) };
  });
  if (first === undefined) return refused('empty');
  const { format } = first;
  if (others.length > 0 && (!format?.read.isPair || others.some((one) => one.format !== format)))
    return refused('mixed-files');
  if (format === null) return unknown(first.sample);
  const reading = READERS[format.id]([first, ...others]);
  return reading.ok ? { ok: true, value: { format, reading: reading.value } } : reading;
}

function unknown({ text, isJson }: TextSample): { readonly ok: false; readonly error: FileRefusal } {
  if (!isJson) return refused('unknown-format', { what: short(text.slice(0, 80)) });
  const sound = parseJson(text);
  return sound.ok ? refused('unknown-format') : sound;
}
