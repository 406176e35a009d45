/**
 * What elements are called in one view. Nearly always by their id on the board. But a participant may create
 * something under an id that belongs to an element hidden from them: it must then become a new element like
 * any other, so in this view the id names that one, and should the hidden one ever be shown, it is shown
 * under another name.
 */
import type { ElementId } from '../../shared/model/ids.ts';

export class IdAliases {
  readonly #toBoard = new Map<string, ElementId>();
  readonly #toView = new Map<ElementId, string>();
  readonly #newName: () => string;
  #changes = 0;

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

  /** Gives a name; what had it before is called otherwise, should it be shown again. */
  alias(name: string, id: ElementId): void {
    const before = this.#toBoard.get(name);
    if (before !== undefined && this.#toView.get(before) === name) this.#toView.delete(before);
    this.#toBoard.set(name, id);
    this.#toView.set(id, name);
    this.#changes += 1;
  }

  get isEmpty(): boolean {
    return this.#toBoard.size === 0;
  }

  /** How often what is to be kept has changed. */
  get changes(): number {
    return this.#changes;
  }

  /** Sorted, for keeping. */
  entries(): [string, string][] {
    return [...this.#toBoard].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
