/** What each kind of node is drawn of, and that the page and the images draw the same. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { drawPrimitives } from '../../../../client/features/images/drawPrimitives.ts';
import { readPalette } from '../../../../client/shapes/colors.ts';
import { drawLabel, drawLine } from '../../../../client/shapes/links/linkShapes.ts';
import type { DrawnNode } from '../../../../client/shapes/nodes/nodeShape.ts';
import { NODE_SHAPES } from '../../../../client/shapes/nodes/nodeShapes.ts';
import { Primitives } from '../../../../client/shapes/Primitives.tsx';
import type { Primitive } from '../../../../client/shapes/primitives.ts';
import { DISCLOSURES, LINK_KINDS, NODE_KINDS, type NodeKind } from '../../../../shared/model/kinds.ts';
import { NODE_FORMS, usualSize } from '../../../../shared/model/sizes.ts';

const LABELS = [
  'Ada Lovelace',
  'کمیتهٔ شهر',
  '',
  'A name that no shape has as much room for as it would take',
];

function drawn(kind: NodeKind, node: Partial<DrawnNode> = {}): readonly Primitive[] {
  const data = { label: 'Ada', caption: 'caption', notes: '', disclosure: null, seats: ['BE', 'CA'] };
  const context = { kindName: 'KIND', isSelected: false, ground: 'canvas' } as const;
  return NODE_SHAPES[kind].draw({ ...data, ...usualSize(kind), ...node }, context);
}

function withoutPageOnly(primitives: readonly Primitive[]): Primitive[] {
  return primitives.filter(({ pageOnly }) => pageOnly !== true);
}

/** Of hue 0, as the class around a drawing on the page says it. */
const TONES = { c: 'cat-blue', t: 'cat-blue-tint', s: 'cat-blue-strong', k: 'cat-blue-ink' };
const palette = readPalette((name) => `var(${name})`);

interface Part {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The elements of a piece of SVG with what they look like: numbers to a hundredth, no classes, no names of paths. */
function partsOf(svg: string): Part[] {
  return [...svg.matchAll(/<(circle|rect|path|text|textPath)\b([^>]*?)\/?>([^<]*)/g)].map(
    ([, tag = '', written = '', text = '']) => {
      const pairs = [...written.matchAll(/([\w-]+)="([^"]*)"/g)].flatMap(([, name = '', value = '']) =>
        ['class', 'id', 'href', 'unicode-bidi'].includes(name) ? [] : [[name, plain(value)]],
      );
      return { tag, attributes: Object.fromEntries(pairs), text };
    },
  );
}

function plain(value: string): string {
  return value
    .replace(/var\(--([ctsk])\)/g, (_, tone: keyof typeof TONES) => `var(--${TONES[tone]})`)
    .replace('var(--ground, var(--canvas))', 'var(--canvas)')
    .replace(/^color-mix\(in oklab, (var\([^)]*\)).*$/, '$1')
    .replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 20) / 20));
}

function expectSame(primitives: readonly Primitive[]): void {
  const shared = withoutPageOnly(primitives).filter(({ tag }) => tag !== 'prose');
  const page = partsOf(
    renderToStaticMarkup(createElement('svg', {}, createElement(Primitives, { of: shared }))),
  );
  const image = partsOf(drawPrimitives(shared, { palette, hue: 0, newId: () => 'name' }));
  // An image leaves out what has no text; a path for a name to run along is then no use to it.
  const said = page.filter(({ tag, text }) => !(tag === 'text' || tag === 'textPath') || text !== '');
  expect(image.filter(({ tag, text }) => !(tag === 'text' || tag === 'textPath') || text !== '')).toEqual(
    said,
  );
}

describe.each(NODE_KINDS)('a %s', (kind) => {
  it('has one outline, drawn at its boundary', () => {
    const outlines = drawn(kind).filter(({ className }) => className?.includes('node-outline'));
    expect(outlines).toHaveLength(1);
    if (NODE_FORMS[kind] === 'round') {
      expect(outlines[0]).toMatchObject({ tag: 'circle', radius: usualSize(kind).width / 2 });
    }
  });

  it('takes the pointer somewhere, and shows its name', () => {
    const parts = drawn(kind, { label: 'Ada' });
    expect(parts.some(({ className }) => className?.split(' ').includes('hit'))).toBe(true);
    const named = parts.filter(({ className }) => className?.includes('node-name'));
    expect(named).toMatchObject([{ text: 'Ada' }]);
  });

  it('looks the same on the page and in an image', () => {
    for (const label of LABELS) {
      if (label === '' && kind === 'circle') continue;
      for (const disclosure of [null, ...DISCLOSURES]) expectSame(drawn(kind, { label, disclosure }));
    }
  });

  it('is locked and named within reach of its shape', () => {
    const size = usualSize(kind);
    const mark = NODE_SHAPES[kind].lockMark(size);
    expect(Math.abs(mark.x)).toBeLessThan(size.width / 2 + 1);
    expect(Math.abs(mark.y)).toBeLessThan(size.height / 2 + 1);
    expect(NODE_SHAPES[kind].nameField(size, 1).width).toBeGreaterThan(60);
  });

  it('has a glyph within its square of 24', () => {
    for (const part of NODE_SHAPES[kind].glyph('Ada')) {
      if (part.tag === 'circle') expect(Math.hypot(part.x, part.y) + part.radius).toBeLessThanOrEqual(12);
      else if (part.tag === 'rect') expect(Math.max(part.width, part.height)).toBeLessThanOrEqual(24);
      else if (part.tag === 'icon') expect(part.size).toBeLessThanOrEqual(24);
    }
  });
});

it.each(LINK_KINDS)('a link of kind %s looks the same on the page and in an image', (kind) => {
  const direction = { x: 0.6, y: 0.8 };
  const [start, end] = [
    { x: 10, y: 20 },
    { x: 70.125, y: 100 },
  ];
  const line = { path: 'M10 20L70.1 100', start, end, startDirection: direction, endDirection: direction };
  expectSame(drawLine(kind, { line, isHot: false }));
  const label = drawLabel('every week', { x: 40, y: 60 });
  expect(label).not.toBeNull();
  if (label !== null) expectSame([label]);
});

it('a part of the page alone is in no image', () => {
  const image = drawPrimitives(drawn('person', { notes: 'SECRET' }), {
    palette,
    hue: 0,
    newId: () => 'name',
  });
  expect(image).not.toContain('SECRET');
});
