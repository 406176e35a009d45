import { describe, expect, it } from 'vitest';
import { TEMPLATE_IDS } from '../../../../shared/templates/template.ts';
import { THUMBNAIL_SIZE, thumbnail } from '../../../../shared/templates/thumbnail.ts';
import type { ThumbnailShape } from '../../../../shared/templates/thumbnailShapes.ts';
import { drawnTemplate, ofKind } from './structure.ts';

const { width, height } = THUMBNAIL_SIZE;

function extent(shape: ThumbnailShape): { x: [number, number]; y: [number, number] } {
  if (shape.kind === 'line') return { x: [shape.x1, shape.x2], y: [shape.y1, shape.y2] };
  const [dx, dy] = shape.kind === 'rect' ? [shape.width / 2, shape.height / 2] : [shape.radius, shape.radius];
  return { x: [shape.x - dx, shape.x + dx], y: [shape.y - dy, shape.y + dy] };
}

describe.each(TEMPLATE_IDS)('the thumbnail of %s', (id) => {
  const drawn = drawnTemplate(id);
  const shapes = thumbnail(drawn);

  it('lies within its frame and fills it one way', () => {
    const xs = shapes.flatMap((shape) => extent(shape).x);
    const ys = shapes.flatMap((shape) => extent(shape).y);
    expect(Math.min(...xs, ...ys)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...xs)).toBeLessThanOrEqual(width - 5);
    expect(Math.max(...ys)).toBeLessThanOrEqual(height - 5);
    const used = Math.max(
      (Math.max(...xs) - Math.min(...xs)) / width,
      (Math.max(...ys) - Math.min(...ys)) / height,
    );
    expect(used).toBeGreaterThan(0.88);
  });

  it('has every node of the template, people as dots, what holds others behind them', () => {
    expect(shapes.filter(({ kind }) => kind === 'dot')).toHaveLength(ofKind(drawn, 'person').length);
    expect(shapes.filter(({ kind }) => kind !== 'line')).toHaveLength(drawn.nodes.length);
    const kinds = shapes.map(({ kind }) => kind);
    expect(kinds.lastIndexOf('circle')).toBeLessThan(kinds.lastIndexOf('dot'));
    expect(kinds.lastIndexOf('hexagon')).toBeLessThan(kinds.lastIndexOf('dot'));
  });

  it('leaves out lines too short to see and stays small', () => {
    for (const shape of shapes) {
      if (shape.kind === 'line')
        expect(Math.hypot(shape.x2 - shape.x1, shape.y2 - shape.y1)).toBeGreaterThan(6);
    }
    expect(JSON.stringify(shapes).length).toBeLessThan(24_000);
  });
});
