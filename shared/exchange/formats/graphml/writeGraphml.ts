/**
 * Writes GraphML, whose keys carry every field of an element. Contacts and ties have no direction on a board;
 * readers that know only one kind of graph refuse a mixture, so the file is undirected only where all of it is.
 */
import { isDirected } from '../../../model/kinds.ts';
import type { ExchangeContent } from '../../content.ts';
import { type CellValue, FILE_COLUMNS, type FileColumn, inOrder } from '../../fileFields.ts';
import { escapeXml, XML_HEAD, xmlTag } from '../../xml/writeXml.ts';

const NODE_KEYS = inOrder(FILE_COLUMNS.nodes, ['label', 'kind']);
const LINK_KEYS = FILE_COLUMNS.links;

export function writeGraphml({ nodes, links }: ExchangeContent): string {
  const parts = [
    ...NODE_KEYS.map((column) => keyTag(column, 'node')),
    ...LINK_KEYS.map((column) => keyTag(column, 'edge')),
  ];
  const isUndirected = links.length > 0 && links.every(({ kind }) => !isDirected(kind));
  const elements = [
    ...nodes.map((node) => {
      const { id, label } = node;
      // Also an empty name, so that it comes back as one.
      const named = data('label', { target: 'node', value: label });
      const others = NODE_KEYS.filter(({ name }) => name !== 'label');
      const rest = others.map(({ name, of }) => data(name, { target: 'node', value: of(node) }));
      return xmlTag('node', { id }, [named, ...rest].join(''));
    }),
    ...links.map((link) => {
      const { id, source, target } = link;
      const all = LINK_KEYS.map(({ name, of }) => data(name, { target: 'edge', value: of(link) }));
      return xmlTag('edge', { id, source, target }, all.join(''));
    }),
  ];
  const graph = xmlTag(
    'graph',
    { id: 'G', edgedefault: isUndirected ? 'undirected' : 'directed' },
    `\n${elements.join('\n')}\n`,
  );
  const namespace = { xmlns: 'http://graphml.graphdrawing.org/xmlns' };
  return `${XML_HEAD}${xmlTag('graphml', namespace, `\n${parts.join('\n')}\n${graph}\n`)}\n`;
}

type KeyTarget = 'node' | 'edge';

const keyId = (name: string, target: KeyTarget) =>
  `${target === 'node' ? 'n' : 'e'}-${name.replace(/\s/g, '-')}`;

function keyTag({ name, type }: FileColumn, target: KeyTarget): string {
  const id = keyId(name, target);
  return xmlTag('key', {
    id,
    for: target,
    'attr.name': name,
    'attr.type': type === 'integer' ? 'int' : type,
  });
}

interface Datum {
  readonly target: KeyTarget;
  readonly value: CellValue | undefined;
}

function data(name: string, { target, value }: Datum): string {
  return value === undefined ? '' : xmlTag('data', { key: keyId(name, target) }, escapeXml(String(value)));
}
