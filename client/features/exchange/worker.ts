/** Web worker of the import: reads files, tells what they would make, and lays it out. One import, one worker. */
import { readFiles } from '../../../shared/exchange/readFiles.ts';
import type { Reading } from '../../../shared/exchange/reading.ts';
import { type Answer, type Ask, arrangedOf, outlineOf, overviewOf } from './importing.ts';

let reading: Reading | null = null;

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  const answer = answerTo(data);
  if (answer !== null) postMessage(answer);
});

function answerTo(ask: Ask): Answer | null {
  if (ask.type === 'read') {
    const read = readFiles(ask.files);
    reading = read.ok ? read.value.reading : null;
    return { type: 'read', overview: read.ok ? { ok: true, value: overviewOf(read.value) } : read };
  }
  if (reading === null) return null;
  return ask.type === 'outline'
    ? { type: 'outline', outline: outlineOf(reading, ask.choices) }
    : { type: 'arrange', arranged: arrangedOf(reading, ask.choices) };
}
