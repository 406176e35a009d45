/**
 * Writes GraphML, whose keys carry every field of an element. Contacts and ties have no direction on a board;
 * readers that know only one kind of graph refuse a mixture, so the file is undirected only where all of it is.
 */
import { isDirected } from '../../../model/kinds.ts';
import type { ExchangeContent, ExchangeLink, ExchangeNode } from '../../content.ts';
import { escapeXml, XML_HEAD, xmlTag } from '../../xml/writeXml.ts';

type GraphmlValue = string | number | boolean | undefined;

interface GraphmlField<Element> {
  readonly name: string;
  readonly type: 'string' | 'double' | 'int' | 'boolean';
  readonly of: (element: Element) => GraphmlValue;
}

/** Always written, so that an empty name comes back as one. */
const GRAPHML_NODE_FIELDS: readonly GraphmlField<ExchangeNode>[] = [
  { name: 'label', type: 'string', of: ({ label }) => label },
  { name: 'kind', type: 'string', of: ({ kind }) => kind },
  { name: 'caption', type: 'string', of: ({ caption }) => caption || undefined },
  { name: 'notes', type: 'string', of: ({ notes }) => notes || undefined },
  { name: 'x', type: 'double', of: ({ position }) => position.x },
  { name: 'y', type: 'double', of: ({ position }) => position.y },
  { name: 'width', type: 'double', of: ({ size }) => size?.width },
  { name: 'height', type: 'double', of: ({ size }) => size?.height },
  { name: 'color', type: 'int', of: ({ color }) => color },
  { name: 'locked', type: 'boolean', of: ({ locked }) => locked || undefined },
  { name: 'disclosure', type: 'string', of: ({ disclosure }) => disclosure },
];

const GRAPHML_LINK_FIELDS: readonly GraphmlField<ExchangeLink>[] = [
  { name: 'kind', type: 'string', of: ({ kind }) => kind },
  { name: 'label', type: 'string', of: ({ label }) => label || undefined },
  { name: 'caption', type: 'string', of: ({ caption }) => caption || undefined },
  { name: 'locked', type: 'boolean', of: ({ locked }) => locked || undefined },
];

export function writeGraphml({ nodes, links }: ExchangeContent): string {
  const parts = [
    ...GRAPHML_NODE_FIELDS.map((field) => keyTag(field, 'node')),
    ...GRAPHML_LINK_FIELDS.map((field) => keyTag(field, 'edge')),
  ];
  const isUndirected = links.length > 0 && links.every(({ kind }) => !isDirected(kind));
  const elements = [
    ...nodes.map((node) =>
      xmlTag('node', { id: node.id }, data(node, { fields: GRAPHML_NODE_FIELDS, prefix: 'n' })),
    ),
    ...links.map((link) => {
      const { id, source, target } = link;
      return xmlTag('edge', { id, source, target }, data(link, { fields: GRAPHML_LINK_FIELDS, prefix: 'e' }));
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

function keyTag(field: Pick<GraphmlField<never>, 'name' | 'type'>, target: 'node' | 'edge'): string {
  const id = `${target === 'node' ? 'n' : 'e'}-${field.name}`;
  return xmlTag('key', { id, for: target, 'attr.name': field.name, 'attr.type': field.type });
}

function data<Element>(
  element: Element,
  { fields, prefix }: { fields: readonly GraphmlField<Element>[]; prefix: string },
): string {
  return fields
    .map(({ name, of }) => ({ name, value: of(element) }))
    .filter(({ value }) => value !== undefined)
    .map(({ name, value }) => xmlTag('data', { key: `${prefix}-${name}` }, escapeXml(String(value))))
    .join('');
}
