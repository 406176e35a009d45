/**
 * What drawings are made of: SVG primitives as plain data. `Primitives.tsx` renders them with React, the images
 * write them as text, so that a shape is described once. Lengths are board units. Pure.
 */
import type { Color } from './colors.ts';
import type { IconName } from './icons.ts';

/** The look of a line or an area. What is left out is as SVG has it, save that nothing is filled. */
export interface SvgPaint {
  readonly fill?: Color;
  readonly fillOpacity?: number;
  readonly stroke?: Color;
  readonly strokeWidth?: number;
  readonly strokeOpacity?: number;
  readonly strokeDasharray?: string;
  readonly strokeLinecap?: 'round';
  readonly strokeLinejoin?: 'round';
}

export interface TextPaint extends SvgPaint {
  readonly fontSize: number;
  readonly fontWeight?: number;
  readonly letterSpacing?: string;
  /** Its stroke is a halo behind it. */
  readonly paintOrder?: 'stroke';
  /** Of the text at its place; middle where it is left out. */
  readonly textAnchor?: 'start' | 'end';
}

/** Where a primitive drawn around the origin is put, and turned by how much. */
export interface SvgTransform {
  readonly x: number;
  readonly y: number;
  readonly degrees: number;
}

interface Common {
  /**
   * Names for the style sheets, which say how it looks in a state. `node-outline`: the outline of a node, drawn
   * alone where a lens hides it; `shape`: what shows its hue and answers to the pointer; `hit`: what takes it;
   * `node-name`: a name, hidden while it is typed; `ornament`: left out by a lens; `until-mid`, `until-far`: left
   * out from that level of detail on; `from-close`: drawn at the closest alone; `far-name`: from afar alone; `far-dot`: a dot from afar.
   */
  readonly className?: string;
  /** Drawn on the page alone: what a pointer or a state needs, and names seen from afar. */
  readonly pageOnly?: true;
}

export interface CirclePrimitive extends Common {
  readonly tag: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly paint: SvgPaint;
}

/** `x` and `y` are its upper left corner. */
export interface RectPrimitive extends Common {
  readonly tag: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly corner: number;
  readonly paint: SvgPaint;
}

export interface PathPrimitive extends Common {
  readonly tag: 'path';
  readonly d: string;
  readonly transform?: SvgTransform;
  readonly paint: SvgPaint;
}

/** One line of text. Where a path is given it runs along it, around its middle. */
export interface TextPrimitive extends Common {
  readonly tag: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly along?: string;
  readonly paint: TextPaint;
}

/** A sign around its place. `strokeWidth` is measured in a square of 24, whatever its size. */
export interface IconPrimitive extends Common {
  readonly tag: 'icon';
  readonly icon: IconName;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly strokeWidth: number;
  readonly color: Color;
}

/** Text that flows in a box, as much as it has room for. `x` and `y` are its upper left corner. */
export interface ProsePrimitive extends Common {
  readonly tag: 'prose';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lineHeight: number;
  readonly paint: TextPaint;
}

interface GroupPrimitive extends Common {
  readonly tag: 'group';
  readonly children: readonly Primitive[];
}

export type Primitive =
  | CirclePrimitive
  | RectPrimitive
  | PathPrimitive
  | TextPrimitive
  | IconPrimitive
  | ProsePrimitive
  | GroupPrimitive;
