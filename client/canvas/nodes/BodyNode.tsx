/** A body: a plate with a landmark, its name and what it is. */
import type { NodeProps } from '@xyflow/react';
import { Landmark } from 'lucide-react';
import { Badge } from '../../shapes/Badge.tsx';
import { fitText } from '../../shapes/labels.ts';
import { drawing } from '../../shapes/nodeDrawing.ts';
import type { BoardNode } from '../../shapes/sceneTypes.ts';
import { isArabic } from '../../ui/initials.ts';
import { NodeFrame } from './NodeFrame.tsx';

/** Of a name seen from afar, where it stands at the start. */
const FAR_CHARACTER = 16;
const FAR_ROOM = 60;

export const BodyNode = drawing(function BodyNode({ id, data, selected }: NodeProps<BoardNode>) {
  const { width, height, disclosure } = data;
  const mirrored = isArabic(data.label);
  const y = height / 2;
  const tile = mirrored ? width - 39 : 9;
  const text = mirrored ? width - 48 : 48;
  const room = width - 58;
  // From afar a wide body's name leaves room for the people who lie beside it.
  const isWide = width > data.label.length * FAR_CHARACTER + FAR_ROOM;
  const caption = fitText(data.caption, { room, fontSize: 11 });
  return (
    <NodeFrame id={id} kind="body" data={data} selected={selected}>
      {selected && <rect className="glow" width={width} height={height} rx={10} />}
      <rect className="body-shape shape hit" width={width} height={height} rx={10} />
      <rect className="body-tile" x={tile} y={y - 15} width={30} height={30} rx={7} />
      <Landmark className="glyph" x={tile + 7} y={y - 8} size={16} strokeWidth={1.9} />
      <text
        className={`body-name ${mirrored ? 'is-end' : ''}`}
        x={text}
        y={caption === '' ? y + 4.5 : y - 2.5}
      >
        {fitText(data.label, { room, fontSize: 13 })}
      </text>
      <text className={`caption ${mirrored ? 'is-end' : ''}`} x={text} y={y + 13}>
        {caption}
      </text>
      <text
        className={isWide ? `far-name ${mirrored ? 'is-end' : 'is-start'}` : 'far-name'}
        x={isWide ? (mirrored ? width - 10 : 10) : width / 2}
        y={y}
      >
        {fitText(data.label, { room: width * 2, fontSize: 13 })}
      </text>
      {disclosure !== null && <Badge disclosure={disclosure} neutral x={mirrored ? 14 : width - 14} y={0} />}
    </NodeFrame>
  );
});
