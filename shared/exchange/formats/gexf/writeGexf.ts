/**
 * Writes GEXF 1.2 with places, sizes and colours as Gephi draws them (its y axis points up) and every other
 * field as an attribute. As in GraphML, a mixture of directed and undirected links counts as directed.
 */
import { isDirected } from '../../../model/kinds.ts';
import { rgbOf } from '../../colors.ts';
import type { ExchangeContent, ExchangeLink, ExchangeNode } from '../../content.ts';
import { XML_HEAD, xmlTag } from '../../xml/writeXml.ts';

type GexfValues = Readonly<Record<string, string | number | boolean | undefined>>;

const NODE_ATTRIBUTES = {
  kind: 'string',
  caption: 'string',
  notes: 'string',
  width: 'double',
  height: 'double',
  color: 'integer',
  locked: 'boolean',
  disclosure: 'string',
} as const;
const LINK_ATTRIBUTES = { kind: 'string', caption: 'string', locked: 'boolean' } as const;

/** How large Gephi draws them. */
const DOT_SIZE = 10;

export function writeGexf({ nodes, links }: ExchangeContent): string {
  const isUndirected = links.length > 0 && links.every(({ kind }) => !isDirected(kind));
  const graph = xmlTag(
    'graph',
    { mode: 'static', defaultedgetype: isUndirected ? 'undirected' : 'directed' },
    `\n${[
      attributesTag('node', NODE_ATTRIBUTES),
      attributesTag('edge', LINK_ATTRIBUTES),
      xmlTag('nodes', {}, `\n${nodes.map(nodeTag).join('\n')}\n`),
      xmlTag('edges', {}, `\n${links.map(linkTag).join('\n')}\n`),
    ].join('\n')}\n`,
  );
  const namespaces = {
    xmlns: 'http://www.gexf.net/1.2draft',
    'xmlns:viz': 'http://www.gexf.net/1.2draft/viz',
    version: '1.2',
  };
  return `${XML_HEAD}${xmlTag('gexf', namespaces, `\n${graph}\n`)}\n`;
}

function attributesTag(target: 'node' | 'edge', types: Readonly<Record<string, string>>): string {
  const entries = Object.entries(types).map(([id, type]) => xmlTag('attribute', { id, title: id, type }));
  return xmlTag('attributes', { class: target, mode: 'static' }, entries.join(''));
}

function nodeTag(node: ExchangeNode): string {
  const { id, kind, label, caption, notes, position, size, color, locked, disclosure } = node;
  const values = {
    kind,
    caption: caption || undefined,
    notes: notes || undefined,
    width: size?.width,
    height: size?.height,
    color,
    locked: locked || undefined,
    disclosure,
  };
  const parts = [
    attvalues(values),
    xmlTag('viz:position', { x: position.x, y: position.y === 0 ? 0 : -position.y, z: 0 }),
    xmlTag('viz:size', { value: size === undefined ? DOT_SIZE : Math.max(size.width, size.height) / 4 }),
    color === undefined ? '' : xmlTag('viz:color', { ...rgbOf(color) }),
  ];
  return xmlTag('node', { id, label }, parts.join(''));
}

function linkTag({ id, kind, source, target, label, caption, locked }: ExchangeLink): string {
  const values = { kind, caption: caption || undefined, locked: locked || undefined };
  return xmlTag('edge', { id, source, target, label: label || undefined }, attvalues(values));
}

function attvalues(values: GexfValues): string {
  const entries = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [xmlTag('attvalue', { for: name, value })],
  );
  return xmlTag('attvalues', {}, entries.join(''));
}
