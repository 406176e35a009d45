/** Files that other programs wrote, or would: what a board would get of them. */
import { readFileSync } from 'node:fs';
import Graph, { MultiGraph } from 'graphology';
import karateClub from 'graphology-generators/social/karate-club.js';
import gexf from 'graphology-gexf';
import { describe, expect, it } from 'vitest';
import { likelyMapping, type Mapping, type Plan, planOf } from '../../../../shared/exchange/plan.ts';
import { readFiles } from '../../../../shared/exchange/readFiles.ts';
import type { Reading } from '../../../../shared/exchange/reading.ts';
import { newLinkId, newNodeId } from '../../../../shared/model/ids.ts';

const FIXTURES = new URL('../../../fixtures/exchange/', import.meta.url);

const bytes = (name: string) => new Uint8Array(readFileSync(new URL(name, FIXTURES)));

function read(...names: string[]): Reading {
  return readGiven(names.map((name) => ({ name, bytes: bytes(name) })));
}

function readGiven(files: readonly { name: string; bytes: Uint8Array }[]): Reading {
  const answer = readFiles(files);
  if (!answer.ok) throw new Error(`${answer.error.code} at line ${answer.error.line}: ${answer.error.what}`);
  return answer.value.reading;
}

const KINDS = [
  ['group', 'circle'],
  ['text', 'person'],
  ['file', 'note'],
] as const;

function plan(reading: Reading, mapping: Mapping = likelyMapping(reading)): Plan {
  return planOf(reading, {
    mapping,
    isFacilitator: true,
    keepExtra: true,
    newNodeId: () => newNodeId(),
    newLinkId: () => newLinkId(),
  });
}

const labels = ({ nodes }: Plan) => nodes.map(({ label }) => label);
const joined = ({ nodes, links }: Plan) => {
  const name = new Map(nodes.map(({ id, label }) => [id, label]));
  return links.map(({ kind, source, target }) => `${name.get(source)} ${kind} ${name.get(target)}`);
};
const text = (content: string) => new TextEncoder().encode(content);

