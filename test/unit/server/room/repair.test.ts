import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { updateFrame } from '../../../../server/room/messages.ts';
import { LIMITS } from '../../../../shared/model/limits.ts';
import { namedPolicy } from '../../../../shared/policies/policies.ts';
import { link, node } from '../../../helpers/smallBoard.ts';
import type { Client, World } from '../../../helpers/world.ts';
import { from } from '../yjs/handmade.ts';
import { join, labelOf, openRoom, put, record, refusals, restart, set, shows } from './openRoom.ts';

/** Cell 1 twice, and the facilitator; `own` is the cell's, `locked` too, `ada` and `hana` are not. */
async function cellOne(): Promise<{ world: World; author: Client; peer: Client; facilitator: Client }> {
  const world = await openRoom({
    more: [
      node('own', 'person', { owner: 'cell1' as never }),
      node('shut', 'person', { owner: 'cell1' as never, locked: true }),
      link('contact', ['own', 'ada'], { owner: 'cell1' as never }),
    ],
  });
  const author = await join(world, 'cell1');
  const peer = await join(world, 'cell1');
  const facilitator = await join(world, 'facilitator');
  return { world, author, peer, facilitator };
}

const text = (value: string) => new Y.Text(value);

describe('[B-5.3] what a page breaks is set back:', () => {
  it('an element replaced by a bare map gets its fields again, and keeps those that were new', async () => {
    const { world, author, peer } = await cellOne();
    const before = peer.nodes.get('own')?.toJSON();
    author.act(() => author.nodes.set('own', new Y.Map([['color', 3]])));
    await world.quiet();
    expect(author.nodes.get('own')?.toJSON()).toEqual({ ...before, color: 3 });
    expect(peer.picture).toEqual(author.picture);
    expect(refusals(author)).toEqual([]);
  });

  it.each<[string, string, Record<string, number>]>([
    ["somebody else's node", 'hana', { x: 5, y: 5 }],
    ['a locked node', 'shut', { x: 5, y: 5 }],
    ['a node, to where there is nothing,', 'own', { x: 1e300, y: Number.NaN }],
    ['a node, half,', 'own', { x: 5 }],
  ])('moving %s comes to nothing, also for a client id that has moved others before', async (_, name, to) => {
    const { world, author, peer, facilitator } = await cellOne();
    for (const x of [1, 2]) {
      author.act(() => author.nodes.get('own')?.set('position', { x, y: x }));
      await world.quiet();
    }
    const before = [author, peer, facilitator].map(({ picture }) => picture);
    author.act(() => author.nodes.get(name)?.set('position', to));
    await world.quiet();
    expect([author, peer, facilitator].map(({ picture }) => picture)).toEqual(before);
    expect(refusals(author).map(({ elements }) => elements)).toEqual([[name]]);
  });

  it('an element of somebody else, replaced by a bare map, stands as it was', async () => {
    const { world, author } = await cellOne();
    const before = author.picture;
    author.act(() => author.nodes.set('hana', new Y.Map()));
    await world.quiet();
    expect(author.picture).toEqual(before);
  });

  it.each(['label', 'notes', 'kind', 'position', 'access'])(
    'a %s that was removed comes back',
    async (field) => {
      const { world, author } = await cellOne();
      const before = author.picture;
      author.act(() => author.nodes.get('own')?.delete(field));
      await world.quiet();
      expect(author.picture).toEqual(before);
      expect(refusals(author).map(({ elements }) => elements)).toEqual([['own']]);
    },
  );

  it.each<[string, unknown]>([
    ['a number', 5],
    ['a string', 'x'],
    ['a list', new Y.Array()],
    ['a text', new Y.Text('x')],
  ])('%s in the place of an element closes the connection, and the element stands', async (_what, junk) => {
    const { world, author, peer } = await cellOne();
    const before = peer.picture;
    author.act(() => (author.nodes as Y.Map<unknown>).set('own', junk));
    await world.quiet();
    expect(author.closes).toEqual([4400]);
    expect(peer.picture).toEqual(before);
    await author.connect();
    await world.quiet();
    expect(author.picture).toEqual(before);
  });

  it('an element of another kind than it has is refused whole when made under its id', async () => {
    const { world, author } = await cellOne();
    put(author, 'own', { kind: 'tie', source: 'ada', target: 'bilal', label: text('') });
    await world.quiet();
    expect(author.links.has('own')).toBe(false);
    expect(author.nodes.has('own')).toBe(true);
    expect(refusals(author)).toEqual([{ elements: ['own'], reason: 'invalid' }]);
  });
});

