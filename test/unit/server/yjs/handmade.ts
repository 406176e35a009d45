/**
 * Yjs updates written by hand, byte for byte as the first update format has them: what no Yjs would write.
 */
import * as encoding from 'lib0/encoding';

/** Client id and clock. */
export type Ref = readonly [client: number, clock: number];

export type Content =
  | { gc: number }
  | { skip: number }
  | { deleted: number }
  | { json: readonly unknown[] }
  | { binary: Uint8Array }
  | { string: string }
  | { embed: unknown }
  | { format: readonly [key: string, value: unknown] }
  | { type: keyof typeof TYPES }
  | { any: readonly unknown[] }
  /** Bytes of values as they stand. */
  | { rawAny: Uint8Array; count: number }
  | { doc: string };

export type Struct = Content & {
  readonly origin?: Ref;
  readonly right?: Ref;
  /** A root's name, or the item that holds the type. Left out, the neighbours decide. */
  readonly parent?: string | Ref;
  readonly key?: string;
};

export interface Section {
  readonly client: number;
  readonly clock?: number;
  readonly structs: readonly Struct[];
  /** What the header says, where that differs. */
  readonly count?: number;
}

export interface HandmadeUpdate {
  readonly sections?: readonly Section[];
  readonly deletes?: readonly (readonly [client: number, ranges: readonly (readonly [number, number])[]])[];
}

const TYPES = { Array: 0, Map: 1, Text: 2, XmlElement: 3, XmlFragment: 4, XmlHook: 5, XmlText: 6 } as const;
const REFS: readonly (readonly [string, number])[] = [
  ['gc', 0],
  ['skip', 10],
  ['deleted', 1],
  ['json', 2],
  ['binary', 3],
  ['string', 4],
  ['embed', 5],
  ['format', 6],
  ['type', 7],
  ['any', 8],
  ['rawAny', 8],
  ['doc', 9],
];

export function handmade({ sections = [], deletes = [] }: HandmadeUpdate): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, sections.length);
    for (const { client, clock = 0, structs, count = structs.length } of sections) {
      encoding.writeVarUint(encoder, count);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      for (const struct of structs) writeStruct(encoder, struct);
    }
    encoding.writeVarUint(encoder, deletes.length);
    for (const [client, ranges] of deletes) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length);
      for (const [clock, length] of ranges) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
      }
    }
  });
}

/** One section of one client, from the clock given. */
export function from(client: number, clock: number, ...structs: Struct[]): Uint8Array {
  return handmade({ sections: [{ client, clock, structs }] });
}

function writeStruct(encoder: encoding.Encoder, struct: Struct): void {
  const ref = REFS.find(([name]) => name in struct)?.[1] ?? 0;
  if ('gc' in struct || 'skip' in struct) {
    encoding.writeUint8(encoder, ref);
    encoding.writeVarUint(encoder, 'gc' in struct ? struct.gc : struct.skip);
    return;
  }
  const { origin, right, parent, key } = struct;
  const flags = (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (key === undefined ? 0 : 0x20);
  encoding.writeUint8(encoder, ref | flags);
  for (const id of [origin, right]) if (id !== undefined) writeId(encoder, id);
  if (origin === undefined && right === undefined) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0);
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent);
    else writeId(encoder, parent ?? [0, 0]);
    if (key !== undefined) encoding.writeVarString(encoder, key);
  }
  writeContent(encoder, struct);
}

function writeId(encoder: encoding.Encoder, [client, clock]: Ref): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}

function writeContent(encoder: encoding.Encoder, content: Content): void {
  if ('deleted' in content) encoding.writeVarUint(encoder, content.deleted);
  else if ('json' in content) {
    encoding.writeVarUint(encoder, content.json.length);
    for (const value of content.json) encoding.writeVarString(encoder, JSON.stringify(value));
  } else if ('binary' in content) encoding.writeVarUint8Array(encoder, content.binary);
  else if ('string' in content) encoding.writeVarString(encoder, content.string);
  else if ('embed' in content) encoding.writeVarString(encoder, JSON.stringify(content.embed));
  else if ('format' in content) {
    encoding.writeVarString(encoder, content.format[0]);
    encoding.writeVarString(encoder, JSON.stringify(content.format[1]));
  } else if ('type' in content) {
    encoding.writeVarUint(encoder, TYPES[content.type]);
    if (content.type === 'XmlElement' || content.type === 'XmlHook') encoding.writeVarString(encoder, 'p');
  } else if ('any' in content) {
    encoding.writeVarUint(encoder, content.any.length);
    for (const value of content.any) encoding.writeAny(encoder, value as encoding.AnyEncodable);
  } else if ('rawAny' in content) {
    encoding.writeVarUint(encoder, content.count);
    encoding.writeUint8Array(encoder, content.rawAny);
  } else if ('doc' in content) {
    encoding.writeVarString(encoder, content.doc);
    encoding.writeAny(encoder, {});
  }
}
