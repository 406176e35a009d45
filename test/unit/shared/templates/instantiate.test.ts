import { describe, expect, it } from 'vitest';
import { Graph } from '../../../../shared/graph/graph.ts';
import { isLink } from '../../../../shared/model/element.ts';
import { isId, newLinkId, newNodeId } from '../../../../shared/model/ids.ts';
import { instantiate } from '../../../../shared/templates/instantiate.ts';
import { TEMPLATE_IDS } from '../../../../shared/templates/template.ts';
import { template } from '../../../../shared/templates/templates.ts';

const built = TEMPLATE_IDS.flatMap((id) => template(id) ?? []);

describe.each(built)('a board made from $id', (drawn) => {
  it('gets fresh ids, none of which is a key of the template', () => {
    const records = instantiate(drawn, { newNodeId, newLinkId });
    const keys = new Set<string>([...drawn.nodes, ...drawn.links].map(({ id }) => id));
    const ids = records.map(({ id }) => id);
    expect(new Set(ids).size).toBe(drawn.nodes.length + drawn.links.length);
    expect(ids.every(isId)).toBe(true);
    expect(ids.some((id) => keys.has(id))).toBe(false);
  });

  it('can be put on a board in the order it comes, and is the facilitator’s', () => {
    const records = instantiate(drawn, { newNodeId, newLinkId });
    const graph = new Graph(drawn.policy);
    for (const record of records) graph.put(record);
    expect(graph.nodes.size).toBe(drawn.nodes.length);
    expect(graph.links.size).toBe(drawn.links.length);
    expect(records.every(({ owner }) => owner === 'facilitator')).toBe(true);
  });

  it('keeps who belongs to what', () => {
    const records = instantiate(drawn, { newNodeId, newLinkId });
    const labels = new Map<string, string>(
      records.flatMap((r) => (isLink(r) ? [] : [[r.id, r.label] as const])),
    );
    const pairs = records.flatMap((r) =>
      isLink(r) ? [`${r.kind} ${labels.get(r.source)} ${labels.get(r.target)}`] : [],
    );
    const drawnLabels = new Map<string, string>(drawn.nodes.map(({ id, label }) => [id, label]));
    expect(pairs).toEqual(
      drawn.links.map((l) => `${l.kind} ${drawnLabels.get(l.source)} ${drawnLabels.get(l.target)}`),
    );
  });
});

describe('what a template names', () => {
  const [drawn] = built;
  it('audiences and owners follow to the new ids', () => {
    if (drawn === undefined) throw new Error('no template');
    const [first, second, ...rest] = drawn.nodes;
    if (first === undefined || second === undefined) throw new Error('no nodes');
    const told = {
      ...drawn,
      nodes: [{ ...first, audience: ['everyone' as const, second.id], owner: second.id }, second, ...rest],
    };
    const [one, other] = instantiate(told, { newNodeId, newLinkId });
    expect(one?.audience).toEqual(['everyone', other?.id]);
    expect(one?.owner).toBe(other?.id);
  });

  it('a node that is not in the template is a broken template', () => {
    if (drawn === undefined) throw new Error('no template');
    const broken = { ...drawn, nodes: drawn.nodes.slice(1) };
    expect(() => instantiate(broken, { newNodeId, newLinkId })).toThrow(RangeError);
  });

  it('no template answers to an unknown id', () => {
    expect(template('nothing')).toBeNull();
    expect(template('constructor')).toBeNull();
  });
});
