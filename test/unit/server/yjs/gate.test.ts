import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { inspect } from '../../../../server/yjs/gate.ts';
import { flawsOf } from './flaws.ts';
import { from, handmade, type Struct } from './handmade.ts';
import {
  ALSO_MINE,
  at,
  clockOf,
  firstCharacter,
  judge,
  MINE,
  RETIRED,
  SERVER,
  sampleDoc,
  THEIRS,
  text,
} from './sampleDoc.ts';

const doc = sampleDoc();
const NEXT = clockOf(doc, MINE);
const ADA = at(doc, 'nodes', 'ada');
const ADA_LABEL = at(doc, 'nodes', 'ada', 'label');
const ADA_KIND = at(doc, 'nodes', 'ada', 'kind');
const A = firstCharacter(doc, 'ada');
const OWN = at(doc, 'nodes', 'own');
const OWN_LABEL = at(doc, 'nodes', 'own', 'label');
const BOARD_TITLE = at(doc, 'board', 'title');
/** The clock under which the sender wrote an element that is deleted and collected. */
const COLLECTED = Number([...(doc.store.clients.get(MINE) ?? [])].find((s) => s instanceof Y.GC)?.id.clock);

const next = (...structs: Struct[]) => from(MINE, NEXT, ...structs);

/** What a page would send for a change. */
function edit(change: (nodes: Y.Map<Y.Map<unknown>>, page: Y.Doc) => void, client = MINE): Uint8Array {
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(sampleDoc()));
  page.clientID = client;
  const state = Y.encodeStateVector(page);
  page.transact(() => change(page.getMap('nodes'), page));
  return Y.encodeStateAsUpdate(page, state);
}

function nested(levels: number): Uint8Array {
  return encoding.encode((encoder) => {
    for (let level = 0; level < levels; level += 1) {
      encoding.writeUint8(encoder, 117);
      encoding.writeVarUint(encoder, 1);
    }
    encoding.writeUint8(encoder, 126);
  });
}

function anyOf(write: (encoder: encoding.Encoder) => void): Struct {
  return { rawAny: encoding.encode(write), count: 1, parent: ADA, key: 'position' };
}

type Case = readonly [what: string, update: Uint8Array, why: string, harm: string | null];