describe('a refusal', () => {
  it('[B-5.4] is told to its author, by name and reason, and to nobody else', async () => {
    const { world, author, peer, facilitator } = await cellOne();
    set(author, 'hana', 'position', { x: 1, y: 1 });
    await world.quiet();
    expect(refusals(author)).toEqual([{ elements: ['hana'], reason: 'not-yours' }]);
    expect(refusals(peer)).toEqual([]);
    expect(refusals(facilitator)).toEqual([]);
    expect(author.picture).toEqual(peer.picture);
  });

  it('of a deletion keeps the links that were to go with the node', async () => {
    const world = await openRoom();
    const cell = await join(world, 'cell1');
    cell.act(() => {
      cell.nodes.delete('ada');
      for (const [id, link] of [...cell.links]) if (link.get('source') === 'ada') cell.links.delete(id);
    });
    await world.quiet();
    expect(shows(cell, 'ada')).toBe(true);
    expect(record(world, 'membership-ada-cell1')).toBeDefined();
    expect(shows(cell, 'membership-ada-cell1')).toBe(true);
    expect(refusals(cell).map(({ reason }) => reason)).toEqual(['not-yours']);
  });

  it('names all elements of one act that were refused for one reason', async () => {
    const { world, author } = await cellOne();
    author.act(() => {
      for (const id of ['hana', 'union', 'own', 'shut']) author.nodes.get(id)?.set('caption', 'mine');
    });
    await world.quiet();
    expect(refusals(author)).toEqual([
      { elements: ['hana', 'union'], reason: 'not-yours' },
      { elements: ['shut'], reason: 'locked' },
    ]);
    expect(author.nodes.get('own')?.get('caption')).toBe('mine');
  });

  it.each<[string, string, unknown, string]>([
    ['a colour beyond the palette', 'color', 99, 'invalid'],
    ['a position that is none', 'position', { x: 'far', y: 0 }, 'invalid'],
    ['a position out of range', 'position', { x: LIMITS.coordinate + 1, y: 0 }, 'invalid'],
    ['a caption too long', 'caption', 'x'.repeat(LIMITS.captionLength + 1), 'too-long'],
    ['another kind', 'kind', 'cell', 'fixed'],
    ['access', 'access', 'read', 'fixed'],
    ['a disclosure', 'disclosure', 'open', 'facilitator-only'],
    ['an audience', 'audience', ['everyone'], 'facilitator-only'],
    ['an owner', 'owner', 'everyone', 'facilitator-only'],
    ['a lock', 'locked', true, 'facilitator-only'],
  ])('of %s says so', async (_what, field, value, reason) => {
    const { world, author, peer } = await cellOne();
    const before = peer.picture;
    set(author, 'own', field, value);
    await world.quiet();
    expect(refusals(author)).toEqual([{ elements: ['own'], reason }]);
    expect(author.picture).toEqual(before);
  });

  it.each<[string, (author: Client) => void, string, string]>([
    [
      'deleting what is not one’s own',
      (author) => author.act(() => author.nodes.delete('hana')),
      'hana',
      'not-yours',
    ],
    ['deleting what is locked', (author) => author.act(() => author.nodes.delete('shut')), 'shut', 'locked'],
    [
      'a link to what is not there',
      (author) => put(author, 'l', { kind: 'tie', source: 'ada', target: 'nobody', label: text('') }),
      'l',
      'missing-end',
    ],
    [
      'a link to what is hidden',
      (author) => put(author, 'l', { kind: 'tie', source: 'ada', target: 'cell2', label: text('') }),
      'l',
      'missing-end',
    ],
    [
      'a link that cannot be',
      (author) => put(author, 'l', { kind: 'guidance', source: 'ada', target: 'bilal', label: text('') }),
      'l',
      'not-joinable',
    ],
    ['a node without a kind', (author) => put(author, 'n', { label: text('') }), 'n', 'invalid'],
    [
      'a title',
      (author) => author.act(() => author.doc.getMap('board').set('title', 'x')),
      '',
      'facilitator-only',
    ],
    [
      'a policy',
      (author) => author.act(() => author.doc.getMap('board').set('policy', namedPolicy('open'))),
      '',
      'facilitator-only',
    ],
  ])('of %s says so', async (_what, act, name, reason) => {
    const { world, author, peer } = await cellOne();
    const before = peer.picture;
    act(author);
    await world.quiet();
    expect(refusals(author)).toEqual([{ elements: name === '' ? [] : [name], reason }]);
    expect(author.picture).toEqual(before);
    expect(peer.picture).toEqual(before);
  });
});

