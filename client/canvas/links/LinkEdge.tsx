/** A link between two shapes: its line, what stands at its ends, its label. Meets each shape at its boundary. */
import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { LinkKind } from '../../../shared/model/kinds.ts';
import { LockMark } from '../../shapes/LockMark.tsx';
import { fitText, textWidth } from '../../shapes/labels.ts';
import { type LinkRoute, routeBetween } from '../../shapes/linkRoute.ts';
import type { BoardEdge } from '../../shapes/sceneTypes.ts';
import { DrawnMark } from '../../shapes/UnconfirmedMark.tsx';
import { useRenders } from '../renders.ts';

interface Gaps {
  readonly startGap: number;
  readonly endGap: number;
}

/** How far the line itself keeps from the shapes; heads reach into the gap. */
const GAPS: Readonly<Record<LinkKind, Gaps>> = {
  membership: { startGap: 2, endGap: 2.5 },
  contact: { startGap: 2, endGap: 2 },
  guidance: { startGap: 2, endGap: 10 },
  delegation: { startGap: 2, endGap: 5 },
  channel: { startGap: 5, endGap: 5 },
  tie: { startGap: 2, endGap: 2 },
};

function LinkEdge({ type, data, selected, sourceX, sourceY, targetX, targetY }: EdgeProps<BoardEdge>) {
  const renders = useRenders();
  if (data === undefined) return null;
  const kind = type as LinkKind;
  const from = { ...data.from, x: sourceX, y: sourceY };
  const to = { ...data.to, x: targetX, y: targetY };
  const route = routeBetween(from, to, { bend: data.bend, ...GAPS[kind] });
  const classes = ['link', `link-${kind}`];
  if (data.hot) classes.push('is-hot');
  if (selected) classes.push('is-selected');
  if (data.mark !== null) classes.push('is-unconfirmed');
  return (
    <g className={classes.join(' ')} data-renders={renders}>
      <path className="link-hit" d={route.path} />
      <path className="link-line" d={route.path} />
      {kind === 'channel' && <path className="link-core" d={route.path} />}
      <Ends kind={kind} route={route} />
      {data.mark !== null && (
        <DrawnMark mark={data.mark} x={route.middle.x} y={route.middle.y - (data.label === '' ? 0 : 14)} />
      )}
      {data.label !== '' && <LinkLabel text={data.label} route={route} />}
      {data.locked && <LockMark x={route.middle.x - labelWidth(data.label) / 2} y={route.middle.y} />}
    </g>
  );
}

function Ends({ kind, route }: { kind: LinkKind; route: LinkRoute }) {
  const { start, end, endDirection } = route;
  switch (kind) {
    case 'membership':
      return <circle className="link-dot" cx={end.x} cy={end.y} r={2.6} />;
    case 'guidance':
      return <path className="link-arrow" d="M-3 -4.4L7 0L-3 4.4Z" transform={pointing(end, endDirection)} />;
    case 'delegation':
      return (
        <path className="link-chevron" d="M-6 -4.5L1 0L-6 4.5" transform={pointing(end, endDirection)} />
      );
    case 'channel':
      return (
        <>
          <circle className="link-port" cx={start.x} cy={start.y} r={3.2} />
          <circle className="link-port" cx={end.x} cy={end.y} r={3.2} />
        </>
      );
    default:
      return null;
  }
}

function pointing({ x, y }: LinkRoute['end'], direction: LinkRoute['endDirection']): string {
  const degrees = (Math.atan2(direction.y, direction.x) * 180) / Math.PI;
  return `translate(${x} ${y}) rotate(${degrees})`;
}

const shownLabel = (text: string) => fitText(text, { room: 220, fontSize: 11 });

function labelWidth(text: string): number {
  return text === '' ? 0 : textWidth(shownLabel(text), 11) + 14;
}

function LinkLabel({ text, route }: { text: string; route: LinkRoute }) {
  const shown = shownLabel(text);
  const width = labelWidth(text);
  const { x, y } = route.middle;
  return (
    <g className="link-label" transform={`translate(${x} ${y})`}>
      <rect x={-width / 2} y={-8} width={width} height={16} rx={8} />
      <text y={3.6}>{shown}</text>
    </g>
  );
}

const MemoLinkEdge = memo(LinkEdge);

/** One constant object: React Flow redraws everything when it changes. */
export const EDGE_TYPES = {
  membership: MemoLinkEdge,
  contact: MemoLinkEdge,
  guidance: MemoLinkEdge,
  delegation: MemoLinkEdge,
  channel: MemoLinkEdge,
  tie: MemoLinkEdge,
} as const satisfies Record<LinkKind, unknown>;
