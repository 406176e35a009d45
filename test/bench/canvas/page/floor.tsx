/** React Flow with its own plain nodes and edges, as its first example has them: the floor to measure against. */
import '@xyflow/react/dist/style.css';
import { type Edge, type Node, ReactFlow, useEdgesState, useNodesState } from '@xyflow/react';
import { createRoot } from 'react-dom/client';
import { benchBoard } from './boards.ts';
import { asked, offer, viewportAt } from './drive.ts';

const { nodes: size, zoom } = asked();
const board = benchBoard(size);
const NODES: Node[] = board.nodes.map(({ id, label, position }) => ({ id, position, data: { label } }));
const EDGES: Edge[] = board.links.map(({ id, source, target }) => ({ id, source, target }));

let choose: (ids: readonly string[]) => void = () => {};

function Floor() {
  const [nodes, setNodes, onNodesChange] = useNodesState(NODES);
  const [edges, , onEdgesChange] = useEdgesState(EDGES);
  choose = (ids) => setNodes((all) => all.map((node) => ({ ...node, selected: ids.includes(node.id) })));
  return (
    <div style={{ position: 'fixed', inset: 0 }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        defaultViewport={viewportAt(board, zoom)}
        minZoom={0.1}
        panOnScroll
      />
    </div>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<Floor />);
await offer({
  board,
  select: (ids) => choose(ids),
  grip: (id) => document.querySelector(`.react-flow__node[data-id="${id}"]`),
});
