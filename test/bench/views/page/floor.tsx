/**
 * React Flow with its own plain nodes and edges, mounted anew with a view that is already there: no server, no doc,
 * no shapes, no bars. What switching a view costs at least, to measure against.
 */
import '@xyflow/react/dist/style.css';
import { type Edge, type Node, ReactFlow } from '@xyflow/react';
import { createRoot } from 'react-dom/client';

export interface PlainView {
  readonly nodes: readonly { id: string; label: string; position: { x: number; y: number } }[];
  readonly links: readonly { id: string; source: string; target: string }[];
}

declare global {
  interface Window {
    /** Shows a view in place of the one before. Answers with the milliseconds until every node of it is drawn. */
    showPlain?: (view: PlainView) => Promise<number>;
  }
}

const root = createRoot(document.getElementById('root') as HTMLElement);
let shown = 0;

window.showPlain = ({ nodes, links }) =>
  new Promise((resolve) => {
    const began = performance.now();
    shown += 1;
    const drawnNodes: Node[] = nodes.map(({ id, label, position }) => ({ id, position, data: { label } }));
    const drawnLinks: Edge[] = links.map(({ id, source, target }) => ({ id, source, target }));
    const name = `view-${shown}`;
    root.render(
      <div key={name} id={name} style={{ position: 'fixed', inset: 0 }}>
        <ReactFlow nodes={drawnNodes} edges={drawnLinks} minZoom={0.1} fitView />
      </div>,
    );
    const look = () => {
      const drawn = document.querySelectorAll(`#${name} .react-flow__node`).length;
      if (drawn < nodes.length) requestAnimationFrame(look);
      else requestAnimationFrame(() => resolve(performance.now() - began));
    };
    look();
  });
