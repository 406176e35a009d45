import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LinkDraftSchema, NodeDraftSchema } from '../../../../shared/model/element.ts';
import { isId } from '../../../../shared/model/ids.ts';
import { mayJoin } from '../../../../shared/model/kinds.ts';
import type { Template, TemplateLink, TemplateNode } from '../../../../shared/templates/template.ts';
import { TEMPLATE_IDS } from '../../../../shared/templates/template.ts';
import { template } from '../../../../shared/templates/templates.ts';
import {
  boxesMeet,
  boxOf,
  clip,
  contains,
  corners,
  crossings,
  farNameBox,
  inside,
  isDisc,
  linesOf,
  nameBox,
  outline,
  overlap,
  runsThrough,
} from './geometry.ts';
import { groupsAround, nodesByKey } from './structure.ts';

/** How many pairs of lines cross, links with a common end aside. More is a layout that has become worse. */
const CROSSINGS: Readonly<Record<string, number>> = {
  'circles-and-cells': 6,
  territorial: 9,
  fractions: 3,
  'campaign-hub': 0,
  'readers-network': 24,
};
/** What the page leaves free for the board in a window of 1440 by 900, and the zoom from which initials show. */
const ROOM = { width: 1320, height: 752 };
const SMALLEST_ZOOM = 0.4;

const built = TEMPLATE_IDS.map((id) => {
  const drawn = template(id);
  if (drawn === null) throw new Error(`${id} is missing`);
  return drawn;
});

const people = ({ nodes }: Template) => nodes.filter(isDisc);
const shapes = ({ nodes }: Template) => nodes.filter((node) => !isDisc(node));
const pairs = <Item>(items: readonly Item[]): [Item, Item][] =>
  items.flatMap((one, index) => items.slice(index + 1).map((other): [Item, Item] => [one, other]));
const names = (nodes: readonly TemplateNode[]) => nodes.map(({ id }) => id).join(' × ');

describe.each(built)('$id', (drawn) => {
  const byKey = nodesByKey(drawn);

  it('is the same every time, and its own', () => {
    expect(template(drawn.id)).toEqual(drawn);
    expect(template(drawn.id)).not.toBe(drawn);
  });

  it('consists of elements that the model accepts, under keys of their own', () => {
    for (const node of drawn.nodes) expect(v.safeParse(NodeDraftSchema, node).issues).toBeUndefined();
    for (const link of drawn.links) expect(v.safeParse(LinkDraftSchema, link).issues).toBeUndefined();
    const keys = [...drawn.nodes, ...drawn.links].map(({ id }) => id);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !isId(key))).toEqual([]);
  });

  it('links only what its kind of link may join', () => {
    const wrong = drawn.links.filter(({ kind, source, target }) => {
      const [from, to] = [byKey.get(source), byKey.get(target)];
      return from === undefined || to === undefined || !mayJoin(kind, { source: from.kind, target: to.kind });
    });
    expect(wrong).toEqual([]);
  });

  it('has no two shapes that overlap, unless one belongs to the other and lies within it', () => {
    const bad = pairs(shapes(drawn)).filter(([one, other]) => {
      const [a, b] = [outline(one), outline(other)];
      if (!overlap(a, b)) return false;
      const nested = (inner: TemplateNode, outer: TemplateNode) =>
        contains(outline(outer), outline(inner)) && groupsAround(drawn, inner.id).has(outer.id);
      return !nested(one, other) && !nested(other, one);
    });
    expect(bad.map(names)).toEqual([]);
  });

  it('draws each person wholly inside the groups that hold them, and outside all others', () => {
    const bad = people(drawn).flatMap((person) => {
      const groups = groupsAround(drawn, person.id);
      const disc = outline(person);
      const name = corners(nameBox(person));
      return shapes(drawn)
        .filter((shape) => {
          const shapeOutline = outline(shape);
          if (!inside(person.position, shapeOutline)) {
            return overlap(shapeOutline, disc) || overlap(shapeOutline, name);
          }
          return !groups.has(shape.id) || !contains(shapeOutline, disc) || !contains(shapeOutline, name);
        })
        .map((shape) => names([person, shape]));
    });
    expect(bad).toEqual([]);
  });

  it('lets no name run into another name or a disc', () => {
    const bad = pairs(people(drawn)).filter(([one, other]) => {
      const [a, b] = [nameBox(one), nameBox(other)];
      return (
        boxesMeet(a, boxOf(other), 2) ||
        boxesMeet(b, boxOf(one), 2) ||
        boxesMeet(a, b, 2) ||
        boxesMeet(boxOf(one), boxOf(other), 6)
      );
    });
    expect(bad.map(names)).toEqual([]);
  });

  it('runs no line through a shape or a disc it has nothing to do with', () => {
    expect(runsThrough(drawn).map(({ link, node }) => `${link.id} × ${node.id}`)).toEqual([]);
  });

  it('runs no line that is drawn from afar through the name of a group', () => {
    const isDrawn = ({ kind }: TemplateLink) => kind === 'guidance' || kind === 'channel';
    const bad = linesOf(drawn).flatMap(({ link, line }) =>
      shapes(drawn)
        .filter((shape) => {
          const name = farNameBox(shape);
          return name !== null && isDrawn(link) && clip(line, corners(name)) !== null;
        })
        .map((shape) => `${link.id} × ${shape.label}`),
    );
    expect(bad).toEqual([]);
  });

  it('keeps lines from crossing each other as far as could be', () => {
    expect(crossings(drawn)).toBeLessThanOrEqual(CROSSINGS[drawn.id] ?? 0);
  });

  it('fits the window at a zoom that still shows people', () => {
    const boxes = drawn.nodes.map(boxOf);
    const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
    const height = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
    expect(Math.min(ROOM.width / width, ROOM.height / height)).toBeGreaterThan(SMALLEST_ZOOM);
  });

  it('says where it comes from and names its words in both languages', () => {
    expect(drawn.title).not.toBe('');
    expect(drawn.summary).not.toBe('');
    expect(drawn.source).not.toBe('');
    expect(drawn.year).toMatch(/^\d{4}s?$/);
    for (const { en, fa } of drawn.vocabulary) {
      expect(en).not.toBe('');
      expect(fa).toMatch(/^[\p{Script=Arabic}\p{M}\p{Cf}\s]+$/u);
    }
    expect(new Set(drawn.vocabulary.map(({ kind, en }) => `${kind} ${en}`)).size).toBe(
      drawn.vocabulary.length,
    );
  });
});