describe('files of others', () => {
  it.each(['networkx-karate.gexf', 'networkx-karate.graphml'])('%s is the karate club', (name) => {
    const made = plan(read(name));
    expect([made.nodes.length, made.links.length]).toEqual([34, 78]);
    expect(made.nodes[33]?.notes).toContain('club: Officer');
    expect(new Set(made.nodes.map(({ kind }) => kind))).toEqual(new Set(['person']));
  });

  it('NetworkX with types, Persian names and places of another scale', () => {
    const reading = read('networkx-typed.graphml');
    const made = plan(reading);
    expect(labels(made)).toEqual(['آدا لاولیس', 'R&D <team> "x"']);
    expect(made.nodes.map(({ kind }) => kind)).toEqual(['person', 'circle']);
    expect(made.links.map(({ kind }) => kind)).toEqual(['membership', 'tie']);
    expect(made.troubles).toContainEqual(expect.objectContaining({ code: 'not-joinable', what: 'leads' }));
    expect(reading.isToScale).toBe(false);
  });

  it('yEd with a folder as a group, drawn places and a link that leads nowhere', () => {
    const made = plan(read('yed.graphml'));
    expect(labels(made)).toEqual(['Night shift', 'Ada & co', 'Bo']);
    expect(made.nodes[0]).toMatchObject({ notes: 'Works > by night', size: { width: 300, height: 200 } });
    expect(made.nodes[1]).toMatchObject({ kind: 'person', color: 5, position: { x: 170, y: 135 } });
    expect(joined(made)).toEqual(['Ada & co membership Night shift', 'Ada & co tie Bo']);
    expect(made.links[1]?.label).toBe('writes to');
    expect(made.troubles.map(({ line, code, what }) => [line, code, what])).toEqual([
      [45, 'bad-value', '<port>'],
      [54, 'no-such-node', 'n7'],
    ]);
  });

  it('Gephi with defaults, colours and its y axis upwards', () => {
    const made = plan(read('gephi.gexf'));
    expect(made.nodes).toMatchObject([
      {
        label: 'Ada',
        kind: 'person',
        color: 5,
        position: { x: -10.5, y: -20.25 },
        notes: 'Modularity Class: 2',
      },
      { label: 'Union', kind: 'organization', color: null },
      { label: '2.0' },
    ]);
    expect(joined(made)).toEqual(['Ada membership Union', 'Ada tie 2.0']);
  });

  it('a canvas of Obsidian, where what lies in a group belongs to it', () => {
    const reading = read('obsidian.canvas');
    const made = plan(reading);
    expect(labels(made)).toEqual(['Reading circle', '# Ada\nReads on Mondays', 'Outside', 'People/Bo.md']);
    expect(made.nodes.map(({ kind }) => kind)).toEqual(['area', 'note', 'note', 'note']);
    expect(made.nodes[1]?.position).toEqual({ x: -125, y: -70 });
    expect(joined(made)).toEqual(['# Ada\nReads on Mondays tie Outside', 'People/Bo.md tie Outside']);
    const mapping = { ...likelyMapping(reading), nodes: new Map(KINDS) };
    const asPeople = plan(reading, mapping);
    expect(asPeople.nodes[1]).toMatchObject({ label: 'Ada', notes: 'Reads on Mondays', size: null });
    expect(joined(asPeople)).toContain('Ada membership Reading circle');
    expect(made.troubles[0]).toMatchObject({ line: 7, code: 'bad-value' });
  });

  it('Kumu’s two tables, tags and all', () => {
    const made = plan(read('kumu-connections.csv', 'kumu-elements.csv'));
    expect(made.nodes).toMatchObject([
      { label: 'Ada', kind: 'person', caption: 'printer, night', notes: 'Writes, edits\r\nand prints' },
      { label: 'Press', kind: 'organization' },
      { label: 'Bo', kind: 'person' },
      { label: 'Cy', kind: 'person' },
    ]);
    expect(joined(made)).toEqual(['Ada membership Press', 'Ada contact Bo', 'Bo contact Cy']);
    expect(made.troubles).toEqual([]);
  });

  it('Les Misérables as vega ships it, links by place in the list', () => {
    const made = plan(read('miserables.json'));
    expect([made.nodes.length, made.links.length]).toEqual([77, 254]);
    expect(joined(made)[0]).toBe('Napoleon tie Myriel');
    expect(made.troubles.map(({ code, what }) => [code, what])).toEqual([
      ['not-used', 'group, index, value'],
    ]);
  });

  it('the node-link JSON of NetworkX, by id', () => {
    const data = {
      directed: false,
      nodes: [{ id: 7, label: 'Ada' }, { id: 'b' }],
      edges: [
        { source: 7, target: 'b', kind: 'knows' },
        { source: 7, target: 9 },
      ],
    };
    const made = plan(readGiven([{ name: 'n.json', bytes: text(JSON.stringify(data, null, 1)) }]));
    expect(joined(made)).toEqual(['Ada contact b']);
    expect(made.troubles).toMatchObject([{ line: 18, code: 'no-such-node', what: '9' }]);
  });

  it('Les Misérables as a list of links and as graphology writes it', () => {
    const { nodes, links } = JSON.parse(readFileSync(new URL('miserables.json', FIXTURES), 'utf8')) as {
      nodes: { name: string; group: number }[];
      links: { source: number; target: number; value: number }[];
    };
    const name = (index: number) => nodes[index]?.name ?? '';
    const rows = links.map(({ source, target, value }) => `${name(source)};${name(target)};${value}`);
    const asList = plan(
      readGiven([{ name: 'list.csv', bytes: text(`source;target;weight\n${rows.join('\n')}`) }]),
    );
    expect([asList.nodes.length, asList.links.length]).toEqual([77, 254]);
    const graph = new Graph({ type: 'undirected' });
    for (const one of nodes) graph.addNode(one.name, { label: one.name, group: one.group });
    for (const { source, target, value } of links)
      graph.addEdge(name(source), name(target), { weight: value });
    const asGexf = plan(readGiven([{ name: 'm.gexf', bytes: text(gexf.write(graph)) }]));
    expect([asGexf.nodes.length, asGexf.links.length]).toEqual([77, 254]);
    expect([...labels(asGexf)].sort()).toEqual([...labels(asList)].sort());
  });

  it('the karate club of graphology', () => {
    const club = karateClub(MultiGraph);
    const made = plan(readGiven([{ name: 'k.gexf', bytes: text(gexf.write(club)) }]));
    expect([made.nodes.length, made.links.length]).toEqual([club.order, club.size]);
  });
});
