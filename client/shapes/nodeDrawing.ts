/** Makes a node's drawing: it renders anew for what it draws, and not for where it lies or that it is dragged. */
import type { NodeProps } from '@xyflow/react';
import { type FunctionComponent, memo } from 'react';
import type { BoardNode } from './sceneTypes.ts';

type Drawn = NodeProps<BoardNode>;

export function drawing(component: FunctionComponent<Drawn>) {
  return memo(
    component,
    (before: Drawn, after: Drawn) =>
      before.data === after.data && before.selected === after.selected && before.id === after.id,
  );
}
