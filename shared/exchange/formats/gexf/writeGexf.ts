/**
 * Writes GEXF 1.2 with places, sizes and colours as Gephi draws them (its y axis points up) and every other
 * field as an attribute. As in GraphML, a mixture of directed and undirected links counts as directed.
 */
import type { ElementRoot } from '../../../model/fields.ts';
import { isDirected } from '../../../model/kinds.ts';
import { rgbOf } from '../../colors.ts';
import type { ExchangeContent, ExchangeLink, ExchangeNode } from '../../content.ts';
import { FILE_COLUMNS, type FileColumn } from '../../fileFields.ts';
import { XML_HEAD, xmlTag } from '../../xml/writeXml.ts';

/** Those that have no place of their own in the format. */
const attributesOf = (root: ElementRoot, native: readonly string[]) =>
  FILE_COLUMNS[root].filter(({ name }) => !native.includes(name));
const NODE_ATTRIBUTES = attributesOf('nodes', ['label', 'x', 'y']);
const LINK_ATTRIBUTES = attributesOf('links', ['label']);

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

function attributesTag(target: 'node' | 'edge', columns: readonly FileColumn[]): string {
  const entries = columns.map(({ name, type }) => xmlTag('attribute', { id: name, title: name, type }));
  return xmlTag('attributes', { class: target, mode: 'static' }, entries.join(''));
}

function nodeTag(node: ExchangeNode): string {
  const { id, label, position, size, color } = node;
  const parts = [
    attvalues(node, NODE_ATTRIBUTES),
    xmlTag('viz:position', { x: position.x, y: position.y === 0 ? 0 : -position.y, z: 0 }),
    xmlTag('viz:size', { value: size === undefined ? DOT_SIZE : Math.max(size.width, size.height) / 4 }),
    color === undefined ? '' : xmlTag('viz:color', { ...rgbOf(color) }),
  ];
  return xmlTag('node', { id, label }, parts.join(''));
}

function linkTag(link: ExchangeLink): string {
  const { id, source, target, label } = link;
  return xmlTag('edge', { id, source, target, label: label || undefined }, attvalues(link, LINK_ATTRIBUTES));
}

function attvalues(element: ExchangeNode | ExchangeLink, columns: readonly FileColumn[]): string {
  const entries = columns.flatMap(({ name, of }) => {
    const value = of(element);
    return value === undefined ? [] : [xmlTag('attvalue', { for: name, value })];
  });
  return xmlTag('attvalues', {}, entries.join(''));
}
