/** A link between two shapes: line, ends and label, cut off at the boundary of each shape. */
import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { LINK_KINDS, type LinkKind } from '../../../shared/model/kinds.ts';
import { LockMark } from '../../shapes/LockMark.tsx';
import { drawLabel, drawLine, LINK_SHAPES, labelWidth, routeOf } from '../../shapes/links/linkShapes.ts';
import { Primitives } from '../../shapes/Primitives.tsx';
import type { FlowEdge } from '../../shapes/sceneTypes.ts';
import { DrawnMark } from '../../shapes/UnconfirmedMark.tsx';
import { useRenders } from '../renders.ts';
import './links.css';

function LinkEdge({ type, data, selected, sourceX, sourceY, targetX, targetY }: EdgeProps<FlowEdge>) {
  const renders = useRenders();
  if (data === undefined) return null;
  const kind = type as LinkKind;
  const { label, mark, hot, bend } = data;
  const from = { ...data.from, x: sourceX, y: sourceY };
  const to = { ...data.to, x: targetX, y: targetY };
  const route = routeOf(kind, { from, to, bend });
  const { x, y } = route.middle;
  const shown = drawLabel(label, route.middle);
  const classes = ['link'];
  if (!LINK_SHAPES[kind].isDrawnAtLowDetail) classes.push('until-far');
  if (hot) classes.push('is-hot');
  if (selected) classes.push('is-selected');
  if (mark !== null) classes.push('is-unconfirmed');
  return (
    <g className={classes.join(' ')} data-renders={renders}>
      <path className="link-hit" d={route.path} />
      <Primitives of={drawLine(kind, { line: route, isHot: hot })} />
      {mark !== null && <DrawnMark mark={mark} x={x} y={y - (label === '' ? 0 : 14)} />}
      {shown !== null && <Primitives of={[shown]} />}
      {data.locked && <LockMark x={x - labelWidth(label) / 2} y={y} />}
    </g>
  );
}

const MemoLinkEdge = memo(LinkEdge);

/** One constant object: React Flow renders everything again when it changes. The kind decides what is drawn. */
export const EDGE_TYPES = Object.fromEntries(LINK_KINDS.map((kind) => [kind, MemoLinkEdge]));
