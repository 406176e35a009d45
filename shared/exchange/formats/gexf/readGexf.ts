/**
 * Reads GEXF 1.1 to 1.3: attributes by title, places (Gephi's y axis points up), colours, and nodes within nodes
 * as members of groups. Times are not kept: a board shows one moment.
 */

import { LIMITS } from '../../../model/limits.ts';
import { extraNames, foundLink, foundNode, ValueList } from '../../attributes.ts';
import { nearestColor } from '../../colors.ts';
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

interface Attribute {
  readonly title: string;
  fallback: string | null;
}

interface GexfNode {
  readonly key: string;
  readonly line: number;
  readonly label: string | undefined;
  readonly list: ValueList;
  readonly index: number;
  readonly pid: string | undefined;
  position: FoundNode['position'];
  color: number | null;
  hasMembers: boolean;
}

interface GexfEdge {
  readonly source: string;
  readonly target: string;
  readonly line: number;
  readonly label: string | undefined;
  readonly list: ValueList;
}

export function readGexf(text: string): Read {
  const reading = new GexfReading();
  const refusal = readXml(text, reading);
  return refusal ?? reading.result;
}

class GexfReading {
  readonly #troubles = new Troubles();
  readonly #attributes = { node: new Map<string, Attribute>(), edge: new Map<string, Attribute>() };
  readonly #nodes: FoundNode[] = [];
  readonly #links: FoundLink[] = [];
  readonly #open: GexfNode[] = [];
  #edge: GexfEdge | null = null;
  #class: 'node' | 'edge' = 'node';
  #attribute: Attribute | null = null;
  #isDynamic = false;
  #isOurs = false;

  get result(): Read {
    if (this.#nodes.length === 0) return refused('no-nodes');
    const unused = extraNames([...this.#nodes, ...this.#links]);
    if (this.#isDynamic) unused.push('start', 'end');
    if (unused.length > 0) this.#troubles.add('not-used', { line: null, what: unused.join(', ') });
    const found = { nodes: this.#nodes, links: this.#links, troubles: this.#troubles.list };
    return { ok: true, reading: { format: 'gexf', title: '', ...found, isToScale: this.#isOurs } };
  }

  open(element: XmlElement): RefusedFile | null {
    const { name, line, depth } = element;
    if (depth === 1 && name !== 'gexf') return refused('unknown-format', { line, what: `<${name}>` });
    switch (name) {
      case 'attributes':
        this.#class = element.attribute('class') === 'edge' ? 'edge' : 'node';
        return null;
      case 'attribute':
        this.#declare(element);
        return null;
      case 'node':
        return this.#openNode(element);
      case 'edge':
        return this.#openEdge(element);
      case 'attvalue':
        this.#value(element);
        return null;
      case 'position':
        this.#place(element);
        return null;
      case 'color':
        this.#paint(element);
        return null;
      case 'spell':
        this.#isDynamic = true;
        return null;
      default:
        return null;
    }
  }

  close(name: string, text: string): void {
    switch (name) {
      case 'default':
        if (this.#attribute !== null) this.#attribute.fallback = text;
        return;
      case 'attribute':
        this.#attribute = null;
        return;
      case 'node':
        return this.#closeNode();
      case 'edge':
        return this.#closeEdge();
    }
  }

  #declare(element: XmlElement): void {
    const id = element.attribute('id') ?? '';
    const title = element.attribute('title') ?? id;
    this.#attribute = { title, fallback: null };
    this.#attributes[this.#class].set(id, this.#attribute);
    if (id === 'disclosure') this.#isOurs = true;
  }

  #openNode(element: XmlElement): RefusedFile | null {
    const { line } = element;
    if (this.#nodes.length >= LIMITS.nodes)
      return refused('too-many-nodes', { line, what: String(LIMITS.nodes) });
    const key = element.attribute('id') ?? '';
    const holder = this.#open.at(-1);
    if (holder !== undefined) holder.hasMembers = true;
    const pid = element.attribute('pid') ?? holder?.key;
    if (pid !== undefined && pid !== '')
      this.#links.push({ source: key, target: pid, line, type: 'membership', label: '', caption: '' });
    const index = this.#nodes.length;
    const bare = { type: '', label: '', caption: '', notes: '', position: null, size: null, color: null };
    this.#nodes.push({ key, line, ...bare });
    this.#open.push({
      key,
      line,
      label: element.attribute('label'),
      list: this.#fresh('node'),
      index,
      pid,
      position: null,
      color: null,
      hasMembers: false,
    });
    if (element.attribute('start') !== undefined) this.#isDynamic = true;
    return null;
  }

  #closeNode(): void {
    const node = this.#open.pop();
    if (node === undefined) return;
    const { key, line, label, list, position, color, hasMembers } = node;
    const type = hasMembers ? 'group' : '';
    const facts = { key, line, label, values: list.values, position, color, type };
    this.#nodes[node.index] = foundNode(facts, this.#troubles);
  }

  #openEdge(element: XmlElement): RefusedFile | null {
    const { line } = element;
    if (this.#links.length >= LIMITS.links)
      return refused('too-many-links', { line, what: String(LIMITS.links) });
    const list = this.#fresh('edge');
    const kind = element.attribute('kind');
    if (kind !== undefined) list.set('kind', kind);
    const weight = numberIn(element.attribute('weight'));
    if (weight !== null && weight !== 1) list.set('weight', String(weight));
    const [source, target] = [element.attribute('source') ?? '', element.attribute('target') ?? ''];
    this.#edge = { source, target, line, label: element.attribute('label'), list };
    return null;
  }

  #closeEdge(): void {
    const edge = this.#edge;
    this.#edge = null;
    if (edge === null) return;
    const { list, ...facts } = edge;
    this.#links.push(foundLink({ ...facts, values: list.values }));
  }

  #fresh(target: 'node' | 'edge'): ValueList {
    const list = new ValueList();
    for (const { title, fallback } of this.#attributes[target].values())
      if (fallback !== null) list.set(title, fallback);
    return list;
  }

  #value(element: XmlElement): void {
    const target = this.#edge === null ? 'node' : 'edge';
    const id = element.attribute('for') ?? element.attribute('id') ?? '';
    const list = (this.#edge ?? this.#open.at(-1))?.list;
    list?.set(this.#attributes[target].get(id)?.title ?? id, element.attribute('value') ?? '');
  }

  #place(element: XmlElement): void {
    const node = this.#open.at(-1);
    const [x, y] = [numberIn(element.attribute('x')), numberIn(element.attribute('y'))];
    if (node !== undefined && x !== null && y !== null) node.position = { x, y: y === 0 ? 0 : -y };
  }

  #paint(element: XmlElement): void {
    const node = this.#edge === null ? this.#open.at(-1) : undefined;
    const [r, g, b] = ['r', 'g', 'b'].map((name) => numberIn(element.attribute(name)));
    if (node === undefined || r == null || g == null || b == null) return;
    node.color = nearestColor({ r, g, b });
  }
}