describe('a viewer', () => {
  it('[B-5.2] changes nothing, and is told why for every change', async () => {
    const { world, peer } = await cellOne();
    const viewer = await join(world, 'cell1', 'viewer');
    const before = peer.picture;
    set(viewer, 'own', 'color', 1);
    put(viewer, 'n', { kind: 'person', label: text('') });
    put(viewer, 'l', { kind: 'tie', source: 'ada', target: 'own', label: text('') });
    viewer.act(() => viewer.nodes.delete('own'));
    viewer.act(() => viewer.doc.getMap('board').set('title', 'x'));
    await world.quiet();
    expect(viewer.picture).toEqual(before);
    expect(refusals(viewer).map(({ reason }) => reason)).toEqual(Array(5).fill('viewer'));
    expect(refusals(viewer).flatMap(({ elements }) => elements)).toEqual(['own', 'n', 'l', 'own']);
  });
});

describe('what a participant makes', () => {
  it('belongs to their viewpoint', async () => {
    const { world, author } = await cellOne();
    put(author, 'n', { kind: 'person', label: text('New') });
    await world.quiet();
    expect(record(world, 'n')).toMatchObject({ owner: 'cell1', label: 'New', locked: false });
    expect(refusals(author)).toEqual([]);
  });

  it('belongs to a group of theirs where they ask for it, and else to them, with a notice', async () => {
    const { world } = await cellOne();
    const ada = await join(world, 'ada');
    put(ada, 'asked', { kind: 'person', label: text(''), owner: 'circle1' });
    put(ada, 'vain', { kind: 'person', label: text(''), owner: 'circle2' });
    put(ada, 'vainer', { kind: 'person', label: text(''), owner: 'everyone' });
    await world.quiet();
    expect(record(world, 'asked')?.owner).toBe('circle1');
    expect(record(world, 'vain')?.owner).toBe('ada');
    expect(record(world, 'vainer')?.owner).toBe('ada');
    expect(refusals(ada)).toEqual([
      { elements: ['vain'], reason: 'facilitator-only' },
      { elements: ['vainer'], reason: 'facilitator-only' },
    ]);
  });

  it('has no disclosure, audience, lock or access of their choosing; the rest stands, with a notice', async () => {
    const { world, author } = await cellOne();
    put(author, 'n', {
      kind: 'cell',
      label: text('New'),
      disclosure: 'open',
      audience: ['everyone'],
      locked: true,
      access: 'read',
      color: 2,
    });
    await world.quiet();
    const made = record(world, 'n') ?? {};
    expect(['disclosure', 'audience'].filter((field) => field in made)).toEqual([]);
    expect(record(world, 'n')).toMatchObject({ locked: false, color: 2, owner: 'cell1' });
    expect(author.nodes.get('n')?.toJSON()).toMatchObject({ access: 'edit', color: 2 });
    expect(author.nodes.get('n')?.has('audience')).toBe(false);
    expect(refusals(author)).toEqual([{ elements: ['n'], reason: 'facilitator-only' }]);
  });

  it('belongs to everyone on a commons board, whatever they ask', async () => {
    const world = await openRoom({ policy: namedPolicy('open') });
    const author = await join(world, 'cell1');
    put(author, 'n', { kind: 'person', label: text(''), owner: 'cell1' });
    await world.quiet();
    expect(record(world, 'n')?.owner).toBe('everyone');
  });
});

