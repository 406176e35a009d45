/** The whole board, small; a click or drag in it moves the view. Draws shapes only, no names. */
import { MiniMap, type MiniMapNodeProps, useReactFlow } from '@xyflow/react';
import { memo } from 'react';
import { hexagonPath } from '../board/geometry/outlines.ts';
import { hueClass } from '../board/nodes/NodeFrame.tsx';
import type { BoardNode } from '../board/sceneTypes.ts';
import { useMessages } from '../ui/locale.ts';

export function Minimap() {
  const { zoom } = useMessages();
  const flow = useReactFlow();
  return (
    <div className="minimap bar">
      <MiniMap<BoardNode>
        ariaLabel={zoom.map}
        pannable
        nodeComponent={MapNode}
        nodeClassName={({ type, data }) => `map-${type} ${hueClass(data.hue)}`}
        onClick={(_event, { x, y }) => void flow.setCenter(x, y, { zoom: flow.getZoom() })}
        maskColor="transparent"
        style={{ width: 168, height: 108 }}
        offsetScale={2}
      />
    </div>
  );
}

const MapNode = memo(function MapNode({ x, y, width, height, className }: MiniMapNodeProps) {
  const kind = /map-(\w+)/.exec(className)?.[1];
  const centre = { x: x + width / 2, y: y + height / 2 };
  switch (kind) {
    case 'person':
    case 'circle':
      return <circle className={className} cx={centre.x} cy={centre.y} r={Math.min(width, height) / 2} />;
    case 'cell':
      return <path className={className} d={hexagonPath({ ...centre, radius: width / 2, corner: 1 })} />;
    default:
      return <rect className={className} x={x} y={y} width={width} height={height} rx={10} />;
  }
});
