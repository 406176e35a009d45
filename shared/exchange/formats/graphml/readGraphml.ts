/**
 * Reads GraphML: declared data by name, defaults, graphs within nodes as groups, and where yEd drew something
 * its labels, places and sizes. Ports and hyperedges have no counterpart on a board and are told.
 */
import { type DeclaredAttribute, ValueList } from '../../attributes.ts';
import { nearestColor, parseHex } from '../../colors.ts';
import type { TextFiles } from '../../fileFormat.ts';
import { type FileRefusal, type ReadResult, refusal } from '../../reading.ts';
import { numberIn } from '../../words.ts';
import { readXml, type XmlElement } from '../../xml/readXml.ts';
import { XmlGraphBuilder, type XmlGraphEdge, type XmlGraphNode } from '../../xml/xmlGraphBuilder.ts';

export function readGraphml([{ text }]: TextFiles): ReadResult {
  const handler = new GraphmlHandler();
  const reason = readXml(text, handler);
  return reason === null ? handler.result : { ok: false, error: reason };
}

class GraphmlHandler {
  readonly #graph = new XmlGraphBuilder();
  readonly #keys = new Map<string, DeclaredAttribute>();
  /** The keys for nodes and those for edges; others are for what a board has not. */
  readonly #keysFor = { node: new Set<DeclaredAttribute>(), edge: new Set<DeclaredAttribute>() };
  #key: DeclaredAttribute | null = null;
  #data: DeclaredAttribute | null = null;
  /** yEd draws members of a group at places of the board, ours to take as they are. */
  #isDrawn = false;
  #isOurs = false;

  get result(): ReadResult {
    return this.#graph.result({ isToScale: this.#isDrawn || this.#isOurs });
  }

  open(element: XmlElement): FileRefusal | null {
    const { name, line, depth } = element;
    if (depth === 1 && name !== 'graphml') return refusal('unknown-format', { line, what: `<${name}>` });
    switch (name) {
      case 'key':
        this.#declare(element);
        return null;
      case 'graph':
        if (this.#graph.node !== undefined) this.#graph.node.isGroup = true;
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
        this.#graph.troubles.add('bad-value', { line, what: `<${name}>` });
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
          this.#graph.described?.values.set(this.#data.name, text);
        this.#data = null;
        return;
      case 'nodelabel':
        return named(this.#graph.node, text);
      case 'edgelabel':
        return named(this.#graph.edge, text);
      case 'edge':
        return this.#graph.closeEdge();
      case 'node':
        return this.#graph.closeNode();
    }
  }

  #declare(element: XmlElement): void {
    const id = element.attribute('id') ?? '';
    const target = element.attribute('for') ?? 'all';
    const name = element.attribute('attr.name') ?? (element.attribute('yfiles.type') ? '' : id);
    this.#key = { name, fallback: null };
    this.#keys.set(id, this.#key);
    for (const one of ['node', 'edge'] as const)
      if (target === one || target === 'all') this.#keysFor[one].add(this.#key);
    if (id === 'n-disclosure') this.#isOurs = true;
  }

  #openNode(element: XmlElement): FileRefusal | null {
    const key = element.attribute('id') ?? '';
    const node = { key, line: element.line, values: ValueList.ofDefaults(this.#keysFor.node) };
    return this.#graph.openNode(node, this.#graph.node?.key);
  }

  #openEdge(element: XmlElement): FileRefusal | null {
    const [source, target] = [element.attribute('source') ?? '', element.attribute('target') ?? ''];
    return this.#graph.openEdge({
      source,
      target,
      line: element.line,
      values: ValueList.ofDefaults(this.#keysFor.edge),
    });
  }

  /** The node whose drawing is read; an edge has drawings of its own. */
  get #drawnNode(): XmlGraphNode | undefined {
    return this.#graph.edge === null ? this.#graph.node : undefined;
  }

  #place(element: XmlElement): void {
    const node = this.#drawnNode;
    const number = (name: string) => numberIn(element.attribute(name));
    const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
    if (node === undefined || node.position || x === null || y === null) return;
    this.#isDrawn = true;
    node.position = { x: x + (width ?? 0) / 2, y: y + (height ?? 0) / 2 };
    if (width !== null && height !== null && width > 0 && height > 0) node.size = { width, height };
  }

  #paint(element: XmlElement): void {
    const node = this.#drawnNode;
    const rgb = parseHex(element.attribute('color') ?? '');
    if (node !== undefined && node.color === undefined && rgb !== null) node.color = nearestColor(rgb);
  }
}

/** The first label of a drawing counts. */
function named(drawn: XmlGraphNode | XmlGraphEdge | null | undefined, text: string): void {
  if (drawn && drawn.label === undefined && text.trim() !== '') drawn.label = text.trim();
}
