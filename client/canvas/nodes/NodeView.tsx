/** A node on the canvas: its kind's drawing within the common frame. */
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { NODE_KINDS } from '../../../shared/model/kinds.ts';
import { groundOf, NODE_SHAPES } from '../../shapes/nodes/nodeShapes.ts';
import { Primitives } from '../../shapes/Primitives.tsx';
import type { FlowNode } from '../../shapes/sceneTypes.ts';
import { useMessages } from '../../ui/locale.ts';
import { NodeFrame } from './NodeFrame.tsx';

type NodeViewProps = NodeProps<FlowNode>;

function NodeView({ id, type, data, selected }: NodeViewProps) {
  const { nodeKinds } = useMessages();
  const drawn = NODE_SHAPES[type].draw(data, {
    kindName: nodeKinds[type],
    isSelected: selected,
    ground: groundOf(data.backdrop),
  });
  return (
    <NodeFrame id={id} kind={type} data={data} selected={selected}>
      <Primitives of={drawn} name={id} />
    </NodeFrame>
  );
}

/** Renders again when its drawing changes, not when it is moved or dragged. */
const MemoNodeView = memo(
  NodeView,
  (before, after) =>
    before.data === after.data && before.selected === after.selected && before.id === after.id,
);

/** One constant object: React Flow renders everything again when it changes. The kind decides what is drawn. */
export const NODE_TYPES = Object.fromEntries(NODE_KINDS.map((kind) => [kind, MemoNodeView]));
