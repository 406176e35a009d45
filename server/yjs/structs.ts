/** Structs of Yjs (items and what is left of collected ones), as arrays sorted by clock, and how to find one. */
import type * as Y from 'yjs';

export type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

/** By client id, sorted by clock, without gaps. */
export type Structs = ReadonlyMap<number, readonly Struct[]>;

/** Binary search for the struct that covers a clock. */
export function findStruct(structs: readonly Struct[] | undefined, clock: number): Struct | undefined {
  if (structs === undefined) return undefined;
  let low = 0;
  let high = structs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (struct === undefined) return undefined;
    if (clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return undefined;
}

/** Whether an id is one of those of an item. */
export function covers({ id, length }: Y.Item, { client, clock }: Y.ID): boolean {
  return id.client === client && id.clock <= clock && clock < id.clock + length;
}