const SHAPE: readonly Case[] = [
  ['an unknown root', next({ any: [1], parent: 'secret', key: 'a' }), 'an unknown root', 'root secret'],
  [
    'a list item in a root',
    next({ any: [1], parent: 'nodes' }),
    'a list item in a map',
    'a list item in a map',
  ],
  [
    'a list item in an element',
    next({ any: [1], parent: ADA }),
    'a list item in a map',
    'a list item in a map',
  ],
  [
    'a number where an element belongs',
    edit((nodes) => (nodes as Y.Map<unknown>).set('ada', 5)),
    'a value of the wrong type',
    'nodes.ada is no map',
  ],
  [
    'a text where an element belongs',
    edit((nodes) => (nodes as Y.Map<unknown>).set('ada', new Y.Text('x'))),
    'a value of the wrong type',
    'nodes.ada is no map',
  ],
  [
    'an array where an element belongs',
    edit((nodes) => (nodes as Y.Map<unknown>).set('ada', new Y.Array())),
    'a value of the wrong type',
    'nodes.ada is no map',
  ],
  [
    'a text where a value belongs',
    edit((nodes) => nodes.get('ada')?.set('caption', new Y.Text('x'))),
    'a value of the wrong type',
    'ContentType as caption',
  ],
  [
    'an array where a value belongs',
    edit((nodes) => nodes.get('ada')?.set('audience', Y.Array.from(['ada']))),
    'a value of the wrong type',
    'ContentType as audience',
  ],
  [
    'a map where a value belongs',
    edit((nodes) => nodes.get('ada')?.set('position', new Y.Map())),
    'a value of the wrong type',
    'ContentType as position',
  ],
  [
    'a subdocument where a value belongs',
    edit((nodes) => nodes.get('ada')?.set('caption', new Y.Doc())),
    'a value of the wrong type',
    'ContentDoc as caption',
  ],
  [
    'bytes where a value belongs',
    edit((nodes) => nodes.get('ada')?.set('caption', Uint8Array.of(1, 2))),
    'a value of the wrong type',
    'ContentBinary as caption',
  ],
  [
    'a value in the old JSON form',
    next({ json: ['x'], parent: ADA, key: 'caption' }),
    'a value of the wrong type',
    'ContentJSON as caption',
  ],
  [
    'characters where a value belongs',
    next({ string: 'x', origin: ADA_KIND }),
    'a value of the wrong type',
    'ContentString as kind',
  ],
  [
    'two values in one field',
    next({ any: ['x', 'y'], parent: ADA, key: 'caption' }),
    'a value of the wrong type',
    '2 values in one field',
  ],
  [
    'a value where a text belongs',
    edit((nodes) => nodes.get('ada')?.set('label', 'x')),
    'a value of the wrong type',
    'label is no text',
  ],
  [
    'an array where a text belongs',
    edit((nodes) => nodes.get('ada')?.set('notes', new Y.Array())),
    'a value of the wrong type',
    'notes is no text',
  ],
  [
    'an XML text where a text belongs',
    edit((nodes) => nodes.get('ada')?.set('label', new Y.XmlText('x'))),
    'a value of the wrong type',
    'label is no text',
  ],
  [
    'an XML fragment where a text belongs',
    edit((nodes) => nodes.get('ada')?.set('label', new Y.XmlFragment())),
    'a value of the wrong type',
    'label is no text',
  ],
  [
    'an XML element where an element belongs',
    edit((nodes) => (nodes as Y.Map<unknown>).set('ada', new Y.XmlElement('p'))),
    'a value of the wrong type',
    'nodes.ada is no map',
  ],
  [
    'a type where a value of the board belongs',
    next({ type: 'Text', parent: 'board', key: 'policy' }),
    'a value of the wrong type',
    'ContentType in board',
  ],
  [
    'something inside a value of the board',
    handmade({
      sections: [
        {
          client: MINE,
          clock: NEXT,
          structs: [
            { type: 'Map', parent: 'board', key: 'policy' },
            { any: [1], parent: [MINE, NEXT], key: 'x' },
          ],
        },
      ],
    }),
    'a value of the wrong type',
    'ContentType in board',
  ],
  [
    'an embed in a text',
    next({ embed: { image: 'x' }, parent: ADA_LABEL }),
    'something other than characters in a text',
    'ContentEmbed in a text',
  ],
  [
    'a format in a text',
    next({ format: ['bold', true], parent: ADA_LABEL }),
    'something other than characters in a text',
    'ContentFormat in a text',
  ],
  [
    'a type in a text',
    next({ type: 'Map', parent: ADA_LABEL }),
    'something other than characters in a text',
    'ContentType in a text',
  ],
  [
    'a right neighbour under a key',
    next({ any: ['x'], origin: ADA_KIND, right: A }),
    'a right neighbour under a key',
    null,
  ],
  ['a key in a text', next({ any: [1], parent: ADA_LABEL, key: 'x' }), 'a key in a text', 'a key in a text'],
  [
    'a map in a map in an element',
    next(
      { type: 'Map', parent: 'nodes', key: 'new' },
      { type: 'Map', parent: [MINE, NEXT], key: 'position' },
      { any: [1], parent: [MINE, NEXT + 1], key: 'x' },
    ),
    'a value of the wrong type',
    'ContentType as position',
  ],
  [
    'an unknown field',
    edit((nodes) => nodes.get('ada')?.set('secret', 'x')),
    'an unknown field',
    'key secret',
  ],
  [
    "a node's field on a link",
    edit((_nodes, page) => (page.getMap('links').get('tie') as Y.Map<unknown>).set('notes', new Y.Text())),
    'an unknown field',
    'key notes',
  ],
  [
    'an unknown field of the board',
    edit((_nodes, page) => page.getMap('board').set('x', 1)),
    'an unknown field',
    'key x',
  ],
  ...['__proto__', 'constructor', 'two words', '', 'x'.repeat(65), 'everyone'].map(
    (key): Case => [
      `an element under "${key.slice(0, 12)}"`,
      next({ type: 'Map', parent: 'nodes', key }),
      'a key that is no id',
      `key ${key.slice(0, 20)}`,
    ],
  ),
  [
    'the tombstone of a key that is no id',
    next({ deleted: 1, parent: 'nodes', key: 'not an id' }),
    'a key that is no id',
    'key not an id',
  ],
  [
    'the tombstone of an unknown field',
    next({ deleted: 1, parent: ADA, key: 'secret' }),
    'an unknown field',
    'key secret',
  ],
  [
    'the tombstone of an unknown field of the board',
    next({ deleted: 1, parent: 'board', key: 'secret' }),
    'an unknown field',
    'key secret',
  ],
];

