/**
 * What both pages offer to whoever measures them: one gesture, a step a frame, and how long each frame took.
 * Gestures are made of the events a hand makes.
 */
import type { BenchBoard } from './boards.ts';

export interface Handles {
  readonly board: BenchBoard;
  select(ids: readonly string[]): void;
  /** What a press has to hit to take hold of a node. */
  grip(id: string): Element | null;
}

export interface Bench {
  /** Since the navigation began, when all was drawn. */
  readonly readyMs: number;
  select(ids: 'one' | 'many' | 'none'): Promise<void>;
  pan(steps: number): Promise<number[]>;
  zoom(steps: number): Promise<number[]>;
  drag(steps: number): Promise<number[]>;
  /** Which of the nodes and links that stay on the screen render while something is done. */
  renderedBy(act: () => Promise<unknown>): Promise<Rendered>;
}

export interface Rendered {
  readonly nodes: number;
  readonly links: number;
}

declare global {
  interface Window {
    bench?: Bench;
  }
}

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())));

async function calm(): Promise<void> {
  for (let count = 0; count < 4; count++) await frame();
}

/** Milliseconds from frame to frame while `step` is done in each. */
async function during(steps: number, step: (index: number) => void): Promise<number[]> {
  const times: number[] = [];
  let before = await frame();
  for (let index = 0; index < steps; index++) {
    step(index);
    const now = await frame();
    times.push(now - before);
    before = now;
  }
  return times;
}

export async function offer({ board, select, grip }: Handles): Promise<void> {
  while (document.querySelector('.react-flow__node') === null) await frame();
  await calm();
  const pane = document.querySelector('.react-flow__pane');
  if (pane === null) throw new Error('There is no pane.');
  const box = pane.getBoundingClientRect();
  const middle = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
  const wheel = (more: WheelEventInit) =>
    pane.dispatchEvent(
      new WheelEvent('wheel', { bubbles: true, cancelable: true, view: window, ...middle, ...more }),
    );
  const mouse = (type: string, target: EventTarget, at: { clientX: number; clientY: number }) => {
    const init = { bubbles: true, cancelable: true, view: window, button: 0, buttons: 1, ...at };
    target.dispatchEvent(new PointerEvent(type.replace('mouse', 'pointer'), { ...init, isPrimary: true }));
    target.dispatchEvent(new MouseEvent(type, init));
  };
  window.bench = {
    readyMs: performance.now(),
    async select(which) {
      select(which === 'none' ? [] : which === 'one' ? [board.one] : board.many);
      await calm();
    },
    pan: (steps) =>
      during(steps, (index) => {
        const angle = (index / 30) * 2 * Math.PI;
        wheel({ deltaX: 24 * Math.cos(angle), deltaY: 24 * Math.sin(angle) });
      }),
    // Out and in again, about an octave.
    zoom: (steps) =>
      during(steps, (index) => wheel({ deltaY: Math.floor(index / 20) % 2 === 0 ? 3 : -3, ctrlKey: true })),
    async drag(steps) {
      const target = grip(board.one);
      if (target === null) throw new Error('There is nothing to take hold of.');
      const at = target.getBoundingClientRect();
      const from = { x: at.left + at.width / 2, y: at.top + at.height / 2 };
      mouse('mousedown', target, { clientX: from.x, clientY: from.y });
      const times = await during(steps, (index) => {
        const angle = (index / 45) * 2 * Math.PI;
        const reach = Math.min(1, index / 15) * 30;
        mouse('mousemove', document, {
          clientX: from.x + reach * Math.cos(angle),
          clientY: from.y + reach * Math.sin(angle),
        });
      });
      mouse('mouseup', document, { clientX: from.x, clientY: from.y });
      await calm();
      return times;
    },
    async renderedBy(act) {
      const before = { node: countsOf('node'), edge: countsOf('edge') };
      await act();
      return {
        nodes: grown(before.node, countsOf('node')),
        links: grown(before.edge, countsOf('edge')),
      };
    },
  };
}

function countsOf(what: 'node' | 'edge'): Map<string | null, number> {
  const drawn = [...document.querySelectorAll(`.react-flow__${what}`)];
  return new Map(
    drawn.map((element) => [
      element.getAttribute('data-id'),
      Number(element.querySelector('[data-renders]')?.getAttribute('data-renders')),
    ]),
  );
}

function grown(before: ReturnType<typeof countsOf>, after: ReturnType<typeof countsOf>): number {
  return [...after].filter(([id, times]) => before.has(id) && times !== before.get(id)).length;
}

/** What the address asks for. */
export function asked(): { nodes: number; zoom: number } {
  const query = new URLSearchParams(location.search);
  return { nodes: Number(query.get('nodes') ?? 1_000), zoom: Number(query.get('zoom') ?? 0.5) };
}

/** With the board's middle in that of the window. */
export function viewportAt({ middle }: BenchBoard, zoom: number): { x: number; y: number; zoom: number } {
  return { x: innerWidth / 2 - middle.x * zoom, y: innerHeight / 2 - middle.y * zoom, zoom };
}
