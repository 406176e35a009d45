/** Sets flowing text in lines, for images, which have no box that does it. Widths are estimates. Pure. */
import type { ProsePrimitive } from '../../shapes/primitives.ts';
import { isArabic } from '../../ui/initials.ts';
import { type Attributes, text } from './svg.ts';

/** Width of a letter relative to the size of the type, on average. */
const LETTER = 0.52;
/** From the top of a line to what its letters stand on, for a size of type and a height of lines as notes have. */
const BASELINE = 13;

/** As many lines as fit; the last ends in an ellipsis where there are more. */
export function drawProse(prose: ProsePrimitive, look: Attributes): string {
  const { text: content, x, y, width, height, lineHeight, paint } = prose;
  const isMirrored = isArabic(content);
  const most = Math.max(1, Math.floor(height / lineHeight));
  const lines = wrap(content, Math.max(4, Math.floor(width / (paint.fontSize * LETTER))));
  const shown = lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`];
  // All lines run the same way, also one that begins with a number or a foreign word.
  const way = isMirrored ? { direction: 'rtl', 'unicode-bidi': 'embed' } : {};
  const style = { x: isMirrored ? x + width : x, ...look, 'text-anchor': 'start', ...way };
  return shown.map((line, index) => text(line, { ...style, y: y + BASELINE + index * lineHeight })).join('');
}

/** Lines of at most so many letters, broken between words where there is one. */
export function wrap(content: string, most: number): string[] {
  return content.split('\n').flatMap((paragraph) => {
    const lines: string[] = [''];
    for (const word of paragraph.split(/\s+/u)) {
      const last = lines.at(-1) ?? '';
      if (last === '') lines[lines.length - 1] = word;
      else if (last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines.flatMap((line) => line.match(new RegExp(`.{1,${most}}`, 'gu')) ?? ['']);
  });
}
