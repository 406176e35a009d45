/** Large files as other programs write them: a network of groups of friends, in GEXF and as two tables. */
import Graph from 'graphology';
import gexf from 'graphology-gexf';

export interface Size {
  readonly nodes: number;
  readonly links: number;
}

export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const KINDS = ['person', 'person', 'person', 'person', 'person', 'person', 'person', 'circle'] as const;

function ends(at: number, nodes: number): [number, number] {
  const from = (at * 7_919) % nodes;
  return [from, (from + 1 + Math.floor(at / nodes) * 3) % nodes];
}

export function asGexf({ nodes, links }: Size): GivenFile[] {
  const graph = new Graph({ type: 'undirected', multi: true });
  for (let at = 0; at < nodes; at++) graph.addNode(`n${at}`, { label: `Imported ${at}` });
  for (let at = 0; at < links; at++) {
    const [from, to] = ends(at, nodes);
    graph.addEdge(`n${from}`, `n${to}`);
  }
  return [file('large.gexf', gexf.write(graph, { version: '1.3' }))];
}

export function asCsv({ nodes, links }: Size): GivenFile[] {
  const rows = Array.from(
    { length: nodes },
    (_, at) => `Imported ${at},${KINDS[at % KINDS.length]},who knows`,
  );
  const lines = Array.from({ length: links }, (_, at) => {
    const [from, to] = ends(at, nodes);
    return `Imported ${from},Imported ${to},tie`;
  });
  return [
    file('nodes.csv', `Label,Type,Description\n${rows.join('\n')}\n`),
    file('links.csv', `From,To,Type\n${lines.join('\n')}\n`),
  ];
}

function file(name: string, text: string): GivenFile {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
}
