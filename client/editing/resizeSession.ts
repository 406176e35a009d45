/**
 * A resize of a node by a corner: drawn at once, sent to others by presence, committed as one act. As with
 * drags, viewpoints that receive no presence see it in steps.
 */
import type { Position } from '../../shared/model/element.ts';
import type { NodeId } from '../../shared/model/ids.ts';
import type { Shape } from '../shapes/shapes.ts';
import type { Workspace } from '../state/workspace.ts';
import { resizeNode } from './resizing.ts';
import { type Corner, resizedByCorner, type SizedPlace } from './sizes.ts';

const WRITE_INTERVAL_MS = 500;

export interface ResizeOptions {
  readonly id: NodeId;
  /** The shape at the start. */
  readonly shape: Shape;
  readonly corner: Corner;
  /** Where the pointer pressed, on the board: it keeps its distance from the corner. */
  readonly grip: Position;
}

let resizes = 0;

export class ResizeSession {
  readonly #workspace: Workspace;
  readonly #id: NodeId;
  readonly #shape: Shape;
  readonly #corner: Corner;
  readonly #off: Position;
  readonly #key = `resize ${++resizes}`;
  /** Depth of the history to return to when it is cancelled. */
  readonly #depth: number;
  #placed: SizedPlace | null = null;
  #writtenAt = Date.now();
  #written = false;

  constructor(workspace: Workspace, { id, shape, corner, grip }: ResizeOptions) {
    this.#workspace = workspace;
    this.#id = id;
    this.#shape = shape;
    this.#corner = corner;
    this.#off = {
      x: shape.x + (corner.x * shape.width) / 2 - grip.x,
      y: shape.y + (corner.y * shape.height) / 2 - grip.y,
    };
    this.#depth = workspace.history.depth;
  }

  move({ x, y }: Position): void {
    const { scene, presence } = this.#workspace;
    const to = { x: x + this.#off.x, y: y + this.#off.y };
    this.#placed = resizedByCorner(this.#shape, { corner: this.#corner, to });
    scene.reshape(this.#id, this.#placed);
    presence.set({ resize: { id: this.#id, ...this.#placed } });
    const now = Date.now();
    if (now - this.#writtenAt < WRITE_INTERVAL_MS) return;
    this.#writtenAt = now;
    this.#write();
  }

  drop(): void {
    if (this.#placed !== null) this.#write();
    this.#end();
  }

  /** Cancels: restores the shape at the start. */
  cancel(): void {
    if (this.#written) this.#workspace.history.undoTo(this.#depth);
    this.#end();
  }

  #write(): void {
    if (this.#placed === null) return;
    this.#written = true;
    const joined = { merge: this.#key, withinMs: Number.POSITIVE_INFINITY };
    resizeNode(this.#workspace, { id: this.#id, ...this.#placed }, joined);
  }

  #end(): void {
    const { scene, presence } = this.#workspace;
    if (this.#placed !== null) presence.set({ resize: null });
    scene.reshape(this.#id, null);
  }
}
