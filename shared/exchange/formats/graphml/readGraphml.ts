/**
 * Reads GraphML: declared data by name, defaults, graphs within nodes as groups, and where yEd drew something
 * its labels, places and sizes. Ports and hyperedges have no counterpart on a board and are told.
 */

import { LIMITS } from '../../../model/limits.ts';
import { extraNames, foundLink, foundNode, ValueList } from '../../attributes.ts';
import { nearestColor, parseHex } from '../../colors.ts';
import {
  type FoundLink,
  type FoundNode,
  type Read,
  type RefusedFile,
  refused,
  Troubles,
} from '../../reading.ts';
import { numberIn } from '../../words.ts';
import { readXml, type XmlElement } from '../../xml/readXml.ts';

interface GraphmlKey {
  readonly name: string;
  readonly target: string;
  fallback: string | null;
}

interface GraphmlNode {
  readonly key: string;
  readonly line: number;
  readonly list: ValueList;
  /** Where in the result it will stand: groups come before their members. */
  readonly index: number;
  label?: string;
  position?: FoundNode['position'];
  size?: FoundNode['size'];
  color?: number | null;
  isGroup: boolean;
}

interface GraphmlEdge {
  readonly source: string;
  readonly target: string;
  readonly line: number;
  readonly list: ValueList;
  label?: string;
}

export function readGraphml(text: string): Read {
  const reading = new GraphmlReading();
  const refusal = readXml(text, reading);
  return refusal ?? reading.result;
}

class GraphmlReading {
  readonly #troubles = new Troubles();
  readonly #keys = new Map<string, GraphmlKey>();
  readonly #nodes: FoundNode[] = [];
  readonly #links: FoundLink[] = [];
  readonly #open: GraphmlNode[] = [];
  #edge: GraphmlEdge | null = null;
  #key: GraphmlKey | null = null;
  #data: GraphmlKey | null = null;
  /** yEd draws members of a group at places of the board, ours to take as they are. */
  #isDrawn = false;
  #isOurs = false;

  get result(): Read {
    if (this.#nodes.length === 0) return refused('no-nodes');
    const unused = extraNames([...this.#nodes, ...this.#links]);
    if (unused.length > 0) this.#troubles.add('not-used', { line: null, what: unused.join(', ') });
    const found = { nodes: this.#nodes, links: this.#links, troubles: this.#troubles.list };
    const isToScale = this.#isDrawn || this.#isOurs;
    return { ok: true, reading: { format: 'graphml', title: '', ...found, isToScale } };
  }

  open(element: XmlElement): RefusedFile | null {
    const { name, line, depth } = element;
    if (depth === 1 && name !== 'graphml') return refused('unknown-format', { line, what: `<${name}>` });
    switch (name) {
      case 'key':
        this.#declare(element);
        return null;
      case 'graph':
        this.#group();
        return null;
      case 'node':
        return this.#openNode(element);
      case 'edge':
        return this.#openEdge(element);
      case 'data':
        this.#data = this.#keys.get(element.attribute('key') ?? '') ?? null;
        return null;
      case 'hyperedge':
      case 'port':
        this.#troubles.add('bad-value', { line, what: `<${name}>` });
        return null;
      case 'geometry':
        this.#place(element);
        return null;
      case 'fill':
        this.#paint(element);
        return null;
      default:
        return null;
    }
  }

  close(name: string, text: string): void {
    switch (name) {
      case 'default':
        if (this.#key !== null) this.#key.fallback = text;
        return;
      case 'key':
        this.#key = null;
        return;
      case 'data':
        // yEd puts drawings into data, which hold no words themselves.
        if (this.#data !== null && !(this.#data.name === '' && text.trim() === ''))
          this.#holder?.list.set(this.#data.name, text);
        this.#data = null;
        return;
      case 'nodelabel':
        this.#name(this.#open.at(-1), text);
        return;
      case 'edgelabel':
        this.#name(this.#edge, text);
        return;
      case 'edge':
        return this.#closeEdge();
      case 'node':
        return this.#closeNode();
    }
  }

  get #holder(): GraphmlNode | GraphmlEdge | undefined {
    return this.#edge ?? this.#open.at(-1);
  }

  #declare(element: XmlElement): void {
    const id = element.attribute('id') ?? '';
    const target = element.attribute('for') ?? 'all';
    const name = element.attribute('attr.name') ?? (element.attribute('yfiles.type') ? '' : id);
    this.#key = { name, target, fallback: null };
    this.#keys.set(id, this.#key);
    if (id === 'n-disclosure') this.#isOurs = true;
  }

  #group(): void {
    const outer = this.#open.at(-1);
    if (outer !== undefined) outer.isGroup = true;
  }

  #openNode(element: XmlElement): RefusedFile | null {
    const key = element.attribute('id') ?? '';
    if (this.#nodes.length >= LIMITS.nodes)
      return refused('too-many-nodes', { line: element.line, what: String(LIMITS.nodes) });
    const index = this.#nodes.length;
    const list = this.#fresh('node');
    const bare = { type: '', label: '', caption: '', notes: '', position: null, size: null, color: null };
    this.#nodes.push({ key, line: element.line, ...bare });
    const holder = this.#open.at(-1);
    if (holder !== undefined) {
      const { line } = element;
      const membership = { type: 'membership', label: '', caption: '' };
      this.#links.push({ source: key, target: holder.key, line, ...membership });
    }
    this.#open.push({ key, line: element.line, list, index, isGroup: false });
    return null;
  }

  #closeNode(): void {
    const node = this.#open.pop();
    if (node === undefined) return;
    const { key, line, list, label, position = null, size = null, color = null, isGroup } = node;
    const type = isGroup ? 'group' : '';
    const facts = { key, line, values: list.values, label, position, size, color, type };
    this.#nodes[node.index] = foundNode(facts, this.#troubles);
  }

  #openEdge(element: XmlElement): RefusedFile | null {
    const { line } = element;
    if (this.#links.length >= LIMITS.links)
      return refused('too-many-links', { line, what: String(LIMITS.links) });
    const [source, target] = [element.attribute('source') ?? '', element.attribute('target') ?? ''];
    this.#edge = { source, target, line, list: this.#fresh('edge') };
    return null;
  }

  #closeEdge(): void {
    const edge = this.#edge;
    this.#edge = null;
    if (edge === null) return;
    const { source, target, line, list, label } = edge;
    this.#links.push(foundLink({ source, target, line, values: list.values, label }));
  }

  #fresh(target: 'node' | 'edge'): ValueList {
    const list = new ValueList();
    for (const key of this.#keys.values())
      if (key.fallback !== null && (key.target === target || key.target === 'all'))
        list.set(key.name, key.fallback);
    return list;
  }

  #name(named: GraphmlNode | GraphmlEdge | null | undefined, text: string): void {
    if (named && named.label === undefined && text.trim() !== '') named.label = text.trim();
  }

  #place(element: XmlElement): void {
    const node = this.#edge === null ? this.#open.at(-1) : undefined;
    const number = (name: string) => numberIn(element.attribute(name));
    const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
    if (node === undefined || node.position || x === null || y === null) return;
    this.#isDrawn = true;
    node.position = { x: x + (width ?? 0) / 2, y: y + (height ?? 0) / 2 };
    if (width !== null && height !== null && width > 0 && height > 0) node.size = { width, height };
  }

  #paint(element: XmlElement): void {
    const node = this.#edge === null ? this.#open.at(-1) : undefined;
    const rgb = parseHex(element.attribute('color') ?? '');
    if (node !== undefined && node.color === undefined && rgb !== null) node.color = nearestColor(rgb);
  }
}