const VALUES: readonly Case[] = [
  [
    'undefined',
    edit((nodes) => nodes.get('ada')?.set('caption', undefined)),
    'a value that is not plain',
    null,
  ],
  [
    'a value with another prototype',
    next(
      anyOf((encoder) => {
        encoding.writeUint8(encoder, 118);
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarString(encoder, '__proto__');
        encoding.writeAny(encoder, { x: 1 });
      }),
    ),
    'a value that is not plain',
    null,
  ],
  [
    'a value without a prototype',
    next(
      anyOf((encoder) => {
        encoding.writeUint8(encoder, 118);
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarString(encoder, '__proto__');
        encoding.writeAny(encoder, null);
      }),
    ),
    'a value that is not plain',
    null,
  ],
  [
    'a big integer',
    next(anyOf((encoder) => encoding.writeAny(encoder, 5n))),
    'a value that is not plain',
    null,
  ],
  [
    'bytes inside a value',
    next({ any: [{ x: Uint8Array.of(1) }], parent: ADA, key: 'position' }),
    'a value that is not plain',
    null,
  ],
  [
    'a value nested too deeply',
    next({ rawAny: nested(6), count: 1, parent: ADA, key: 'position' }),
    'a value nested too deeply',
    null,
  ],
];

const ORDER: readonly Case[] = [
  [
    'a gap after what is known',
    from(MINE, NEXT + 1, { any: ['x'], parent: ADA, key: 'caption' }),
    'a gap in the clocks',
    'pending structs',
  ],
  [
    'a gap within the update',
    next(
      { any: ['x'], parent: ADA, key: 'caption' },
      { skip: 1 },
      { any: ['y'], parent: ADA, key: 'caption' },
    ),
    'a gap in the clocks',
    'pending structs',
  ],
  ['nothing but a skip', next({ skip: 5 }), 'a gap in the clocks', null],
  [
    'a missing left neighbour',
    next({ string: 'x', origin: [ALSO_MINE, 4] }),
    'a dependency is missing',
    'pending structs',
  ],
  [
    'a missing right neighbour',
    next({ string: 'x', right: [SERVER, 99_999] }),
    'a dependency is missing',
    'pending structs',
  ],
  [
    'a missing parent',
    next({ any: ['x'], parent: [ALSO_MINE, 0], key: 'caption' }),
    'a dependency is missing',
    'pending structs',
  ],
  [
    'an item to the right of itself',
    next({ string: 'x', origin: [MINE, NEXT] }),
    'a dependency is missing',
    'it throws',
  ],
  [
    'an item inside itself',
    next({ type: 'Map', parent: [MINE, NEXT], key: 'label' }),
    'a dependency is missing',
    'it throws',
  ],
  [
    'two clients that wait for each other',
    handmade({
      sections: [
        { client: ALSO_MINE, structs: [{ string: 'x', origin: [MINE, NEXT] }] },
        { client: MINE, clock: NEXT, structs: [{ string: 'y', origin: [ALSO_MINE, 0] }] },
      ],
    }),
    'a dependency is missing',
    'pending structs',
  ],
  [
    'a deletion of the future',
    handmade({ deletes: [[MINE, [[NEXT, 1]]]] }),
    'a deletion of what does not exist',
    'pending deletions',
  ],
  [
    'a deletion that reaches into the future',
    handmade({ deletes: [[MINE, [[NEXT - 1, 2]]]] }),
    'a deletion of what does not exist',
    'pending deletions',
  ],
  [
    'a deletion under an unknown client id',
    handmade({ deletes: [[12345, [[0, 1]]]] }),
    'a deletion of what does not exist',
    'pending deletions',
  ],
  [
    'a deletion of nothing',
    handmade({ deletes: [[MINE, [[0, 0]]]] }),
    'a deletion of what does not exist',
    null,
  ],
  [
    'a known item that asks for what is missing',
    from(MINE, OWN[1], { type: 'Map', origin: [ALSO_MINE, 3] }),
    'a dependency is missing',
    'pending structs',
  ],
  ['an empty struct', next({ gc: 0 }), 'a gap in the clocks', null],
  ['an empty run of characters', next({ string: '', parent: ADA_LABEL }), 'a gap in the clocks', null],
  ['a clock beyond all use', next({ gc: 2 ** 41 }), 'a clock out of range', null],
  ['a clock that cannot be counted', next({ gc: Number.MAX_SAFE_INTEGER }), 'a clock out of range', null],
];

