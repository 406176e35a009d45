/** The two regions: an area, soft and grey, and an organization, tinted and outlined with a header. */
import type { NodeProps } from '@xyflow/react';
import { Building2, Map as MapIcon } from 'lucide-react';
import { Badge, DisclosureGlyph } from '../../shapes/Badge.tsx';
import { areaCaptionRoom, fitText, textWidth } from '../../shapes/labels.ts';
import { drawing } from '../../shapes/nodeDrawing.ts';
import type { BoardNode } from '../../shapes/sceneTypes.ts';
import { isArabic } from '../../ui/initials.ts';
import { useMessages } from '../../ui/locale.ts';
import { NodeFrame } from './NodeFrame.tsx';

export const AreaNode = drawing(function AreaNode({ id, data, selected }: NodeProps<BoardNode>) {
  const { nodeKinds } = useMessages();
  const { width, height, disclosure } = data;
  const mirrored = isArabic(data.label);
  const name = fitText(data.label, { room: width - 100, fontSize: 12.5 });
  const start = mirrored ? width - 38 : 38;
  const after = textWidth(name, 12.5) + 10 + (name === '' ? -10 : 0);
  const room = areaCaptionRoom(width, after);
  const caption = fitText(data.caption === '' ? nodeKinds.area : data.caption, { room, fontSize: 11 });
  return (
    <NodeFrame id={id} kind="area" data={data} selected={selected}>
      {selected && <rect className="glow" width={width} height={height} rx={22} />}
      <rect className="area-shape shape hit" width={width} height={height} rx={22} />
      <MapIcon className="glyph is-soft" x={mirrored ? width - 32 : 18} y={14} size={14} strokeWidth={2} />
      <text className={`region-name ${mirrored ? 'is-end' : ''}`} x={start} y={25}>
        {name}
      </text>
      <text
        className={`caption ${mirrored ? 'is-end' : ''}`}
        x={mirrored ? start - after : start + after}
        y={25}
      >
        {caption}
      </text>
      {disclosure !== null && (
        <DisclosureGlyph disclosure={disclosure} x={mirrored ? 25 : width - 25} y={21} size={14} />
      )}
      <text className="far-name" x={width / 2} y={30}>
        {name}
      </text>
    </NodeFrame>
  );
});

export const OrganizationNode = drawing(function OrganizationNode({
  id,
  data,
  selected,
}: NodeProps<BoardNode>) {
  const { nodeKinds } = useMessages();
  const { width, height, disclosure } = data;
  const mirrored = isArabic(data.label);
  const start = mirrored ? width - 35 : 35;
  const name = fitText(data.label, { room: width - 90, fontSize: 12.5 });
  return (
    <NodeFrame id={id} kind="organization" data={data} selected={selected}>
      {selected && <rect className="glow" width={width} height={height} rx={14} />}
      <rect className="organization-shape shape hit" width={width} height={height} rx={14} />
      <Building2 className="glyph" x={mirrored ? width - 28 : 14} y={12} size={14} strokeWidth={2} />
      <text className={`region-name is-tinted ${mirrored ? 'is-end' : ''}`} x={start} y={23.5}>
        {name}
      </text>
      <text className={`caption ${mirrored ? 'is-end' : ''}`} x={start} y={38.5}>
        {fitText(data.caption === '' ? nodeKinds.organization : data.caption, {
          room: width - 90,
          fontSize: 11,
        })}
      </text>
      {disclosure !== null && <Badge disclosure={disclosure} x={mirrored ? 24 : width - 24} y={24} />}
      <text className="far-name" x={width / 2} y={Math.min(34, height / 2)}>
        {name}
      </text>
    </NodeFrame>
  );
});
