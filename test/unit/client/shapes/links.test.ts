/** What each kind of link is drawn of. */
import { describe, expect, it } from 'vitest';
import { drawLabel, drawLine, drawSample, LINK_SHAPES } from '../../../../client/shapes/links/linkShapes.ts';
import { LINK_KINDS } from '../../../../shared/model/kinds.ts';

const RIGHT = { x: 1, y: 0 };
const DOWN = { x: 0, y: 1 };
const LINE = {
  path: 'M10 20L10 90',
  start: { x: 10, y: 20 },
  end: { x: 10, y: 90 },
  startDirection: DOWN,
  endDirection: DOWN,
};

describe.each(LINK_KINDS)('a link of kind %s', (kind) => {
  it('is a line between the ends it is given', () => {
    const [line] = drawLine(kind, { line: LINE, isHot: false });
    expect(line).toMatchObject({ tag: 'path', className: 'link-line', d: LINE.path });
  });

  it('looks like no other, in black and white too', () => {
    const look = (of: typeof kind) => {
      const { strokes, tail, head } = LINK_SHAPES[of];
      const plain = [...strokes, ...tail, ...head].map((part) => {
        const { stroke: _, fill: __, ...paint } = part.paint;
        return { ...part, hotPaint: null, paint };
      });
      return JSON.stringify(plain);
    };
    expect(LINK_KINDS.filter((other) => look(other) === look(kind))).toEqual([kind]);
  });

  it('has a sample that stays within its box', () => {
    for (const part of drawSample(kind, { width: 28, height: 12 })) {
      if (part.tag === 'circle') {
        expect(part.x - part.radius).toBeGreaterThanOrEqual(0);
        expect(part.x + part.radius).toBeLessThanOrEqual(28);
        expect(part.y).toBe(6);
      } else if (part.tag === 'path') {
        const numbers = [...part.d.matchAll(/[MLH](-?[\d.]+)/g)].map(([, x]) => Number(x));
        const at = part.transform?.x ?? 0;
        expect(Math.min(...numbers) + at).toBeGreaterThanOrEqual(0);
        expect(Math.max(...numbers) + at).toBeLessThanOrEqual(28);
      }
    }
  });
});

it('turns what stands at an end along the line', () => {
  const headOf = (direction: typeof RIGHT) =>
    drawLine('guidance', { line: { ...LINE, endDirection: direction }, isHot: false }).at(-1);
  expect(headOf(RIGHT)).toMatchObject({ transform: { x: 10, y: 90, degrees: 0 } });
  expect(headOf(DOWN)).toMatchObject({ transform: { x: 10, y: 90, degrees: 90 } });
});

it('has no label where it says nothing', () => {
  expect(drawLabel('', { x: 0, y: 0 })).toBeNull();
  expect(drawLabel('reports to', { x: 0, y: 0 })).toMatchObject({ tag: 'group', className: 'link-label' });
});