/** What a sender may build only by lying about what it wrote earlier, or twice in one update. */
const LIES: readonly Case[] = [
  [
    'a client id that comes twice, of which Yjs reads the second half only',
    handmade({
      sections: [
        { client: MINE, clock: NEXT, structs: [{ type: 'Map', parent: 'nodes', key: 'new' }] },
        { client: MINE, clock: NEXT + 1, structs: [{ any: ['x'], parent: [MINE, NEXT], key: 'caption' }] },
      ],
    }),
    'a client id that comes twice',
    'pending structs',
  ],
  [
    'a client id that comes again with nothing, which Yjs takes for all there is',
    handmade({
      sections: [
        { client: ALSO_MINE, structs: [{ type: 'Map', parent: 'nodes', key: 'new' }] },
        { client: ALSO_MINE, structs: [] },
        { client: MINE, clock: NEXT, structs: [{ any: ['x'], parent: [ALSO_MINE, 0], key: 'caption' }] },
      ],
    }),
    'a client id that comes twice',
    'pending structs',
  ],
  [
    'a known text passed off as an element',
    handmade({
      sections: [
        {
          client: MINE,
          clock: OWN_LABEL[1],
          structs: [
            { type: 'Map', parent: 'nodes', key: 'new' },
            { deleted: NEXT - OWN_LABEL[1] - 1, parent: 'nodes', key: 'new' },
            { any: ['x'], parent: OWN_LABEL, key: 'caption' },
          ],
        },
      ],
    }),
    'a key in a text',
    'a key in a text',
  ],
  [
    'known characters that go on in another text',
    // The last thing the sender wrote lies in a deleted element.
    from(MINE, COLLECTED, { string: 'x'.repeat(NEXT - COLLECTED + 2), parent: ADA_LABEL }),
    'a struct that goes on elsewhere than it began',
    'it throws',
  ],
];

describe('[B-3.1] the gate refuses, for the reason it names, and so keeps from the doc what Yjs would make of it:', () => {
  it.each([...SHAPE, ...VALUES, ...ORDER, ...LIES])('%s', (_what, update, why, harm) => {
    const judgement = judge(update);
    expect(judgement.ok).toBe(false);
    expect(judgement.why).toBe(why);
    if (harm === null) expect(judgement.harm).toEqual([]);
    else expect(judgement.harm).toContain(harm);
  });
});

