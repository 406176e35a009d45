/**
 * The version of Yjs that the server's handling of updates was written against. It reads and writes the update
 * format byte by byte and looks at fields of Yjs that are no public interface; a patch release may change them. With
 * another version, look through these first, then run the fuzzers (`npm run fuzz`) and change the number here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const VERSION = '13.6.33';

/** What each file relies on. */
const RELIES_ON: Readonly<Record<string, string>> = {
  'structs.ts': 'id, length and order of structs',
  'updateIntegrity.ts':
    'UpdateDecoderV1 and decodeUpdateV2; the order in which integration resolves dependencies',
  'gate.ts': 'Item.getMissing and Item.integrate; contents and parents of items; store.clients',
  'integrationCost.ts': 'the walk of Item.integrate over _start, _map and right; splitting in store.clients',
  'textRepair.ts': '_start, _item, getItem; that a stated right neighbour is not checked',
  'pendingMoves.ts': '_map, _item, transaction.local, pendingStructs; the order of a state vector',
  'encodedDoc.ts': 'changed and deleteSet of a transaction, _item',
  'moves.ts': 'the bytes of an update that replaces values under keys',
  'mergeUpdates.ts': 'the bytes of structs of every content that a view has',
  'deleteSet.ts': 'the bytes of a delete set',
};

function read<Json>(path: string): Json {
  return JSON.parse(readFileSync(path, 'utf8'));
}

describe('Yjs', () => {
  it('is of the version whose internals the server relies on', () => {
    const installed = read<{ version: string }>('node_modules/yjs/package.json');
    const locked = read<{ packages: Record<string, { version: string }> }>('package-lock.json');
    expect(installed.version).toBe(VERSION);
    expect(locked.packages['node_modules/yjs']?.version).toBe(VERSION);
  });

  it('is relied on in files that are there', () => {
    const files = readdirSync('server/yjs');
    expect(Object.keys(RELIES_ON).filter((file) => !files.includes(file))).toEqual([]);
  });
});
