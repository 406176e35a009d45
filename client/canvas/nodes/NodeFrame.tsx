/**
 * The frame of every node: drawing area, states, handles, outlines of peers' selections. Only the node's
 * shape takes pointer events.
 */
import type { ReactNode, PointerEvent as ReactPointerEvent } from 'react';
import { useCallback, useSyncExternalStore } from 'react';
import type { NodeKind } from '../../../shared/model/kinds.ts';
import { isSized } from '../../editing/sizes.ts';
import { LockMark } from '../../shapes/LockMark.tsx';
import { NODE_SHAPES } from '../../shapes/nodes/nodeShapes.ts';
import { Outline } from '../../shapes/ShapeOutline.tsx';
import type { NodeData } from '../../shapes/sceneTypes.ts';
import { boundaryDistance } from '../../shapes/shapes.ts';
import { DrawnMark } from '../../shapes/UnconfirmedMark.tsx';
import { canCreate } from '../../state/rights.ts';
import { GHOST } from '../../state/scene/nodeData.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { Peer } from '../../sync/presence.ts';
import { hueClass } from '../../ui/hue.ts';
import { useMessages } from '../../ui/locale.ts';
import { useRenders } from '../renders.ts';
import { ResizeHandles } from './ResizeHandles.tsx';
import './nodes.css';
import './states.css';

export interface NodeFrameProps {
  readonly id: string;
  readonly kind: NodeKind;
  readonly data: NodeData;
  readonly selected: boolean;
  readonly children: ReactNode;
}

export function NodeFrame({ id, kind, data, selected, children }: NodeFrameProps) {
  const renders = useRenders();
  const { canvas } = useMessages();
  const { width, height } = data;
  const { ring, lockMark, unconfirmedRise } = NODE_SHAPES[kind];
  const classes = ['node', `node-${kind}`, hueClass(data.hue)];
  if (!isSized(kind)) classes.push('is-fixed');
  if (selected) classes.push('is-selected');
  if (data.dropTarget) classes.push('is-drop-target');
  if (data.locked) classes.push('is-locked');
  if (data.mark !== null) classes.push('is-unconfirmed');
  if (!data.editable) classes.push('is-read-only');
  if (data.renaming) classes.push('is-renaming');
  return (
    <div className={classes.join(' ')} data-renders={renders}>
      {/* React Flow measures this point: both ends of a link are anchored at the centre of their shapes. */}
      <i className="anchor source target" data-handlepos="top" />
      {/* Everything is drawn around the centre. */}
      <svg
        className="node-drawing"
        width={width}
        height={height}
        viewBox={`${-width / 2} ${-height / 2} ${width} ${height}`}
        aria-hidden="true"
      >
        <Outline kind={kind} width={width} height={height} pad={4} className="node-focus" />
        {data.heldMark !== '' && (
          <g className={`held-mark ${data.heldMark}`}>
            {data.heldMark === GHOST && <title>{canvas.heldGhost}</title>}
            <Outline kind={kind} width={width} height={height} pad={7} className="held-ring" />
          </g>
        )}
        {/* Drawn below the badges, which lie on the outline. */}
        <RemoteSelection id={id} kind={kind} width={width} height={height} />
        {selected && <Outline kind={kind} width={width} height={height} pad={ring} className="glow" />}
        {children}
        {data.locked && <LockMark {...lockMark(data)} />}
        {data.mark !== null && <DrawnMark mark={data.mark} x={0} y={-height / 2 - unconfirmedRise} />}
        {selected && <Handles id={id} kind={kind} width={width} height={height} />}
        {selected && data.editable && isSized(kind) && (
          <ResizeHandles id={id} width={width} height={height} />
        )}
      </svg>
    </div>
  );
}

interface ShapeProps {
  readonly id: string;
  readonly kind: NodeKind;
  readonly width: number;
  readonly height: number;
}

/** The least distance of a peer's selection outline from the shape. */
const REMOTE_RING = 3;

function RemoteSelection({ id, kind, width, height }: ShapeProps) {
  const { presence } = useWorkspace();
  const subscribe = useCallback(
    (listener: () => void) => presence.watchSelectors(id, listener),
    [presence, id],
  );
  const peers = useSyncExternalStore(subscribe, () => presence.selectorsOf(id));
  const first = peers.values().next().value as Peer | undefined;
  if (first === undefined) return null;
  return (
    <g className={`remote-selection ${hueClass(first.color ?? null)}`} data-peer={first.name}>
      <Outline
        kind={kind}
        width={width}
        height={height}
        pad={Math.max(REMOTE_RING, NODE_SHAPES[kind].ring)}
        className="remote-outline"
      />
    </g>
  );
}

const SIDES = [
  { name: 'right', x: 1, y: 0 },
  { name: 'bottom', x: 0, y: 1 },
  { name: 'left', x: -1, y: 0 },
  { name: 'top', x: 0, y: -1 },
] as const;

function Handles({ id, kind, width, height }: ShapeProps) {
  const { ui, rights, store } = useWorkspace();
  const { canvas } = useMessages();
  if (!canCreate(rights)) return null;
  const shape = { kind, x: 0, y: 0, width, height, nameHalfWidth: 0 };
  const start = (event: ReactPointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    const source = store.nodes.get(id)?.id;
    if (source === undefined || ui.getState().linking !== null) return;
    ui.setState({ linking: { source, at: { x: Number.NaN, y: Number.NaN } } });
  };
  return (
    <g className="handles nodrag nopan">
      {SIDES.map((side) => {
        const distance = boundaryDistance(shape, side) + NODE_SHAPES[kind].ring;
        const [cx, cy] = [side.x * distance, side.y * distance];
        return (
          <g key={side.name} className={`handle handle-${side.name}`} onPointerDown={start}>
            <title>{canvas.handle}</title>
            <circle className="handle-hit" cx={cx} cy={cy} r={9} />
            <circle className="handle-dot" cx={cx} cy={cy} r={3.5} />
          </g>
        );
      })}
    </g>
  );
}
