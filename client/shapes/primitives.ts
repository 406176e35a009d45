/**
 * What drawings are made of: SVG primitives as plain data. `Primitives.tsx` renders them with React, the images
 * write them as text, so that a shape is described once. Lengths are board units. Pure.
 */
import type { Color } from './colors.ts';

/** The look of a line or an area. What is left out is as SVG has it, save that nothing is filled. */
export interface SvgPaint {
  readonly fill?: Color;
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
  /** Of the text at its place; middle where it is left out. */
  readonly textAnchor?: 'start' | 'end';
}

/** Where a primitive drawn around the origin is put, and turned by how much. */
export interface SvgTransform {
  readonly x: number;
  readonly y: number;
  readonly degrees: number;
}

/** The nearest level of detail from which it is left out: `mid` and farther, or `far`. See levels.css. */
export type Detail = 'until-mid' | 'until-far';

interface Common {
  /** Names for the style sheet, which says how it looks in a state: hovered, selected, hidden by a lens. */
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

export interface GroupPrimitive extends Common {
  readonly tag: 'group';
  readonly children: readonly Primitive[];
}

export type Primitive = CirclePrimitive | RectPrimitive | PathPrimitive | TextPrimitive | GroupPrimitive;
