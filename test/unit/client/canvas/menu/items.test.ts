import { describe, expect, it } from 'vitest';
import { commandFor } from '../../../../../client/canvas/keyboard/commands.ts';
import { nearestTowards, roomBeside } from '../../../../../client/canvas/keyboard/directions.ts';
import { type MenuFacts, menuItems } from '../../../../../client/canvas/menu/items.ts';

const FACTS: MenuFacts = {
  on: 'node',
  cannotCreate: null,
  cannotEdit: null,
  facilitator: true,
  allLocked: false,
  kind: 'circle',
  nodes: 1,
  people: 0,
  members: 2,
  onBoard: 3,
};

const acts = (facts: Partial<MenuFacts>) =>
  menuItems({ ...FACTS, ...facts }).flatMap((item) => (item.type === 'act' ? [[item.act, item.reason]] : []));

describe('the context menu', () => {
  it('of a node offers its acts, with reasons where they are not possible', () => {
    expect(Object.fromEntries(acts({ members: 0 }))).toMatchObject({
      fit: 'noMembers',
      remove: null,
      lock: null,
    });
    expect(Object.fromEntries(acts({ cannotEdit: 'locked', allLocked: true }))).toMatchObject({
      rename: 'locked',
      remove: 'locked',
      unlock: null,
      copy: null,
    });
  });

  it('lets a viewer copy and nothing else', () => {
    const free = acts({ cannotCreate: 'viewer', cannotEdit: 'viewer', facilitator: false });
    expect(free.filter(([, reason]) => reason === null)).toEqual([['copy', null]]);
  });

  it('offers locks to facilitators alone', () => {
    expect(acts({ facilitator: false }).some(([act]) => act === 'lock')).toBe(false);
  });

  it('of the canvas adds every kind of node', () => {
    const items = menuItems({ ...FACTS, on: 'canvas', kind: null, nodes: 0, onBoard: 0 });
    expect(items.filter(({ type }) => type === 'add')).toHaveLength(7);
    expect(items).toContainEqual({ type: 'act', act: 'selectAll', reason: 'empty' });
  });
});

describe('arrows', () => {
  const key = { key: '', shiftKey: false, altKey: false, mod: false };
  it('with Ctrl make a node, with Alt follow a link, and alone nudge', () => {
    const towards = { x: 1, y: 0 };
    expect(commandFor({ ...key, code: 'ArrowRight', mod: true })).toEqual({ type: 'sprout', towards });
    expect(commandFor({ ...key, code: 'ArrowRight', altKey: true })).toEqual({
      type: 'follow-link',
      towards,
    });
    expect(commandFor({ ...key, code: 'ArrowRight' })).toEqual({ type: 'nudge', dx: 8, dy: 0 });
    expect(commandFor({ ...key, code: 'F10', shiftKey: true })).toEqual({ type: 'menu' });
  });

  it('lead to the nearest in their direction, and aside only where nothing lies straight', () => {
    const [near, aside, behind] = [
      { x: 200, y: 20 },
      { x: 40, y: 90 },
      { x: -50, y: 0 },
    ];
    const from = { x: 0, y: 0 };
    const towards = { x: 1, y: 0 };
    expect(nearestTowards(from, { towards, among: [aside, near, behind] })).toBe(near);
    expect(nearestTowards(from, { towards, among: [aside, behind] })).toBe(aside);
    expect(nearestTowards(from, { towards, among: [behind] })).toBeNull();
  });

  it('find room beside what stands in the way', () => {
    const box = { x: 0, y: 0, width: 36, height: 36 };
    const towards = { x: 1, y: 0 };
    const first = roomBeside(box, { towards, taken: [] });
    expect(first).toEqual({ x: 120, y: 0 });
    const second = roomBeside(box, { towards, taken: [{ ...box, ...first }] });
    expect([second.x, Math.abs(second.y) > 36]).toEqual([120, true]);
  });
});
