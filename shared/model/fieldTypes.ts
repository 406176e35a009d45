/**
 * The types that fields of elements have. A type parses what comes from outside, bounds included (`schema`), and
 * tells the shape alone (`is`), for what was accepted once: bounds may be tightened later, and what is on disk
 * or in a doc must still be read. The tag says how the value is written to other programs' files. Pure.
 */
import * as v from 'valibot';
import { isId, isViewpoint, type NodeId, NodeIdSchema, type Viewpoint, ViewpointSchema } from './ids.ts';

interface ParsedType<Value> {
  readonly schema: v.GenericSchema<unknown, Value>;
  readonly is: (value: unknown) => value is Value;
}

export interface TextType extends ParsedType<string> {
  readonly tag: 'text';
  /** UTF-16 code units. */
  readonly maxLength: number;
}

/** Two numbers under two names. */
export interface PairType<Key extends string = string> extends ParsedType<Readonly<Record<Key, number>>> {
  readonly tag: 'pair';
  readonly keys: readonly [Key, Key];
  /** Either of the numbers. */
  readonly each: v.GenericSchema<unknown, number>;
  readonly min: number;
  readonly max: number;
}

/** An index into the palette. */
export interface ColorType extends ParsedType<number> {
  readonly tag: 'color';
}

export interface FlagType extends ParsedType<boolean> {
  readonly tag: 'flag';
}

export interface ChoiceType<Value extends string = string> extends ParsedType<Value> {
  readonly tag: 'choice';
  readonly values: readonly Value[];
}

/** The id of a node: an end of a link. */
export interface NodeType extends ParsedType<NodeId> {
  readonly tag: 'node';
}

export interface ViewpointType extends ParsedType<Viewpoint> {
  readonly tag: 'viewpoint';
}

export interface ViewpointsType extends ParsedType<readonly Viewpoint[]> {
  readonly tag: 'viewpoints';
  readonly maxLength: number;
}

export type FieldType =
  | TextType
  | PairType
  | ColorType
  | FlagType
  | ChoiceType
  | NodeType
  | ViewpointType
  | ViewpointsType;

const isString = (value: unknown): value is string => typeof value === 'string';

/** `what` is the subject of a complaint: "A label". */
export function text(maxLength: number, what: string): TextType {
  const schema = v.pipe(
    v.string(`${what} is text.`),
    v.maxLength(maxLength, `${what} has at most ${maxLength} characters.`),
  );
  return { tag: 'text', schema, is: isString, maxLength };
}

export interface PairBounds {
  readonly min: number;
  readonly max: number;
  /** Complaints about a value that is no such pair, no finite number, too small, too large. */
  readonly says: Readonly<Record<'pair' | 'number' | 'min' | 'max', string>>;
}

export function pair<const Key extends string>(
  keys: readonly [Key, Key],
  { min, max, says }: PairBounds,
): PairType<Key> {
  const each = v.pipe(
    v.number(says.number),
    v.finite(says.number),
    v.minValue(min, says.min),
    v.maxValue(max, says.max),
  );
  const [first, second] = keys;
  const is = (value: unknown): value is Readonly<Record<Key, number>> => {
    if (typeof value !== 'object' || value === null) return false;
    const { [first]: a, [second]: b } = value as Record<string, unknown>;
    return Number.isFinite(a) && Number.isFinite(b);
  };
  // Keys that are a parameter are lost to inference: the schema has exactly these two.
  const entries = { [first]: each, [second]: each } as Record<Key, typeof each>;
  const schema = v.strictObject(entries, says.pair) as v.GenericSchema<
    unknown,
    Readonly<Record<Key, number>>
  >;
  return { tag: 'pair', schema, is, keys, each, min, max };
}

/** `entries` is how many the palette has. */
export function paletteIndex(entries: number): ColorType {
  const schema = v.pipe(
    v.number('A colour is a palette index.'),
    v.integer('A colour is a palette index.'),
    v.minValue(0, 'A colour is a palette index from 0.'),
    v.maxValue(entries - 1, `The palette ends at ${entries - 1}.`),
  );
  return { tag: 'color', schema, is: (value): value is number => typeof value === 'number' };
}

/** `name` is the field's, which a complaint begins with. */
export function flag(name: string): FlagType {
  const schema = v.boolean(`${name} is true or false.`);
  return { tag: 'flag', schema, is: (value): value is boolean => typeof value === 'boolean' };
}

export function choice<const Value extends string>(
  values: readonly Value[],
  what: string,
): ChoiceType<Value> {
  const schema = v.picklist(values, `${what} is one of ${values.join(', ')}.`);
  const is = (value: unknown): value is Value => values.includes(value as Value);
  return { tag: 'choice', schema, is, values };
}

export const nodeId: NodeType = {
  tag: 'node',
  schema: NodeIdSchema,
  is: (value): value is NodeId => isId(value),
};

export const viewpointId: ViewpointType = { tag: 'viewpoint', schema: ViewpointSchema, is: isViewpoint };

export function viewpointList(maxLength: number, what: string): ViewpointsType {
  const schema = v.pipe(
    v.array(ViewpointSchema, `${what} is a list of viewpoints.`),
    v.maxLength(maxLength, `${what} names at most ${maxLength} viewpoints.`),
  );
  const is = (value: unknown): value is readonly Viewpoint[] =>
    Array.isArray(value) && value.every(isViewpoint);
  return { tag: 'viewpoints', schema, is, maxLength };
}
