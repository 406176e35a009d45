/** A note: a sheet with a folded corner and its text. */
import type { NodeProps } from '@xyflow/react';
import { drawing } from '../../shapes/nodeDrawing.ts';
import { foldPath, paperPath } from '../../shapes/outlines.ts';
import type { BoardNode } from '../../shapes/sceneTypes.ts';
import { NodeFrame } from './NodeFrame.tsx';

export const NoteNode = drawing(function NoteNode({ id, data, selected }: NodeProps<BoardNode>) {
  const { width, height } = data;
  return (
    <NodeFrame id={id} kind="note" data={data} selected={selected}>
      {selected && <rect className="glow" width={width} height={height} rx={6} />}
      <path className="note-sheet shape hit" d={paperPath(width, height)} />
      <path className="note-fold" d={foldPath(width, height)} />
      <foreignObject x={12} y={10} width={width - 24} height={height - 16}>
        <div className="note-text" dir="auto">
          {data.label}
        </div>
      </foreignObject>
    </NodeFrame>
  );
});
