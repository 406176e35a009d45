/** A person: a disc with initials, the name beneath. */
import type { NodeProps } from '@xyflow/react';
import { fitText } from '../../shapes/labels.ts';
import { drawing } from '../../shapes/nodeDrawing.ts';
import type { BoardNode } from '../../shapes/sceneTypes.ts';
import { PERSON_RADIUS } from '../../shapes/shapes.ts';
import { hueClass } from '../../ui/hue.ts';
import { initialsOf } from '../../ui/initials.ts';
import { NodeFrame } from './NodeFrame.tsx';

const CENTRE = PERSON_RADIUS;

export const PersonNode = drawing(function PersonNode({ id, data, selected }: NodeProps<BoardNode>) {
  const backdrop = data.backdrop === null ? '' : `on-${data.backdrop.kind} on-${hueClass(data.backdrop.hue)}`;
  return (
    <NodeFrame id={id} kind="person" data={data} selected={selected}>
      <circle className="hit" cx={CENTRE} cy={CENTRE} r={22} />
      {selected && <circle className="person-ring" cx={CENTRE} cy={CENTRE} r={PERSON_RADIUS + 5.5} />}
      <circle className="person-disc shape" cx={CENTRE} cy={CENTRE} r={PERSON_RADIUS} />
      <text className="person-initials" x={CENTRE} y={CENTRE + 4}>
        {initialsOf(data.label)}
      </text>
      <text className={`person-name ${backdrop}`} x={CENTRE} y={CENTRE + (selected ? 42 : 32)}>
        {fitText(data.label, { room: 140, fontSize: 12 })}
      </text>
      {data.notes !== '' && (
        <text className={`person-notes ${backdrop}`} x={CENTRE} y={CENTRE + (selected ? 56 : 46)}>
          {fitText(data.notes, { room: 180, fontSize: 9 })}
        </text>
      )}
    </NodeFrame>
  );
});