describe('typing', () => {
  it('in two views at once keeps every keystroke of both', async () => {
    const { world, author, facilitator } = await cellOne();
    for (let round = 0; round < 20; round += 1) {
      author.act(() => labelOf(author, 'own').insert(labelOf(author, 'own').length, 'a'));
      facilitator.act(() => labelOf(facilitator, 'own').insert(0, 'f'));
      if (round % 3 === 0) author.carry();
      if (round % 4 === 0) await world.turn();
      facilitator.carry();
    }
    await world.quiet();
    const result = labelOf(author, 'own').toString();
    expect(result).toBe(`${'f'.repeat(20)}label of own${'a'.repeat(20)}`);
    expect(labelOf(facilitator, 'own').toString()).toBe(result);
    expect(record(world, 'own')?.label).toBe(result);
  });

  it('in one word from two views in one turn keeps both', async () => {
    const { world, author, peer, facilitator } = await cellOne();
    author.act(() => labelOf(author, 'own').insert(5, '1'));
    peer.act(() => labelOf(peer, 'own').insert(6, '2'));
    facilitator.act(() => labelOf(facilitator, 'own').delete(0, 5));
    await world.quiet();
    expect(record(world, 'own')?.label).toBe('1 2of own');
    for (const client of [author, peer, facilitator])
      expect(labelOf(client, 'own').toString()).toBe('1 2of own');
  });

  it('keeps a cursor in another view where it was, as text goes across in steps', async () => {
    const { world, author, facilitator } = await cellOne();
    const label = labelOf(facilitator, 'own');
    const cursor = Y.createRelativePositionFromTypeIndex(label, 'label of'.length);
    author.act(() => labelOf(author, 'own').insert(0, 'The '));
    await world.quiet();
    expect(Y.createAbsolutePositionFromRelativePosition(cursor, facilitator.doc)?.index).toBe(12);
  });

  it('too much at once is set back, with a notice, and what others typed meanwhile stays', async () => {
    const { world, author, peer, facilitator } = await cellOne();
    author.act(() => labelOf(author, 'own').insert(0, 'x'.repeat(LIMITS.labelLength)));
    peer.act(() => labelOf(peer, 'own').insert(0, '1'));
    facilitator.act(() => labelOf(facilitator, 'own').insert(12, '2'));
    await world.quiet();
    expect(record(world, 'own')?.label).toBe('1label of own2');
    for (const client of [author, peer, facilitator])
      expect(labelOf(client, 'own').toString()).toBe('1label of own2');
    expect(refusals(author)).toEqual([{ elements: ['own'], reason: 'too-long' }]);
    expect(refusals(peer)).toEqual([]);
  });

  it('in what one may not change is set back without losing what its owner types', async () => {
    const { world, author, facilitator } = await cellOne();
    author.act(() => labelOf(author, 'hana').insert(0, 'not '));
    facilitator.act(() => labelOf(facilitator, 'hana').insert(13, '!'));
    await world.quiet();
    expect(labelOf(author, 'hana').toString()).toBe('label of hana!');
    expect(record(world, 'hana')?.label).toBe('label of hana!');
  });

  it.each([
    ['the first half of a pair is deleted', (label: Y.Text) => label.delete(1, 1)],
    ['the second half of a pair is deleted', (label: Y.Text) => label.delete(2, 1)],
    ['something is put into a pair', (label: Y.Text) => label.insert(2, 'x')],
    ['halves of two pairs are deleted together', (label: Y.Text) => label.delete(2, 2)],
  ])('converges when %s', async (_what, act) => {
    const { world, author, peer, facilitator } = await cellOne();
    author.act(() => {
      labelOf(author, 'own').delete(0, labelOf(author, 'own').length);
      labelOf(author, 'own').insert(0, 'a🙂🙃b');
    });
    await world.quiet();
    author.act(() => act(labelOf(author, 'own')));
    facilitator.act(() => labelOf(facilitator, 'own').insert(5, 'c'));
    await world.quiet();
    const results = [author, peer, facilitator].map((client) => labelOf(client, 'own').toString());
    expect(new Set([...results, record(world, 'own')?.label]).size).toBe(1);
    const before = author.picture;
    await restart(world);
    expect(author.picture).toEqual(before);
    expect(facilitator.doc.getMap('nodes').toJSON()['own'].label).toBe(results[0]);
  });

  it('a whole text in place of another carries over, and typing goes on in it', async () => {
    const { world, author, facilitator } = await cellOne();
    set(author, 'own', 'label', text('Replaced'));
    await world.quiet();
    author.act(() => labelOf(author, 'own').insert(8, '!'));
    await world.quiet();
    expect(labelOf(facilitator, 'own').toString()).toBe('Replaced!');
  });
});

describe('what is called one thing to a participant', () => {
  it('is refused with names the view uses', async () => {
    const { world, author } = await cellOne();
    put(author, 'cell2', { kind: 'person', label: text('probe') });
    await world.quiet();
    set(author, 'cell2', 'color', 99);
    await world.quiet();
    expect(refusals(author)).toEqual([{ elements: ['cell2'], reason: 'invalid' }]);
    expect(shows(author, 'cell2')).toBe(true);
  });
});

describe('a page that lies about where its characters stand', () => {
  it('[B-3.11] leaves all readers, early and late, with one text', async () => {
    const { world, author, peer, facilitator } = await cellOne();
    const view = world.room.visibilityIndex.view('cell1' as never);
    const start =
      view === undefined
        ? null
        : ((view.doc.yDoc.getMap('nodes').get('own') as Y.Map<unknown>).get('label') as Y.Text)._start;
    if (start === null) throw new Error('there is no text');
    const { client, clock } = start.id;
    const lie = from(4242, 0, { string: 'xy', origin: [client, clock + 3], right: [client, clock] });
    author.sendRaw(updateFrame(lie));
    await world.quiet();
    const late = await join(world, 'cell1');
    expect(author.closes).toEqual([]);
    expect(labelOf(late, 'own').toString()).toHaveLength('label of ownxy'.length);
    for (const client of [author, peer, facilitator])
      expect(labelOf(client, 'own').toString()).toBe(labelOf(late, 'own').toString());
    expect(record(world, 'own')?.label).toBe(labelOf(late, 'own').toString());
  });
});
