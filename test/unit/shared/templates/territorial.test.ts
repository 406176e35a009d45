import { describe, expect, it } from 'vitest';
import {
  captioned,
  drawnTemplate,
  groupsAround,
  groupsOf,
  linksOf,
  membersOf,
  nodesByKey,
  ofKind,
} from './structure.ts';

const drawn = drawnTemplate('territorial');
const byKey = nodesByKey(drawn);
const factories = captioned(drawn, 'cell', 'factory cell').map(({ id }) => id as string);
const streets = captioned(drawn, 'cell', 'street cell').map(({ id }) => id as string);
const districts = ofKind(drawn, 'area').filter(({ caption }) => caption === 'district');
const cellsOf = (person: string) =>
  groupsOf(drawn, person).filter((group) => byKey.get(group)?.kind === 'cell');

describe('territorial', () => {
  it('has at least the size asked for', () => {
    const areas = ofKind(drawn, 'area');
    expect(areas.filter(({ caption }) => caption === 'town')).toHaveLength(1);
    expect(areas.filter(({ caption }) => caption === 'area').length).toBeGreaterThanOrEqual(2);
    expect(areas.filter(({ caption }) => caption === 'local group')).toHaveLength(1);
    expect(districts.length).toBeGreaterThanOrEqual(4);
    expect(factories.length).toBeGreaterThanOrEqual(12);
    expect(streets.length).toBeGreaterThanOrEqual(5);
    expect(ofKind(drawn, 'person').length).toBeGreaterThanOrEqual(150);
    expect(drawn.policy.name).toBe('territorial');
  });

  it('gives each cell a bureau of three to five of its members, but for one left to find', () => {
    for (const cell of [...factories, ...streets].filter((key) => key !== 'flour-mill')) {
      const bureau = membersOf(drawn, `${cell}-bureau`);
      expect(bureau.every((person) => cellsOf(person).includes(cell))).toBe(true);
      if (cell === 'gasworks') expect(bureau).toHaveLength(2);
      else expect(bureau.length >= 3 && bureau.length <= 5).toBe(true);
    }
    for (const { id } of captioned(drawn, 'body', 'district bureau')) {
      const { length } = membersOf(drawn, id);
      expect(length >= 3 && length <= 5).toBe(true);
    }
  });

  it('has one factory cell too small to stand alone', () => {
    expect(factories.filter((cell) => membersOf(drawn, cell).length <= 2)).toEqual(['flour-mill']);
  });

  it('fills district bureaus and area committees by more than half from factory cells', () => {
    const bodies = [
      ...captioned(drawn, 'body', 'district bureau'),
      ...captioned(drawn, 'body', 'area committee'),
    ];
    expect(bodies).toHaveLength(6);
    for (const { id } of bodies) {
      const members = membersOf(drawn, id);
      const fromFactories = members.filter((person) =>
        cellsOf(person).some((cell) => factories.includes(cell)),
      );
      expect(fromFactories.length).toBeGreaterThan(members.length / 2);
    }
  });

  it('has everyone in a cell, and one person in a factory cell and a street cell', () => {
    const regional = new Set(membersOf(drawn, 'region'));
    const people = ofKind(drawn, 'person').filter(({ id }) => !regional.has(id));
    expect(people.filter(({ id }) => cellsOf(id).length === 0)).toEqual([]);
    expect(people.filter(({ id }) => cellsOf(id).length > 1).map(({ id }) => id)).toEqual(['simon']);
  });

  it('places each cell in a district or the local group, each district in an area, each area in the town', () => {
    for (const cell of [...factories, ...streets]) {
      const captions = [...groupsAround(drawn, cell)].map((key) => byKey.get(key)?.caption);
      expect([['district', 'area', 'town'], ['local group']]).toContainEqual(captions);
    }
  });

  it('sends delegates in proportion to members, by largest remainder', () => {
    const size = (district: string) => {
      const cells = membersOf(drawn, district, 'cell');
      return new Set(cells.flatMap((cell) => membersOf(drawn, cell))).size;
    };
    const sent = linksOf(drawn, 'delegation').filter(({ target }) => target === 'conference');
    const seats = sent.map(({ label }) => Number.parseInt(label, 10));
    const sizes = sent.map(({ source }) => size(source));
    expect(sent).toHaveLength(districts.length);
    expect(seats).toEqual(
      largestRemainder(
        sizes,
        seats.reduce((sum, count) => sum + count, 0),
      ),
    );
    expect(new Set(seats).size).toBeGreaterThan(1);
  });

  it('has every body of the town and the local group elected, but for the appointed bureau', () => {
    const elected = new Set<string>(linksOf(drawn, 'delegation').map(({ target }) => target));
    const others = ofKind(drawn, 'body').filter(({ id }) => id !== 'region' && !elected.has(id));
    expect(others.map(({ id, caption }) => [id, caption])).toEqual([['village-bureau', 'appointed bureau']]);
  });

  it('guides from the town through the areas and districts to each cell, once', () => {
    const guidance = linksOf(drawn, 'guidance');
    for (const cell of [...factories, ...streets]) {
      expect(guidance.filter(({ target }) => target === cell)).toHaveLength(1);
    }
    for (const { id } of captioned(drawn, 'body', 'district bureau')) {
      const [guide, ...others] = guidance.filter(({ target }) => target === id);
      expect(others).toEqual([]);
      expect(byKey.get(guide?.source ?? '')?.caption).toBe('area committee');
    }
  });
});

function largestRemainder(sizes: readonly number[], seats: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const quotas = sizes.map((size) => (size * seats) / total);
  const whole = quotas.map(Math.floor);
  const left = seats - whole.reduce((sum, count) => sum + count, 0);
  const next = quotas
    .map((quota, index) => ({ index, rest: quota - Math.floor(quota) }))
    .sort((a, b) => b.rest - a.rest)
    .slice(0, left);
  return whole.map((count, index) => count + (next.some((one) => one.index === index) ? 1 : 0));
}
