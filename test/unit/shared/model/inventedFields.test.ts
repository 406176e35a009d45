/**
 * A field that is put into the table is handled by everything that handles fields, without a line of theirs: it is
 * judged, sent to whom it may be, read, copied, written to files and read again, kept, cleared, and left out of what
 * holds no names.
 */
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { readClip, writeClip } from '../../../../client/editing/clipboard/clip.ts';
import { clipFrom, pasteClip } from '../../../../client/editing/clipboard/pasting.ts';
import { linkMap, nodeMap } from '../../../../client/editing/newElements.ts';
import { findElements } from '../../../../client/features/search/find.ts';
import type { Rights } from '../../../../client/state/rights.ts';
import { History } from '../../../../client/sync/history.ts';
import { BoardStore } from '../../../../client/sync/store.ts';
import { SavedTemplates } from '../../../../server/provisioning/savedTemplates.ts';
import { openSqlite } from '../../../../server/store/sqlite.ts';
import type { LinkRecord, NodeRecord } from '../../../../shared/model/element.ts';
import type { LinkId, NodeId, TemplateKey } from '../../../../shared/model/ids.ts';
import { fromBoard } from '../../../../shared/templates/fromBoard.ts';
import { instantiate } from '../../../../shared/templates/instantiate.ts';
import { LINK_VALUES, NODE_VALUES } from '../../../helpers/inventedFields.ts';
import { link, node } from '../../../helpers/smallBoard.ts';
import { BOARD, newBoard } from '../../../helpers/storeContract.ts';
import { tempDir } from '../../../helpers/tempDir.ts';
import type { Client, World } from '../../../helpers/world.ts';
import { join, openRoom, record, refusals, set } from '../../server/room/openRoom.ts';

vi.mock('../../../../shared/model/fields.ts', async (importOriginal) => {
  const actual = await importOriginal<typeof import('../../../../shared/model/fields.ts')>();
  const { withInvented } = await import('../../../helpers/inventedFields.ts');
  return { ...actual, FIELDS: withInvented(actual.FIELDS) };
});

// The types know the fields of the table alone.
const CELL = node('cell3', 'cell', { owner: 'cell1' as NodeId, ...NODE_VALUES } as Partial<NodeRecord>);
const MEMBER = link('membership', ['ada', 'cell3'], LINK_VALUES as Partial<LinkRecord>);
const FACILITATOR: Rights = { role: 'facilitator', viewing: false };
const EDITOR: Rights = { role: 'editor', viewing: false };

const invented = (from: object | undefined) => pick(from, { ...NODE_VALUES, ...LINK_VALUES });
const pick = (from: object | undefined, names: object) =>
  Object.fromEntries(Object.entries(from ?? {}).filter(([name]) => name in names));
const without = (names: readonly string[]) =>
  Object.fromEntries(Object.entries(NODE_VALUES).filter(([name]) => !names.includes(name)));

/** A client's own page. */
const pageOf = (client: Client) => new BoardStore(client.doc);

