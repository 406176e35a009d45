/** The records and their indexes, and the one thing kept true of them: no link without both its ends. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Graph } from '../../../../shared/graph/graph.ts';
import {
  type ElementRecord,
  isLink,
  type LinkRecord,
  type NodeRecord,
} from '../../../../shared/model/element.ts';
import { LINK_KINDS } from '../../../../shared/model/kinds.ts';
import { namedPolicy } from '../../../../shared/policies/policies.ts';
import { type BoardDraft, board, elementId, linkId, nodeId, viewpoint } from '../../../helpers/boards.ts';
import { anyBoard, anyPolicy, graphOf, VIEWPOINTS } from '../../../helpers/randomBoards.ts';

const ids = (elements: Iterable<{ id: string } | string>) =>
  [...elements]
    .map((element) => (typeof element === 'string' ? element : element.id))
    .sort()
    .join(' ');

let on: BoardDraft;
let graph: Graph;

beforeEach(() => {
  on = board('fractions')
    .person('ada bo')
    .cell('c1')
    .circle('ring', { disclosure: 'open', owner: 'c1' })
    .organization('union')
    .member('ada bo', 'c1')
    .member('ada', 'ring')
    .contact('ada', 'bo', { owner: 'c1', audience: 'c1 everyone' });
  graph = on.graph;
});

describe('what is put', () => {
  it('is found by its id, node or link', () => {
    expect(graph.get(elementId('ada'))?.id).toBe('ada');
    expect(graph.get(elementId('ada-in-c1'))?.id).toBe('ada-in-c1');
    expect(graph.get(elementId('nothing'))).toBeUndefined();
    expect([graph.has('ada'), graph.has('ada-in-c1'), graph.has('nothing')]).toEqual([true, true, false]);
  });

  it('is found at both ends of a link, by kind', () => {
    expect(ids(graph.linksOf(nodeId('ada'), 'membership'))).toBe('ada-in-c1 ada-in-ring');
    expect(ids(graph.linksOf(nodeId('c1'), 'membership'))).toBe('ada-in-c1 bo-in-c1');
    expect(ids(graph.linksOf(nodeId('bo'), 'contact'))).toBe('ada-knows-bo');
    expect(ids(graph.linksOf(nodeId('bo'), 'tie'))).toBe('');
    expect(ids(graph.linksOf(nodeId('union'), 'tie'))).toBe('');
    expect(ids(graph.linksAt(nodeId('ada')))).toBe('ada-in-c1 ada-in-ring ada-knows-bo');
    expect(ids(graph.linksAt(nodeId('union')))).toBe('');
  });

  it('is found under its owner and under each of its audience', () => {
    expect(ids(graph.ownedBy(viewpoint('c1')))).toBe('ada-knows-bo ring');
    expect(ids(graph.ownedBy(viewpoint('nobody')))).toBe('');
    expect(ids(graph.listedFor(viewpoint('c1')))).toBe('ada-knows-bo');
    expect(ids(graph.listedFor(viewpoint('everyone')))).toBe('ada-knows-bo');
    expect(ids(graph.listedFor(viewpoint('ada')))).toBe('');
  });

  it('is among the open groups when it discloses all, confirmed or not', () => {
    expect(ids(graph.openGroups)).toBe('ring union');
  });
});

describe('what is replaced', () => {
  it('is found where it is now and no more where it was', () => {
    graph.put({ ...on.get('ada-knows-bo'), owner: viewpoint('ada'), audience: [viewpoint('ring')] });
    expect(ids(graph.ownedBy(viewpoint('c1')))).toBe('ring');
    expect(ids(graph.ownedBy(viewpoint('ada')))).toBe('ada-knows-bo');
    expect(ids(graph.listedFor(viewpoint('c1')))).toBe('');
    expect(ids(graph.listedFor(viewpoint('ring')))).toBe('ada-knows-bo');
    expect([...graph.linksOf(nodeId('ada'), 'contact')]).toEqual([on.get('ada-knows-bo')]);
  });

  it('keeps its links', () => {
    graph.put({ ...on.get('ada'), label: 'Ada' });
    expect(ids(graph.linksAt(nodeId('ada')))).toBe('ada-in-c1 ada-in-ring ada-knows-bo');
  });

  it('is open or not as it now says', () => {
    const { disclosure: _open, ...byDefault } = on.get('ring') as NodeRecord;
    graph.put(byDefault);
    expect(ids(graph.openGroups)).toBe('union');
    graph.put({ ...(on.get('c1') as NodeRecord), disclosure: 'open' });
    expect(ids(graph.openGroups)).toBe('c1 union');
  });
});

describe('a link without its ends', () => {
  const astray = (more: Partial<LinkRecord>): LinkRecord => ({
    ...(on.get('ada-in-c1') as LinkRecord),
    ...more,
  });

  it.each([
    ['source', { source: nodeId('nothing') }],
    ['target', { target: nodeId('nothing') }],
    ['source, a link being none', { source: nodeId('ada-in-ring') }],
  ])('is not taken: no %s', (_which, ends) => {
    expect(() => graph.put(astray({ ...ends, id: linkId('astray') }))).toThrow(RangeError);
    expect(graph.has('astray')).toBe(false);
  });

  it('does not take the place of the one there is', () => {
    const before = on.get('ada-in-c1');
    expect(() => graph.put(astray({ source: nodeId('nothing'), owner: viewpoint('c1') }))).toThrow(
      RangeError,
    );
    expect(graph.get(elementId('ada-in-c1'))).toBe(before);
    expect(ids(graph.linksOf(nodeId('ada'), 'membership'))).toBe('ada-in-c1 ada-in-ring');
    expect(graph.ownedBy(viewpoint('facilitator')).has(elementId('ada-in-c1'))).toBe(true);
  });
});

describe('what is removed', () => {
  it('is a link, which its ends outlive', () => {
    graph.remove(elementId('ada-knows-bo'));
    expect(graph.has('ada-knows-bo')).toBe(false);
    expect(ids(graph.linksAt(nodeId('bo')))).toBe('bo-in-c1');
    expect(ids(graph.ownedBy(viewpoint('c1')))).toBe('ring');
    expect(ids(graph.listedFor(viewpoint('everyone')))).toBe('');
  });

  it('is no node that has links', () => {
    expect(() => graph.remove(elementId('bo'))).toThrow(RangeError);
    expect(graph.has('bo')).toBe(true);
    expect(ids(graph.linksAt(nodeId('bo')))).toBe('ada-knows-bo bo-in-c1');
  });

  it('is a node once its links are gone', () => {
    graph.remove(elementId('ada-in-ring'));
    graph.remove(elementId('ring'));
    expect(graph.has('ring')).toBe(false);
    expect(ids(graph.openGroups)).toBe('union');
    expect(ids(graph.ownedBy(viewpoint('c1')))).toBe('ada-knows-bo');
  });

  it('may be what was never there', () => {
    graph.remove(elementId('nothing'));
    expect(graph.nodes.size).toBe(5);
  });
});

describe('a policy', () => {
  it('opens and closes the groups that leave it to their kind', () => {
    graph.policy = namedPolicy('open');
    expect(ids(graph.openGroups)).toBe('c1 ring union');
    graph.policy = namedPolicy('detached');
    expect(ids(graph.openGroups)).toBe('ring union');
    expect(graph.disclosure(on.get('c1') as NodeRecord)).toBe('detached');
    expect(graph.disclosure(on.get('ada') as NodeRecord)).toBeNull();
  });
});

describe('the indexes', () => {
  it('hold, after any history, what a look at every record finds', () => {
    fc.assert(
      fc.property(anyBoard, anyBoard, anyPolicy, (first, second, policy) => {
        const worn = graphOf(first);
        for (const link of first.links) if (link.id.endsWith('1')) worn.remove(link.id);
        for (const node of second.nodes) worn.put(node);
        for (const link of second.links) {
          if (worn.nodes.has(link.source) && worn.nodes.has(link.target)) worn.put(link);
        }
        worn.policy = policy;
        for (const node of [...worn.nodes.values()]) {
          if (worn.linksAt(node.id).next().done) worn.remove(node.id);
        }
        const nodes = [...worn.nodes.values()];
        const links = [...worn.links.values()];
        const all: ElementRecord[] = [...nodes, ...links];
        for (const viewpoint of VIEWPOINTS) {
          expect(ids(worn.ownedBy(viewpoint))).toBe(ids(all.filter(({ owner }) => owner === viewpoint)));
          expect(ids(worn.listedFor(viewpoint))).toBe(
            ids(all.filter(({ audience }) => audience?.includes(viewpoint))),
          );
        }
        for (const { id } of nodes) {
          for (const kind of LINK_KINDS) {
            const here = links.filter(
              (link) => link.kind === kind && [link.source, link.target].includes(id),
            );
            expect(ids(worn.linksOf(id, kind))).toBe(ids(here));
          }
        }
        expect(ids(worn.openGroups)).toBe(ids(nodes.filter((node) => worn.disclosure(node) === 'open')));
        for (const link of all.filter(isLink)) {
          expect(worn.nodes.has(link.source) && worn.nodes.has(link.target)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
