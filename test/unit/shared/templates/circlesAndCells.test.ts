import { describe, expect, it } from 'vitest';
import { newLinkId, newNodeId } from '../../../../shared/model/ids.ts';
import {
  captioned,
  drawnTemplate,
  groupsOf,
  linksOf,
  membersOf,
  nodesByKey,
  ofKind,
  reached,
} from './structure.ts';
import { seenKeys } from './views.ts';

const drawn = drawnTemplate('circles-and-cells');
const byKey = nodesByKey(drawn);
const cells = ofKind(drawn, 'cell').map(({ id }) => id as string);
const circles = ofKind(drawn, 'circle').map(({ id }) => id as string);
const kindsAround = (person: string) => groupsOf(drawn, person).map((group) => byKey.get(group)?.kind);

describe('circles-and-cells', () => {
  it('has at least the size asked for', () => {
    expect(circles.length).toBeGreaterThanOrEqual(6);
    expect(cells.length).toBeGreaterThanOrEqual(4);
    expect(ofKind(drawn, 'person').length).toBeGreaterThanOrEqual(60);
    expect(captioned(drawn, 'body', 'centre')).toHaveLength(1);
    expect(drawn.policy.name).toBe('detached');
  });

  it('has each cell guided by the centre alone, and no link between cells', () => {
    for (const cell of cells) {
      const guides = linksOf(drawn, 'guidance').filter(({ target }) => target === cell);
      expect(guides.map(({ source }) => source)).toEqual(['centre']);
    }
    const joined = drawn.links.filter(
      ({ source, target }) => cells.includes(source) && cells.includes(target),
    );
    expect(joined).toEqual([]);
  });

  it('lets radio and paper reach every cell', () => {
    for (const source of ['radio', 'paper']) {
      const heard = linksOf(drawn, 'channel').filter((link) => link.source === source);
      expect(heard.map(({ target }) => target)).toEqual(cells);
    }
  });

  it('roots each cell in circles, and nobody is in two cells', () => {
    for (const cell of cells) {
      const members = membersOf(drawn, cell);
      expect(members.length).toBeGreaterThanOrEqual(3);
      expect(members.every((member) => kindsAround(member).includes('circle'))).toBe(true);
    }
    const twice = ofKind(drawn, 'person').filter(
      ({ id }) => kindsAround(id).filter((kind) => kind === 'cell').length > 1,
    );
    expect(twice).toEqual([]);
  });

  it('has a circle in which two cells sit without knowing, and circles in which none does', () => {
    const cellsIn = (circle: string) =>
      new Set(
        membersOf(drawn, circle).flatMap((person) =>
          groupsOf(drawn, person).filter((g) => cells.includes(g)),
        ),
      );
    expect(circles.filter((circle) => cellsIn(circle).size === 2)).toEqual(['depot', 'hill']);
    expect(circles.some((circle) => cellsIn(circle).size === 0)).toBe(true);
  });

  it('joins circles by contacts of single people only', () => {
    const between = drawn.links.filter(
      ({ source, target }) =>
        circles.includes(source) || (circles.includes(target) && byKey.get(source)?.kind !== 'person'),
    );
    expect(between).toEqual([]);
  });

  const outward = (circle: string) => {
    const members = new Set(membersOf(drawn, circle));
    return linksOf(drawn, 'contact').filter(
      ({ source, target }) => members.has(source) !== members.has(target),
    );
  };

  it('leaves one circle without any contact to find', () => {
    expect(circles.filter((circle) => outward(circle).length === 0)).toEqual(['estate']);
  });

  it('leaves one circle that hangs on a single acquaintance, and no other bridge', () => {
    const known = [
      ...linksOf(drawn, 'contact'),
      ...linksOf(drawn, 'membership').filter(({ target }) => circles.includes(target)),
    ];
    const reachedCircles = (without?: string) => {
      const seen = reached(known, 'mill', without);
      return circles.filter((circle) => seen.has(circle)).length;
    };
    const whole = reachedCircles();
    expect(whole).toBe(circles.length - 1);
    const bridges = ofKind(drawn, 'person').filter(({ id }) => reachedCircles(id) < whole);
    expect(bridges.map(({ id }) => id).sort()).toEqual(['boris', 'wanda']);
  });

  it('shows a cell itself and its centre, but no other cell', () => {
    for (const cell of cells) {
      const seen = seenKeys(drawn, cell, { newNodeId, newLinkId });
      expect(cells.filter((key) => seen.has(key))).toEqual([cell]);
      expect(seen.has('centre')).toBe(true);
      expect(membersOf(drawn, cell).every((key) => seen.has(key))).toBe(true);
    }
  });

  it('shows nobody else a cell, not even the circle its people sit in', () => {
    for (const viewpoint of ['everyone', ...circles, 'umut', 'radio']) {
      const seen = seenKeys(drawn, viewpoint, { newNodeId, newLinkId });
      expect(cells.filter((key) => seen.has(key))).toEqual([]);
    }
  });
});