describe('a field put into the table', () => {
  /** What the room answers, which it does once all is durable. */
  async function answered<Answer>(world: World, asked: Promise<Answer>): Promise<Answer> {
    for (let turn = 0; turn < 5; turn += 1) {
      await world.turn();
      await new Promise((resolve) => setImmediate(resolve));
    }
    return asked;
  }

  function make(world: World, fields: object) {
    const principal = { session: 's', invite: 'i', role: 'facilitator', home: 'facilitator' };
    const asked = world.room.create({ ...principal, viewpoint: 'facilitator' } as never, {
      nodes: [{ id: 'new', ...fields }],
      links: [],
    });
    return answered(world, asked);
  }

  it.each([
    ['too much of it', { kind: 'cell', motto: 'x'.repeat(21) }, 'too-long'],
    ['no such choice', { kind: 'cell', floor: 'cellar' }, 'invalid'],
    ['a number out of bounds', { kind: 'cell', anchor: { left: 1, top: 10 } }, 'invalid'],
    ['another type', { kind: 'cell', draughty: 'yes' }, 'invalid'],
  ])('is refused when an element is made with %s', async (_what, fields, reason) => {
    expect((await make(await openRoom(), fields)).refused).toEqual([{ id: 'new', reason }]);
  });

  it('is there when an element is made with it, on the kinds that have it', async () => {
    const [one, other] = [await openRoom(), await openRoom()];
    await make(one, { kind: 'cell', ...NODE_VALUES });
    expect(invented(record(one, 'new'))).toEqual(NODE_VALUES);
    await make(other, { kind: 'person', ...NODE_VALUES });
    expect(invented(record(other, 'new'))).toEqual(without(['floor']));
  });

  it('has its default, or is absent, where an element is made without it', async () => {
    const world = await openRoom();
    await make(world, { kind: 'cell' });
    expect(invented(record(world, 'new'))).toEqual({ minutes: '', draughty: false });
  });

  it('is sent to those it is for, and read on their pages', async () => {
    const shown = { ...CELL, owner: 'facilitator', audience: ['cell1', 'cell3'] as NodeId[] } as const;
    const world = await openRoom({ more: [shown, MEMBER] });
    const [facilitator, inside, outside] = [
      await join(world, 'facilitator'),
      await join(world, 'cell3'),
      await join(world, 'cell1'),
    ];
    const [all, insiders] = [NODE_VALUES, without(['codeword', 'deputies'])];
    const seen = (client: Client) => invented(client.nodes.get('cell3')?.toJSON());
    expect(seen(facilitator)).toEqual(all);
    expect(seen(inside)).toEqual(insiders);
    expect(seen(outside)).toEqual(without(['codeword', 'deputies', 'ration']));
    const read = (client: Client) => invented(pageOf(client).nodes.get('cell3' as NodeId));
    expect(read(facilitator)).toEqual(all);
    expect(read(inside)).toEqual({ ...insiders, codeword: null, deputies: null });
    expect(read(outside)).toEqual({ ...insiders, codeword: null, deputies: null, ration: null });
    expect(inside.links.get(MEMBER.id)?.get('since')).toBe('May');
    expect(pageOf(inside).links.get(MEMBER.id)).toMatchObject(LINK_VALUES);
  });

  it('is set and cleared by those who may, and by nobody else', async () => {
    const world = await openRoom({ more: [CELL, MEMBER] });
    const [facilitator, inside] = [await join(world, 'facilitator'), await join(world, 'cell1')];
    const clear = (client: Client, field: string) =>
      client.act(() => client.nodes.get('cell3')?.delete(field));
    set(inside, 'cell3', 'motto', 'Bread');
    set(inside, 'cell3', 'anchor', { left: 0, top: 0 });
    set(inside, 'cell3', 'codeword', 'stork');
    inside.act(() => (inside.nodes.get('cell3')?.get('minutes') as Y.Text | undefined)?.insert(0, 'Late: '));
    set(inside, 'cell3', 'floor', 'cellar');
    await world.quiet();
    expect(invented(record(world, 'cell3'))).toEqual({
      ...NODE_VALUES,
      motto: 'Bread',
      anchor: { left: 0, top: 0 },
      minutes: 'Late: Ada came late',
    });
    expect(refusals(inside).map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['facilitator-only', 'invalid']),
    );
    for (const field of ['motto', 'draughty', 'floor']) clear(inside, field);
    clear(facilitator, 'codeword');
    await world.quiet();
    expect(invented(record(world, 'cell3'))).toEqual({
      minutes: 'Late: Ada came late',
      draughty: false,
      anchor: { left: 0, top: 0 },
      ration: 'two loaves',
      deputies: ['cell2', 'everyone'],
    });
  });

  it('is found by searching, where it is a text', () => {
    const { store } = page();
    expect(findElements({ nodes: store.nodes.values(), links: store.links.values() }, 'late')).toMatchObject([
      { id: 'cell3', excerpt: 'Ada came late' },
    ]);
    expect(findElements({ nodes: store.nodes.values(), links: store.links.values() }, 'may')).toHaveLength(1);
  });

  it('is copied, and what is a facilitator’s to give by facilitators alone', () => {
    for (const [rights, expected] of [
      [FACILITATOR, { ...NODE_VALUES, deputies: ['everyone'] }],
      [EDITOR, without(['codeword', 'deputies'])],
    ] as const) {
      const editor = page(rights);
      const copied = clipFrom(editor, ['ada', 'cell3']);
      const read = readClip(copied === null ? '' : writeClip(copied));
      if (read.type !== 'clip') throw new Error(`It is ${read.type}.`);
      const [, id = ''] = pasteClip(editor, { clip: read.clip, offset: { x: 0, y: 0 } });
      expect(invented(editor.store.nodes.get(id as NodeId))).toEqual({
        ...pick({ codeword: null, deputies: null }, NODE_VALUES),
        ...expected,
      });
      const [made] = [...editor.store.links.values()].filter(({ target }) => target === id);
      expect(made).toMatchObject(LINK_VALUES);
    }
  });

  it('is kept, and a row from before it was thought of still loads', async () => {
    const dir = tempDir();
    const old = node('old', 'cell');
    const before = openSqlite(dir);
    await before.createBoard(newBoard({ elements: [CELL, node('ada', 'person'), MEMBER, old] }));
    await before.close();
    const after = openSqlite(dir);
    const { nodes = [], links = [] } = (await after.loadBoard(BOARD)) ?? {};
    await after.close();
    expect(invented(nodes.find(({ id }) => id === CELL.id))).toEqual(NODE_VALUES);
    expect(invented(links[0])).toEqual(LINK_VALUES);
    expect(invented(nodes.find(({ id }) => id === old.id))).toEqual({ minutes: '', draughty: false });
  });

  it('is in a template that is saved with names and in the board made from it', () => {
    const made = fromBoard(DRAWN, { names: true, language: 'en' });
    const there = { ...NODE_VALUES, deputies: ['everyone'] };
    const cell = made.nodes.find(({ kind }) => kind === 'cell');
    expect(invented(cell)).toEqual(there);
    const [board] = instantiate({ nodes: cell === undefined ? [] : [cell], links: [] }, IDS);
    expect(invented(board)).toEqual(there);
    expect(made.links).toMatchObject([LINK_VALUES]);
  });

  it('is in a template saved from what a facilitator sees', async () => {
    const world = await openRoom({ more: [{ ...CELL, owner: 'facilitator' }, MEMBER] });
    const elements = await answered(world, world.room.elements('facilitator'));
    if (elements === null) throw new Error('There is no such view.');
    const saved = async (names: boolean) => {
      const templates = new SavedTemplates({
        store: world.store,
        clock: () => 0,
        random: (bytes) => bytes.fill(names ? 1 : 2),
      });
      const id = await templates.save(elements, { board: BOARD, title: 'T', names, language: 'en' });
      const body = (await world.store.template(id as TemplateKey))?.body;
      return body?.nodes.map(invented).find(({ floor }) => floor !== undefined);
    };
    expect(await saved(true)).toMatchObject(without(['deputies']));
    const nameless = await saved(false);
    expect(nameless).toMatchObject({ floor: 'attic', minutes: '' });
    expect(Object.keys(nameless ?? {})).not.toContain('motto');
  });

  it('is not in one that is saved without names, unless its entry says that it holds none', () => {
    const { nodes, links } = fromBoard(DRAWN, { names: false, language: 'en' });
    expect(invented(nodes.find(({ kind }) => kind === 'cell'))).toEqual({
      ...without(['motto', 'codeword', 'ration']),
      minutes: '',
      deputies: ['everyone'],
    });
    expect(links).toMatchObject([{ since: '' }]);
    expect(JSON.stringify([nodes, links])).not.toMatch(/Ada|heron|loaves|May/);
  });
});

const IDS = { newNodeId: () => 'fresh' as NodeId, newLinkId: () => 'freshLink' as LinkId };
const DRAWN = {
  nodes: [{ ...CELL, owner: 'facilitator' as const }, node('ada', 'person', { label: 'Ada' })],
  links: [MEMBER],
};

/** A page with the cell and a member on it. */
function page(rights: Rights = FACILITATOR) {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const one of [node('ada', 'person'), CELL]) doc.getMap('nodes').set(one.id, nodeMap(one));
    doc.getMap('links').set(MEMBER.id, linkMap(MEMBER));
  });
  return { store: new BoardStore(doc), history: new History(doc), rights };
}
