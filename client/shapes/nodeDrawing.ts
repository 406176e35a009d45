/** Makes a node's drawing: it renders anew for what it draws, and not for where it lies or that it is dragged. */
import type { NodeProps } from '@xyflow/react';
import { type FunctionComponent, memo } from 'react';
import type { BoardNode } from './sceneTypes.ts';

type NodeViewProps = NodeProps<BoardNode>;

export function drawing(component: FunctionComponent<NodeViewProps>) {
  return memo(
    component,
    (before: NodeViewProps, after: NodeViewProps) =>
      before.data === after.data && before.selected === after.selected && before.id === after.id,
  );
}