describe('a struct that the server knows the beginning of', () => {
  const twoTexts = () => {
    const made = sampleDoc();
    made.clientID = MINE;
    text(made, 'ada').insert(3, 'abc');
    made.clientID = SERVER;
    return made;
  };
  const start = clockOf(sampleDoc(), MINE);
  const beforeIt = [A[0], A[1] + 2] as const;

  it('is taken when it goes on where it began', () => {
    const update = from(MINE, start, { string: 'abcdef', origin: beforeIt });
    const made = twoTexts();
    expect(judge(update, twoTexts)).toMatchObject({ ok: true, harm: [] });
    Y.applyUpdate(made, update);
    expect(text(made, 'ada').toString()).toBe('Adaabcdef');
  });

  it('is refused when it goes on in another text', () => {
    const update = from(MINE, start, { string: 'abcdef', parent: OWN_LABEL });
    const judgement = judge(update, twoTexts);
    expect(judgement).toMatchObject({ ok: false, why: 'a struct that goes on elsewhere than it began' });
    expect(judgement.harm).toContain('a text of another length than it says');
  });

  it('is refused when it goes on as the tombstone of an element', () => {
    const update = from(MINE, start, { deleted: 6, parent: 'nodes', key: 'new' });
    const judgement = judge(update, twoTexts);
    expect(judgement).toMatchObject({ ok: false, why: 'a struct that goes on elsewhere than it began' });
    expect(judgement.harm).toContain('an item outside its parent');
  });

  it('is refused when the beginning is collected and the end would live', () => {
    const made = () => {
      const doc = sampleDoc();
      doc.clientID = MINE;
      text(doc, 'other').insert(5, 'abc');
      doc.clientID = SERVER;
      doc.getMap('nodes').delete('other');
      return doc;
    };
    const update = from(MINE, start, { string: 'abcdef', parent: ADA_LABEL });
    const judgement = judge(update, made);
    expect(judgement).toMatchObject({ ok: false, why: 'a struct that goes on elsewhere than it began' });
    expect(judgement.harm).toEqual(['it throws']);
  });

  it('is taken when the whole of it is collected', () => {
    const made = () => {
      const doc = sampleDoc();
      doc.clientID = MINE;
      text(doc, 'other').insert(5, 'abc');
      doc.clientID = SERVER;
      doc.getMap('nodes').delete('other');
      return doc;
    };
    const origin = [THEIRS, firstCharacter(sampleDoc(), 'other')[1] + 4] as const;
    expect(judge(from(MINE, start, { string: 'abcdef', origin }), made)).toMatchObject({
      ok: true,
      harm: [],
    });
  });

  it('may be told again in full, even differently: Yjs reads none of it', () => {
    const made = twoTexts();
    const update = from(MINE, start, { string: 'xyz', origin: beforeIt });
    expect(judge(update, twoTexts)).toMatchObject({ ok: true, harm: [] });
    Y.applyUpdate(made, update);
    expect(text(made, 'ada').toString()).toBe('Adaabc');
  });

  it('is judged in no time when known items name each other as neighbours', () => {
    const update = handmade({
      sections: [
        {
          client: MINE,
          clock: OWN_LABEL[1],
          structs: [
            { deleted: 1, origin: [MINE, OWN_LABEL[1] + 1] },
            { deleted: 1, origin: [MINE, OWN_LABEL[1]] },
          ],
        },
      ],
    });
    expect(judge(update).harm).toEqual([]);
  });
});

describe('[B-3.4] client ids', () => {
  const write: Struct = { any: ['x'], parent: ADA, key: 'caption' };

  it.each([
    ["somebody else's", THEIRS],
    ["the server's", SERVER],
    ["a retired server's", RETIRED],
  ])('%s is refused', (_whose, client) => {
    expect(judge(from(client, clockOf(doc, client), write))).toMatchObject({
      ok: false,
      why: "somebody else's client id",
    });
  });

  it.each([2 ** 32, 2 ** 40, Number.MAX_SAFE_INTEGER])('%i is out of range, whoever may write', (client) => {
    const verdict = inspect(from(client, 0, write), { doc: sampleDoc(), mayWriteAs: () => true });
    expect(verdict).toMatchObject({ ok: false, error: { violation: 'a client id out of range' } });
  });

  it('are looked at in every section, also one that comes late and one with nothing new', () => {
    const update = handmade({
      sections: [
        { client: MINE, clock: NEXT, structs: [write] },
        { client: THEIRS, clock: 0, structs: [{ gc: 1 }] },
      ],
    });
    expect(judge(update)).toMatchObject({ ok: false, why: "somebody else's client id" });
  });

  it('are reported, so that they become the sender’s', () => {
    const update = handmade({
      sections: [
        { client: MINE, clock: NEXT, structs: [write] },
        { client: ALSO_MINE, structs: [{ gc: 1 }] },
      ],
    });
    const verdict = inspect(update, { doc: sampleDoc(), mayWriteAs: () => true });
    expect(verdict).toMatchObject({ ok: true, value: { writers: new Set([MINE, ALSO_MINE]) } });
  });

  it('0xFFFFFFFF wins against what it did not know, and loses against what is written after it', () => {
    const made = sampleDoc();
    const update = from(0xffffffff, 0, { any: ['mine'], parent: ADA, key: 'caption' });
    expect(inspect(update, { doc: made, mayWriteAs: () => true }).ok).toBe(true);
    (made.getMap('nodes').get('ada') as Y.Map<unknown>).set('caption', 'of the server');
    Y.applyUpdate(made, update);
    const ada = made.getMap('nodes').get('ada') as Y.Map<unknown>;
    expect(ada.get('caption')).toBe('mine');
    ada.set('caption', 'repaired');
    Y.applyUpdate(made, update);
    expect(ada.get('caption')).toBe('repaired');
  });
});

