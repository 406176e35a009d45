/** Draws one node as the canvas does at 100 %, around its centre. Pure. */
import type { NodeKind } from '../../../shared/model/kinds.ts';
import { mixed, type Palette, plainColor } from '../../shapes/colors.ts';
import { areaCaptionRoom, fitText, textWidth } from '../../shapes/labels.ts';
import { archPath, foldPath, hexagonPath, paperPath } from '../../shapes/outlines.ts';
import type { NodeData } from '../../shapes/sceneTypes.ts';
import { placeSeats } from '../../shapes/seats.ts';
import { circleRadius, hexagonRadius, PERSON_RADIUS } from '../../shapes/shapes.ts';
import { initialsOf, isArabic } from '../../ui/initials.ts';
import { glyph } from './glyphs.ts';
import { tag, text } from './svg.ts';

export interface DrawnNode
  extends Pick<NodeData, 'label' | 'caption' | 'hue' | 'disclosure' | 'seats' | 'width' | 'height'> {
  readonly kind: NodeKind;
}

export interface ImageContext {
  readonly palette: Palette;
  /** What a group is called that has no caption. */
  readonly kindName: (kind: NodeKind) => string;
  /** A name for a path, unlike any other in the image. */
  readonly newId: () => string;
}

const MIDDLE = { 'text-anchor': 'middle' } as const;

export function drawNode(node: DrawnNode, drawing: ImageContext): string {
  switch (node.kind) {
    case 'person':
      return person(node, drawing);
    case 'circle':
      return circle(node, drawing);
    case 'cell':
      return cell(node, drawing);
    case 'body':
      return body(node, drawing);
    case 'area':
    case 'organization':
      return region(node, drawing);
    case 'note':
      return note(node, drawing);
  }
}

function person({ label, hue }: DrawnNode, { palette }: ImageContext): string {
  const { base, ink } = hueOf(palette, hue);
  const halo = {
    stroke: palette.tokens.canvas,
    'stroke-width': 3,
    'stroke-opacity': 0.7,
    'paint-order': 'stroke',
  };
  return [
    tag('circle', { r: PERSON_RADIUS, fill: palette.tokens.surface, stroke: base, 'stroke-width': 1.75 }),
    text(initialsOf(label), { ...MIDDLE, y: 4, 'font-size': 11, 'font-weight': 600, fill: ink }),
    text(fitText(label, { room: 140, fontSize: 12 }), {
      ...MIDDLE,
      ...halo,
      y: 32,
      'font-size': 12,
      'font-weight': 500,
      fill: palette.tokens['text-1'],
    }),
  ].join('');
}

function badge(
  { disclosure, hue }: DrawnNode,
  { palette, x, y, neutral = false }: { palette: Palette; x: number; y: number; neutral?: boolean },
): string {
  if (disclosure === null) return '';
  const base = neutral ? palette.tokens['border-strong'] : hueOf(palette, hue).base;
  const disc = { cx: x, cy: y, r: 10.5, fill: palette.tokens.surface, stroke: base, 'stroke-width': 1.5 };
  return tag('circle', disc) + glyph(disclosure, { x, y, size: 12.6, color: base });
}

function circle(node: DrawnNode, { palette, newId }: ImageContext): string {
  const { base, tint, ink } = hueOf(palette, node.hue);
  const radius = circleRadius(node);
  const straight = isArabic(node.label);
  const name = fitText(node.label, { room: straight ? radius * 2 : radius * 2.6, fontSize: 12.5 });
  const style = { ...MIDDLE, 'font-size': 12.5, 'font-weight': 600, fill: ink };
  const fill = mixed(tint, { ground: palette.tokens.canvas, part: 0.74 });
  const arch = newId();
  const along = text(name, {})
    .replace(/^<text>/, '')
    .replace(/<\/text>$/, '');
  const curved =
    tag('path', { id: arch, d: archPath({ x: 0, y: 0, radius: radius + 7 }), fill: 'none' }) +
    tag('text', style, tag('textPath', { href: `#${arch}`, startOffset: '50%' }, along));
  const side = straight ? -1 : 1;
  return [
    tag('circle', { r: radius, fill, stroke: base, 'stroke-width': 1.5 }),
    name === '' ? '' : straight ? text(name, { ...style, y: -radius - 9 }) : curved,
    badge(node, { palette, x: side * Math.cos(0.663) * radius, y: -Math.sin(0.663) * radius }),
  ].join('');
}

function cell(node: DrawnNode, { palette }: ImageContext): string {
  const { base, tint, ink } = hueOf(palette, node.hue);
  const radius = hexagonRadius(node);
  const { places, lift } = placeSeats(node.seats, radius - 6.5);
  const lower = places.length === 0 ? 11 : -lift;
  const outer = hexagonPath({ x: 0, y: 0, radius, corner: 7 });
  const inner = hexagonPath({ x: 0, y: 0, radius: radius - 6.5, corner: 5 });
  const seats = places.map(({ x, y, text: initials }) => {
    const disc = { cx: x, cy: y, r: 11.5, fill: palette.tokens.surface, stroke: base, 'stroke-width': 1.25 };
    return (
      tag('circle', { ...disc, 'stroke-dasharray': '2.6 2.2' }) +
      text(initials, { ...MIDDLE, x, y: y + 3.5, 'font-size': 9.5, 'font-weight': 600, fill: ink })
    );
  });
  const name = fitText(node.label, { room: radius * 1.45, fontSize: 13.5 });
  return [
    tag('path', { d: outer, fill: palette.tokens.surface, stroke: base, 'stroke-width': 1.75 }),
    tag('path', { d: inner, fill: tint, stroke: base, 'stroke-width': 1 }),
    node.disclosure === null ? '' : glyph(node.disclosure, { x: 0, y: lower - 32, size: 15, color: ink }),
    text(name, { ...MIDDLE, y: lower - 7, 'font-size': 13.5, 'font-weight': 650, fill: ink }),
    ...seats,
  ].join('');
}

