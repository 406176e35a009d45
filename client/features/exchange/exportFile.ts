/** Makes the file of an export: the text by the format's writer, the name by the board's. */
import type { ExchangeContent } from '../../../shared/exchange/content.ts';
import type { FilePart } from '../../../shared/exchange/fileFormat.ts';
import type { WritableFormat } from '../../../shared/exchange/formats.ts';
import { WRITERS } from '../../../shared/exchange/writers.ts';

export interface ExportFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

interface ExportOptions {
  readonly format: WritableFormat;
  /** Which of the two files, where the format has two. */
  readonly part: FilePart;
  /** Without an extension. */
  readonly name: string;
}

export function exportFile(
  content: ExchangeContent,
  { format: { id, write }, part, name }: ExportOptions,
): ExportFile {
  const whole = write.isPair ? `${name} ${part}${write.extension}` : `${name}${write.extension}`;
  return { name: whole, type: write.mediaType, text: WRITERS[id](content, part) };
}
