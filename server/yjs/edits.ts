/**
 * The types in which the rest of the server speaks of a view's doc: what a client did to it, and what it should
 * hold, as elements and fields instead of Yjs types. Names are the view's.
 */
import type { ElementRoot } from '../../shared/model/fields.ts';
import type { BoardField, Field } from '../../shared/protocol.ts';

/** Fields as a client sent them: any keys, any values; texts as strings. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields that a doc should hold of an element, texts as strings; absent: the element has none. */
export type ElementFields = Readonly<Partial<Record<Field, unknown>>>;

/** The fields that a doc should hold of the board itself; undefined: none. */
export type BoardFields = Readonly<Record<BoardField, unknown>>;

export type DeltaPart = { retain: number } | { insert: string } | { delete: number };

/** A change of a text: a Yjs delta without formats. Lengths count UTF-16 code units, as Yjs does. */
export type TextDelta = readonly DeltaPart[];

/** How texts of one element came to what they are now, where that is known. */
export type TextDeltas = ReadonlyMap<Field, readonly TextDelta[]>;

export type Edit =
  /** An element under a name that had none, or instead of the one that had it. */
  | { type: 'put'; root: ElementRoot; name: string; fields: Fields }
  | { type: 'delete'; root: ElementRoot; name: string }
  /** A plain field; undefined when its key was removed. */
  | { type: 'set'; root: ElementRoot; name: string; field: string; value: unknown }
  /** A text as it reads now, and how it came to; no delta when it was replaced as a whole. */
  | { type: 'text'; root: ElementRoot; name: string; field: string; value: string; delta: TextDelta | null }
  | { type: 'board'; field: string; value: unknown };

/** Why an update was not applied. */
export interface UpdateRejection {
  readonly violation: string;
  /** It is sound as far as can be told, and builds on something that may still be on its way. */
  readonly isIncomplete: boolean;
}
