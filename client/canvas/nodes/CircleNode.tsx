/** A circle: round, its name along the outside of the top. */
import type { NodeProps } from '@xyflow/react';
import { Badge } from '../../shapes/Badge.tsx';
import { fitText } from '../../shapes/labels.ts';
import { drawing } from '../../shapes/nodeDrawing.ts';
import { archPath } from '../../shapes/outlines.ts';
import type { BoardNode } from '../../shapes/sceneTypes.ts';
import { circleRadius } from '../../shapes/shapes.ts';
import { isArabic } from '../../ui/initials.ts';
import { NodeFrame } from './NodeFrame.tsx';

/** Where the badge sits on the outline: as an angle above the horizontal. */
const BADGE = { x: Math.cos(0.663), y: -Math.sin(0.663) };

export const CircleNode = drawing(function CircleNode({ id, data, selected }: NodeProps<BoardNode>) {
  const { width, height, label, disclosure } = data;
  const radius = circleRadius(data);
  const [x, y] = [width / 2, height / 2];
  // Curved text would tear the joined letters of Arabic script apart.
  const straight = isArabic(label);
  const name = fitText(label, { room: straight ? radius * 2 : radius * 2.6, fontSize: 12.5 });
  const side = straight ? -1 : 1;
  return (
    <NodeFrame id={id} kind="circle" data={data} selected={selected}>
      {selected && <circle className="glow" cx={x} cy={y} r={radius} />}
      <circle className="circle-shape shape hit" cx={x} cy={y} r={radius} />
      {straight ? (
        <text className="circle-name is-straight" x={x} y={y - radius - 9}>
          {name}
        </text>
      ) : (
        <>
          <path id={`arch-${id}`} className="arch" d={archPath({ x, y, radius: radius + 7 })} />
          <text className="circle-name">
            <textPath href={`#arch-${id}`} startOffset="50%">
              {name}
            </textPath>
          </text>
        </>
      )}
      {/* Above the people who lie in it. */}
      <text className="far-name" x={x} y={y - radius - 15}>
        {name}
      </text>
      {disclosure !== null && (
        <Badge disclosure={disclosure} x={x + side * BADGE.x * radius} y={y + BADGE.y * radius} />
      )}
    </NodeFrame>
  );
});