/** Where a name begins: at the start of its own script. */
function startOf({ label, width }: DrawnNode, inset: number) {
  const mirrored = isArabic(label);
  const sign = mirrored ? -1 : 1;
  return { sign, x: sign * (inset - width / 2), 'text-anchor': mirrored ? 'end' : 'start' };
}

function body(node: DrawnNode, { palette }: ImageContext): string {
  const { width, height, label, caption } = node;
  const { tokens: token } = palette;
  const { sign, ...start } = startOf(node, 48);
  const tile = sign * (24 - width / 2);
  const room = width - 58;
  const below = fitText(caption, { room, fontSize: 11 });
  const plate = { x: -width / 2, y: -height / 2, width, height, rx: 10 };
  return [
    tag('rect', { ...plate, fill: token.surface, stroke: token['border-strong'], 'stroke-width': 1.25 }),
    tag('rect', { x: tile - 15, y: -15, width: 30, height: 30, rx: 7, fill: token['surface-2'] }),
    glyph('body', { x: tile, y: 0, size: 16, color: token['text-2'] }),
    text(fitText(label, { room, fontSize: 13 }), {
      ...start,
      y: below === '' ? 4.5 : -2.5,
      'font-size': 13,
      'font-weight': 600,
      fill: token['text-1'],
    }),
    text(below, { ...start, y: 13, 'font-size': 11, fill: token['text-3'] }),
    badge(node, { palette, x: sign * (width / 2 - 14), y: -height / 2, neutral: true }),
  ].join('');
}

function region(node: DrawnNode, { palette, kindName }: ImageContext): string {
  const { kind, width, height, label, caption } = node;
  const { tokens: token } = palette;
  const isArea = kind === 'area';
  const { base, tint, ink } = hueOf(palette, node.hue);
  const top = -height / 2;
  const { sign, ...start } = startOf(node, isArea ? 38 : 35);
  const plate = { x: -width / 2, y: top, width, height, rx: isArea ? 22 : 14 };
  const name = fitText(label, { room: width - (isArea ? 100 : 90), fontSize: 12.5 });
  const after = name === '' ? 0 : textWidth(name, 12.5) + 10;
  const below = fitText(caption === '' ? kindName(kind) : caption, {
    room: isArea ? areaCaptionRoom(width, after) : width - 90,
    fontSize: 11,
  });
  const shape = isArea
    ? {
        fill: mixed(token.border, { ground: token.canvas, part: 0.3 }),
        stroke: token.border,
        'stroke-width': 1,
      }
    : { fill: mixed(tint, { ground: token.canvas, part: 0.62 }), stroke: base, 'stroke-width': 1.25 };
  const sign_ = { x: sign * ((isArea ? 25 : 21) - width / 2), y: top + (isArea ? 21 : 19), size: 14 };
  const corner = { x: sign * (width / 2 - (isArea ? 25 : 24)), y: top + (isArea ? 21 : 24) };
  return [
    tag('rect', { ...plate, ...shape }),
    glyph(isArea ? 'area' : 'organization', { ...sign_, color: isArea ? token['text-3'] : ink }),
    text(name, {
      ...start,
      y: top + (isArea ? 25 : 23.5),
      'font-size': 12.5,
      'font-weight': 600,
      fill: isArea ? token['text-1'] : ink,
    }),
    text(below, {
      ...start,
      x: isArea ? start.x + sign * after : start.x,
      y: top + (isArea ? 25 : 38.5),
      'font-size': 11,
      fill: token['text-3'],
    }),
    !isArea
      ? badge(node, { palette, ...corner })
      : node.disclosure === null
        ? ''
        : glyph(node.disclosure, { ...corner, size: 14, color: token['text-2'] }),
  ].join('');
}

const LINE = 17;

function note({ label, width, height }: DrawnNode, { palette }: ImageContext): string {
  const { tokens: token } = palette;
  const mirrored = isArabic(label);
  const x = mirrored ? width - 12 : 12;
  const most = Math.max(1, Math.floor((height - 16) / LINE));
  const lines = wrap(label, Math.max(4, Math.floor((width - 24) / (12 * 0.52))));
  const shown = lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`];
  // All lines run the same way, also one that begins with a number or a foreign word.
  const way = mirrored ? { direction: 'rtl', 'unicode-bidi': 'embed' } : {};
  const style = { x, 'text-anchor': 'start', ...way, 'font-size': 12, fill: token['note-text'] };
  return tag(
    'g',
    { transform: `translate(${-width / 2} ${-height / 2})` },
    tag('path', { d: paperPath(width, height), fill: token.note, stroke: token['note-edge'] }) +
      tag('path', { d: foldPath(width, height), fill: token['note-edge'] }) +
      shown.map((line, index) => text(line, { ...style, y: 23 + index * LINE })).join(''),
  );
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

function hueOf(palette: Palette, hue: number | null) {
  const tone = (color: 'base' | 'tint' | 'ink') => plainColor(color, { palette, hue });
  return { base: tone('base'), tint: tone('tint'), ink: tone('ink') };
}
