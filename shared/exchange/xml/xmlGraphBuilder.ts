/**
 * Builds a reading from the elements of an XML graph as they open and close, for GEXF and GraphML alike: nodes may
 * stand within nodes, as members of groups, and limits are checked before the whole file is read. Groups come
 * before their members in the result.
 */
import { LIMITS } from '../../model/limits.ts';
import { extraNames, foundLink, foundNode, type ValueList } from '../attributes.ts';
import {
  type FileRefusal,
  type FoundLink,
  type FoundNode,
  type ReadResult,
  refusal,
  refused,
  Troubles,
} from '../reading.ts';

interface XmlGraphElement {
  readonly line: number;
  /** What the file says by attributes that it declares. */
  readonly values: ValueList;
  /** What the format itself says, which counts before any attribute. */
  label?: string | undefined;
}

export interface XmlGraphNode extends XmlGraphElement {
  readonly key: string;
  position?: FoundNode['position'];
  size?: FoundNode['size'];
  color?: number | null;
  /** Its type for want of one. */
  isGroup?: boolean;
}

export interface XmlGraphEdge extends XmlGraphElement {
  readonly source: string;
  readonly target: string;
}

interface ResultOptions {
  /** Positions are those of a board. */
  readonly isToScale: boolean;
  /** What the format says and a board has no field for, beside attributes. */
  readonly unused?: readonly string[];
}

export class XmlGraphBuilder {
  readonly troubles = new Troubles();
  readonly #nodes: FoundNode[] = [];
  readonly #links: FoundLink[] = [];
  /** From the outermost to the innermost, each with its place in the result. */
  readonly #open: { readonly node: XmlGraphNode; readonly index: number }[] = [];
  #edge: XmlGraphEdge | null = null;

  /** The innermost node whose element is open. */
  get node(): XmlGraphNode | undefined {
    return this.#open.at(-1)?.node;
  }

  get edge(): XmlGraphEdge | null {
    return this.#edge;
  }

  /** What the elements within describe. */
  get described(): XmlGraphNode | XmlGraphEdge | undefined {
    return this.#edge ?? this.node;
  }

  /** `group` is the key of the node it belongs to; undefined or empty for none. */
  openNode(node: XmlGraphNode, group: string | undefined): FileRefusal | null {
    const { key, line } = node;
    if (this.#nodes.length >= LIMITS.nodes)
      return refusal('too-many-nodes', { line, what: String(LIMITS.nodes) });
    if (group !== undefined && group !== '')
      this.#links.push({ source: key, target: group, line, type: 'membership', label: '' });
    this.#open.push({ node, index: this.#nodes.length });
    this.#nodes.push({ key, line, type: '', label: '' });
    return null;
  }

  closeNode(): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    const { values, isGroup, ...facts } = closed.node;
    const type = isGroup === true ? 'group' : '';
    this.#nodes[closed.index] = foundNode({ ...facts, values: values.values, type }, this.troubles);
  }

  openEdge(edge: XmlGraphEdge): FileRefusal | null {
    if (this.#links.length >= LIMITS.links)
      return refusal('too-many-links', { line: edge.line, what: String(LIMITS.links) });
    this.#edge = edge;
    return null;
  }

  closeEdge(): void {
    const edge = this.#edge;
    this.#edge = null;
    if (edge !== null) this.#links.push(foundLink({ ...edge, values: edge.values.values }, this.troubles));
  }

  result({ isToScale, unused = [] }: ResultOptions): ReadResult {
    if (this.#nodes.length === 0) return refused('no-nodes');
    const names = [...extraNames([...this.#nodes, ...this.#links]), ...unused];
    if (names.length > 0) this.troubles.add('not-used', { line: null, what: names.join(', ') });
    const found = { nodes: this.#nodes, links: this.#links, troubles: this.troubles.list };
    return { ok: true, value: { title: '', ...found, isToScale } };
  }
}
