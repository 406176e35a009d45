/** A cell: a hexagon with a double outline, its disclosure, name, and seats of members who sit elsewhere. */
import type { NodeProps } from '@xyflow/react';
import { DisclosureGlyph } from '../../shapes/Badge.tsx';
import { fitText } from '../../shapes/labels.ts';
import { drawing } from '../../shapes/nodeDrawing.ts';
import { hexagonPath } from '../../shapes/outlines.ts';
import type { BoardNode } from '../../shapes/sceneTypes.ts';
import { placeSeats } from '../../shapes/seats.ts';
import { hexagonRadius } from '../../shapes/shapes.ts';
import { NodeFrame } from './NodeFrame.tsx';

const MOAT = 6.5;

export const CellNode = drawing(function CellNode({ id, data, selected }: NodeProps<BoardNode>) {
  const { width, height, disclosure, seats } = data;
  const radius = hexagonRadius(data);
  const [x, y] = [width / 2, height / 2];
  const outer = hexagonPath({ x, y, radius, corner: 7 });
  const name = fitText(data.label, { room: radius * 1.45, fontSize: 13.5 });
  const { places, lift } = placeSeats(seats, radius - MOAT);
  const lower = places.length === 0 ? 11 : -lift;
  return (
    <NodeFrame id={id} kind="cell" data={data} selected={selected}>
      {selected && <path className="glow" d={outer} />}
      <path className="cell-outer hit" d={outer} />
      <path className="cell-inner shape" d={hexagonPath({ x, y, radius: radius - MOAT, corner: 5 })} />
      {disclosure !== null && <DisclosureGlyph disclosure={disclosure} x={x} y={y - 32 + lower} size={15} />}
      <text className="cell-name" x={x} y={y - 7 + lower}>
        {name}
      </text>
      {places.map((seat) => (
        <g className="seat" key={`${seat.x} ${seat.y}`}>
          <circle cx={x + seat.x} cy={y + seat.y} r={11.5} />
          <text x={x + seat.x} y={y + seat.y + 3.5}>
            {seat.text}
          </text>
        </g>
      ))}
      <text className="far-name" x={x} y={y}>
        {name}
      </text>
    </NodeFrame>
  );
});
