/**
 * Reads GEXF 1.1 to 1.3: attributes by title, places (Gephi's y axis points up), colours, and nodes within nodes
 * as members of groups. Times are not kept: a board shows one moment.
 */
import { type DeclaredAttribute, ValueList } from '../../attributes.ts';
import { nearestColor } from '../../colors.ts';
import type { TextFiles } from '../../fileFormat.ts';
import { type FileRefusal, type ReadResult, refusal } from '../../reading.ts';
import { numberIn } from '../../words.ts';
import { readXml, type XmlElement } from '../../xml/readXml.ts';
import { XmlGraphBuilder } from '../../xml/xmlGraphBuilder.ts';

export function readGexf([{ text }]: TextFiles): ReadResult {
  const handler = new GexfHandler();
  const reason = readXml(text, handler);
  return reason === null ? handler.result : { ok: false, error: reason };
}

class GexfHandler {
  readonly #graph = new XmlGraphBuilder();
  /** By id, which may repeat between nodes and edges. */
  readonly #attributes = {
    node: new Map<string, DeclaredAttribute>(),
    edge: new Map<string, DeclaredAttribute>(),
  };
  #class: 'node' | 'edge' = 'node';
  #attribute: DeclaredAttribute | null = null;
  #isDynamic = false;
  #isOurs = false;

  get result(): ReadResult {
    return this.#graph.result({
      isToScale: this.#isOurs,
      ...(this.#isDynamic && { unused: ['start', 'end'] }),
    });
  }

  open(element: XmlElement): FileRefusal | null {
    const { name, line, depth } = element;
    if (depth === 1 && name !== 'gexf') return refusal('unknown-format', { line, what: `<${name}>` });
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
        return this.#graph.closeNode();
      case 'edge':
        return this.#graph.closeEdge();
    }
  }

  #declare(element: XmlElement): void {
    const id = element.attribute('id') ?? '';
    this.#attribute = { name: element.attribute('title') ?? id, fallback: null };
    this.#attributes[this.#class].set(id, this.#attribute);
    if (id === 'disclosure') this.#isOurs = true;
  }

  #openNode(element: XmlElement): FileRefusal | null {
    const { line } = element;
    if (element.attribute('start') !== undefined) this.#isDynamic = true;
    const outer = this.#graph.node;
    if (outer !== undefined) outer.isGroup = true;
    const key = element.attribute('id') ?? '';
    const values = ValueList.ofDefaults(this.#attributes.node.values());
    const node = { key, line, label: element.attribute('label'), values };
    return this.#graph.openNode(node, element.attribute('pid') ?? outer?.key);
  }

  #openEdge(element: XmlElement): FileRefusal | null {
    const values = ValueList.ofDefaults(this.#attributes.edge.values());
    const kind = element.attribute('kind');
    if (kind !== undefined) values.set('kind', kind);
    const weight = numberIn(element.attribute('weight'));
    if (weight !== null && weight !== 1) values.set('weight', String(weight));
    const [source, target] = [element.attribute('source') ?? '', element.attribute('target') ?? ''];
    const { line } = element;
    return this.#graph.openEdge({ source, target, line, label: element.attribute('label'), values });
  }

  #value(element: XmlElement): void {
    const attributes = this.#attributes[this.#graph.edge === null ? 'node' : 'edge'];
    const id = element.attribute('for') ?? element.attribute('id') ?? '';
    const name = attributes.get(id)?.name ?? id;
    this.#graph.described?.values.set(name, element.attribute('value') ?? '');
  }

  #place(element: XmlElement): void {
    const { node } = this.#graph;
    const [x, y] = [numberIn(element.attribute('x')), numberIn(element.attribute('y'))];
    if (node !== undefined && x !== null && y !== null) node.position = { x, y: y === 0 ? 0 : -y };
  }

  #paint(element: XmlElement): void {
    const { node, edge } = this.#graph;
    const [r, g, b] = ['r', 'g', 'b'].map((name) => numberIn(element.attribute(name)));
    if (edge !== null || node === undefined || r == null || g == null || b == null) return;
    node.color = nearestColor({ r, g, b });
  }
}
