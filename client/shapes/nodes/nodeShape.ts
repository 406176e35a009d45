/** What a kind of node says about how it is drawn and handled: on the canvas, in images, maps, lists and thumbnails. Pure. */
import type { Position, Size } from '../../../shared/model/element.ts';
import type { Disclosure } from '../../../shared/model/kinds.ts';
import type { Color } from '../colors.ts';
import type { Form } from '../forms.ts';
import type { IconName } from '../icons.ts';
import type { Primitive } from '../primitives.ts';

/** What of a node its drawing shows. */
export interface DrawnNode extends Size {
  readonly label: string;
  readonly caption: string;
  /** Only where the drawing shows them: a person's. */
  readonly notes: string;
  readonly disclosure: Disclosure | null;
  /** Initials of a cell's members whose discs lie somewhere else. */
  readonly seats: readonly string[];
}

interface DrawContext {
  /** What the kind is called, for groups without a caption. */
  readonly kindName: string;
  readonly isSelected: boolean;
  /** What a name that lies outside the shape stands on. */
  readonly ground: Color;
}

/** Where a name is typed, from the centre of the node. */
interface NameField {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly look: NameLook;
}

export type NameLook =
  /** A line under or over a shape. */
  | { readonly is: 'plain' }
  | { readonly is: 'heading'; readonly align: 'middle' | 'start' }
  /** As many lines as fit: Enter makes a new one. */
  | { readonly is: 'prose'; readonly height: number };

export interface NodeShape {
  /** Its boundary: what lies inside, where links end, what rings and glows follow. */
  readonly form: Form;
  /** What it is filled with. Names that lie in it have a halo of it. */
  readonly fill: Color;
  /** Whether it has a hue, of its own or of the group it lies in. */
  readonly isColored: boolean;
  /** What lies over what: 0 at the bottom. Links are drawn between 2 and 4. */
  readonly layer: number;
  /** The smallest it can be made; null where its size never changes. */
  readonly smallest: Size | null;
  /** How far outside its boundary it is marked as selected, and handles stand. */
  readonly ring: number;
  /** How far outside its boundary something of it is drawn, names for instance. */
  readonly overhang: { readonly side: number; readonly above: number; readonly below: number };
  /** A name beneath the shape, from `top` to `bottom` below its centre, which links keep clear of. */
  readonly nameBelow: NameBelow | null;
  /** On the canvas and in images, around its centre. */
  draw(node: DrawnNode, context: DrawContext): readonly Primitive[];
  /** In lists: in a square of 24, around its centre. */
  glyph(label: string): readonly Primitive[];
  /** The hue of its glyph where it stands for the kind. */
  readonly sampleHue: number | null;
  /** Among the tools, for one who adds a node of the kind. */
  readonly toolIcon: IconName;
  /** In the thumbnail of a board, so large and around its centre. Lengths are pixels. */
  thumbnail(size: Size): readonly Primitive[];
  /** On the small map, where it is its plain outline. */
  mapColor(hue: number | null): Color;
  /** `side` is -1 where the name is in Arabic script, and what stands before a name on its other side. */
  nameField(size: Size, side: 1 | -1): NameField;
  /** The middle of the mark of what is locked: low on the left of the outline, where no badge and no handle is. */
  lockMark(size: Size): Position;
  /** How far above its upper edge the mark of what is unconfirmed stands. */
  readonly unconfirmedRise: number;
}

interface NameBelow {
  readonly top: number;
  readonly bottom: number;
  halfWidth(label: string): number;
}

/** Of a shape that has no name outside it and is handled at its boundary. */
export const CONTAINED = {
  ring: 0,
  overhang: { side: 0, above: 0, below: 0 },
  nameBelow: null,
  unconfirmedRise: 0,
} as const;

/** A point on a circle, so many degrees below the horizontal on the left. */
export function lowerLeft(radius: number, degrees: number): Position {
  const angle = (degrees * Math.PI) / 180;
  return { x: -radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

export const boxLockMark = ({ width, height }: Size): Position => ({ x: 8 - width / 2, y: height / 2 });