describe('the gate takes', () => {
  it.each<[string, Uint8Array]>([
    ['a new element', edit((nodes) => nodes.set('new', new Y.Map([['kind', 'person']])))],
    ['a field', edit((nodes) => nodes.get('ada')?.set('position', { x: 1, y: 2 }))],
    ['a field removed', edit((nodes) => nodes.get('ada')?.delete('access'))],
    ['typing', edit((_nodes, page) => text(page, 'ada').insert(1, 'ü🙂'))],
    ['a deletion', edit((nodes) => nodes.delete('other'))],
    ['the title', edit((_nodes, page) => page.getMap('board').set('title', 'T'))],
    ['a text in place of a text', edit((nodes) => nodes.get('ada')?.set('label', new Y.Text('x')))],
    ['a bare map in place of an element', edit((nodes) => nodes.set('ada', new Y.Map()))],
    ['a value as deep as the model has', edit((nodes) => nodes.get('ada')?.set('position', [[[[1]]]]))],
    ['collected structs', next({ gc: 12 })],
    ['an unknown type inside what was collected', next({ embed: 'x', parent: [MINE, COLLECTED] })],
    ['an item inside a plain value, which Yjs collects', next({ any: [1], parent: ADA_KIND, key: 'x' })],
    [
      'an item whose right neighbour lies in another parent: the left one decides',
      next({ string: 'x', origin: A, right: BOARD_TITLE }),
    ],
    ['an item with a right neighbour only', next({ string: 'x', right: A })],
    ['an update with nothing in it', handmade({})],
    ['a section with nothing in it', handmade({ sections: [{ client: THEIRS, structs: [] }] })],
    ['the whole of what the sender wrote, again', edit(() => undefined)],
    [
      'clients that build on each other in turns',
      handmade({
        sections: [
          {
            client: ALSO_MINE,
            structs: [
              { string: 'b', origin: [MINE, NEXT] },
              { string: 'd', origin: [MINE, NEXT + 1] },
            ],
          },
          {
            client: MINE,
            clock: NEXT,
            structs: [
              { string: 'a', origin: A },
              { string: 'c', origin: [ALSO_MINE, 0] },
            ],
          },
        ],
      }),
    ],
  ])('%s', (_what, update) => {
    expect(judge(update)).toEqual({ ok: true, why: null, isIncomplete: false, harm: [] });
  });

  it('an update twice, and an overlapping resend', () => {
    const page = new Y.Doc();
    Y.applyUpdate(page, Y.encodeStateAsUpdate(sampleDoc()));
    page.clientID = ALSO_MINE;
    const made = sampleDoc();
    const gate = { doc: made, mayWriteAs: (client: number) => client === ALSO_MINE };
    const state = Y.encodeStateVector(page);
    text(page, 'ada').insert(0, 'abc');
    const first = Y.encodeStateAsUpdate(page, state);
    for (let time = 0; time < 2; time += 1) {
      expect(inspect(first, gate).ok).toBe(true);
      Y.applyUpdate(made, first);
    }
    text(page, 'ada').insert(3, 'def');
    const both = Y.encodeStateAsUpdate(page, state);
    expect(inspect(both, gate).ok).toBe(true);
    Y.applyUpdate(made, both);
    expect(text(made, 'ada').toString()).toBe('abcdefAda');
    expect(flawsOf(made)).toEqual([]);
  });

  it('a long absence: thousands of structs and deletions of several client ids', () => {
    const page = new Y.Doc();
    Y.applyUpdate(page, Y.encodeStateAsUpdate(sampleDoc()));
    const state = Y.encodeStateVector(page);
    const nodes = page.getMap('nodes') as Y.Map<Y.Map<unknown>>;
    for (let count = 0; count < 4000; count += 1) {
      page.clientID = count % 200 < 100 ? MINE : ALSO_MINE;
      if (count % 10 === 0) nodes.set(`n${count}`, new Y.Map([['kind', 'person']]));
      else nodes.get(`n${count - (count % 10)}`)?.set('position', { x: count, y: 0 });
      if (count % 50 === 49) nodes.delete(`n${count - (count % 10)}`);
      text(page, 'ada').insert(count % 3, 'x');
    }
    const update = Y.encodeStateAsUpdate(page, state);
    expect(judge(update)).toMatchObject({ ok: true, harm: [] });
    const made = sampleDoc();
    Y.applyUpdate(made, update);
    expect(made.getMap('nodes').toJSON()).toEqual(page.getMap('nodes').toJSON());
  });
});

