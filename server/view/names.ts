/**
 * What elements are called in one view. Nearly always by their id on the board. But a participant may create
 * something under an id that belongs to an element hidden from them: it must then become a new element like
 * any other, so in this view the id names that one, and should the hidden one ever be shown, it is shown
 * under another name.
 */
import type { ElementId } from '../../shared/model/ids.ts';

export class Names {
  readonly #toBoard = new Map<string, ElementId>();
  readonly #toView = new Map<ElementId, string>();
  readonly #newName: () => string;

  constructor(aliases: Iterable<readonly [name: string, id: string]>, newName: () => string) {
    for (const [name, id] of aliases) this.alias(name, id as ElementId);
    this.#newName = newName;
  }

  boardId(name: string): ElementId {
    return this.#toBoard.get(name) ?? (name as ElementId);
  }

  /** The element's name in this view; a new one when its own is taken. */
  of(id: ElementId): string {
    const known = this.#toView.get(id);
    if (known !== undefined) return known;
    if (!this.#toBoard.has(id)) return id;
    const name = this.#newName();
    this.alias(name, id);
    return name;
  }

  alias(name: string, id: ElementId): void {
    this.#toBoard.set(name, id);
    this.#toView.set(id, name);
  }

  get size(): number {
    return this.#toBoard.size;
  }

  /** Sorted, for keeping. */
  entries(): [string, string][] {
    return [...this.#toBoard].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