describe('[B-3.2] what is no update', () => {
  const sound = edit((nodes) => {
    nodes.set('new', new Y.Map<unknown>([['label', new Y.Text('hello')]]));
    nodes.delete('other');
  });

  it.each(Array.from({ length: sound.length }, (_, length) => length))(
    'is refused whole, cut off after %i bytes',
    (length) => {
      expect(judge(sound.subarray(0, length))).toMatchObject({ ok: false, why: 'not a Yjs update' });
    },
  );

  it('is refused when a deep nest overflows the stack', () => {
    const update = next({ rawAny: nested(40_000), count: 1, parent: ADA, key: 'position' });
    expect(judge(update).ok).toBe(false);
  });

  it('is refused when it claims more structs than it has', () => {
    const update = handmade({ sections: [{ client: MINE, clock: NEXT, structs: [], count: 2 ** 40 }] });
    expect(judge(update)).toMatchObject({ ok: false, why: 'not a Yjs update' });
  });

  it('is refused when it is a struct of no known kind', () => {
    for (let info = 0; info < 256; info += 1) {
      const update = Uint8Array.of(1, 1, MINE, NEXT, info, 0, 0, 0, 0, 0);
      const { ok, harm } = judge(update);
      if (ok) expect(harm).toEqual([]);
    }
  });
});

describe('[B-3.3] an update that is too much', () => {
  it('is refused for its structs', () => {
    const structs = Array.from({ length: 200_001 }, (): Struct => ({ gc: 1 }));
    const update = handmade({ sections: [{ client: MINE, clock: NEXT, structs }] });
    const verdict = inspect(update, { doc: sampleDoc(), mayWriteAs: () => true });
    expect(verdict).toMatchObject({ ok: false, error: { violation: 'too many structs' } });
  });

  it('is refused for its deletions', () => {
    const ranges = Array.from({ length: 200_001 }, () => [0, 1] as const);
    const update = handmade({ deletes: [[MINE, ranges]] });
    const verdict = inspect(update, { doc: sampleDoc(), mayWriteAs: () => true });
    expect(verdict).toMatchObject({ ok: false, error: { violation: 'too many deletions' } });
  });

  it('is refused for its client ids', () => {
    const sections = Array.from({ length: 1_001 }, (_, client) => ({ client, structs: [] }));
    expect(judge(handmade({ sections }))).toMatchObject({ ok: false, why: 'too many client ids' });
  });

  it('is judged in time that grows with its size when each client waits for the next, again and again', () => {
    const CLIENTS = 1_000;
    const first = 10_000;
    const sections = Array.from({ length: CLIENTS }, (_, index) => ({
      client: first + index,
      structs: Array.from({ length: 150 }, (_, clock): Struct => {
        if (index < CLIENTS - 1) return { string: 'x', origin: [first + index + 1, clock] };
        return { string: 'x', origin: clock === 0 ? A : [first, clock - 1] };
      }),
    }));
    let looked = 0;
    const looking = new Y.Doc();
    Y.applyUpdate(looking, Y.encodeStateAsUpdate(sampleDoc()));
    const { clients } = looking.store;
    const get = clients.get.bind(clients);
    clients.get = (client) => {
      looked += 1;
      return get(client);
    };
    for (const root of ['nodes', 'links', 'board']) looking.getMap(root);
    expect(inspect(handmade({ sections }), { doc: looking, mayWriteAs: () => true }).ok).toBe(true);
    // Sweeping over all clients for each struct that gets ready would look at a hundred million.
    expect(looked).toBeLessThan(20 * CLIENTS * 150);
  });
});
