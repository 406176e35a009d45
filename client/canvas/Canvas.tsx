/** The canvas: React Flow with our nodes, links and tools. State lives in the scene and the stores. */
import {
  Background,
  type EdgeChange,
  type NodeChange,
  type OnNodeDrag,
  ReactFlow,
  type ReactFlowState,
  SelectionMode,
  useReactFlow,
  useStore,
  type Viewport,
} from '@xyflow/react';
import {
  type RefObject,
  Suspense,
  useCallback,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { DragSession } from '../editing/dragSession.ts';
import type { BoardEdge, BoardNode } from '../shapes/sceneTypes.ts';
import { select } from '../state/ui.ts';
import { FAR_ZOOM, MAX_ZOOM, MIN_ZOOM, openBoard, viewOf } from '../state/viewport.ts';
import { useSelected, useWorkspace, type Workspace } from '../state/workspace.ts';
import { lazyPart } from '../ui/lazyPart.ts';
import { useMessages } from '../ui/locale.ts';
import { Guides } from './Guides.tsx';
import { KeyboardLinkAnnouncer, KeyboardLinkLayer } from './keyboardLinking/KeyboardLinkingLayer.tsx';
import { EDGE_TYPES } from './links/LinkEdge.tsx';
import { drawnAtLowDetail, FAR1_ZOOM, FAR2_ZOOM, withoutDots } from './lowDetail.ts';
import { NODE_TYPES } from './nodes/NodeView.tsx';
import { Cursors } from './presence/Cursors.tsx';
import { ConnectLayer } from './tools/ConnectLayer.tsx';
import { RenameField } from './tools/RenameField.tsx';
import { usePointerTools } from './tools/usePointerTools.ts';
import { useViewMotion } from './useViewMotion.ts';
import './reactFlow.css';
import './canvas.css';
import './levels.css';
import './viewMarks.css';
import './fingers.css';

const LinkKindMenu = lazyPart(() => import('./tools/LinkKindMenu.tsx'));
const Crowd = lazyPart(() => import('./painting/Crowd.tsx'));
const ContextMenu = lazyPart(() => import('./menu/ContextMenu.tsx'));

const CENTRED: [number, number] = [0.5, 0.5];
const ORIGIN: Viewport = { x: 0, y: 0, zoom: 1 };
const MULTI_SELECT = ['Shift', 'Meta', 'Control'];
const MIDDLE_BUTTON = [1];
/** From this many nodes on, what is expensive to draw is left out while the view moves. */
const MANY_NODES = 300;
/**
 * From this many nodes on, nodes outside of the window are not mounted, and people at low detail are painted
 * together. Below, keeping them is cheaper than mounting them again.
 */
const TOO_MANY_NODES = 3_000;

type DetailLevel = 'far3' | 'far2' | 'far1' | 'mid' | 'near' | 'close';

/** The level of detail by zoom. See levels.css for what each draws. */
function levelOf({ transform }: ReactFlowState): DetailLevel {
  const zoom = transform[2];
  if (zoom < FAR2_ZOOM) return 'far3';
  if (zoom < FAR1_ZOOM) return 'far2';
  if (zoom < FAR_ZOOM) return 'far1';
  if (zoom < 0.75) return 'mid';
  return zoom <= 1.5 ? 'near' : 'close';
}

/** The factor by which the dots are spread, so that they stay as dense on the screen. */
const DOTS: Readonly<Record<DetailLevel, number>> = { close: 1, near: 1, mid: 2, far1: 4, far2: 8, far3: 16 };

export interface CanvasProps {
  /** The viewport when this board was last shown; null fits the whole board. */
  readonly viewport: RefObject<Viewport | null>;
}

export function Canvas({ viewport }: CanvasProps) {
  const workspace = useWorkspace();
  const { scene, ui } = workspace;
  const { canvas, handling } = useMessages();
  const described = useMemo(
    () => ({
      'node.a11yDescription.default': handling.elementKeys,
      'edge.a11yDescription.default': handling.elementKeys,
    }),
    [handling],
  );
  const all = useSyncExternalStore(scene.subscribe, () => scene.nodes);
  const links = useSyncExternalStore(scene.subscribe, () => scene.edges);
  const level = useStore(levelOf);
  const isHuge = all.length > TOO_MANY_NODES;
  const isCrowd = isHuge && level.startsWith('far');
  const nodes = useMemo(() => (isCrowd ? withoutDots(all) : all), [all, isCrowd]);
  const edges = useMemo(() => (isCrowd ? drawnAtLowDetail(links) : links), [links, isCrowd]);
  const tool = useSelected((state) => state.tool);
  const menu = useSelected((state) => state.menu);
  const choosing = useSelected((state) => state.linkChoice !== null);
  const dots = DOTS[level];
  const several = useSelected((state) => state.selection.size > 1);
  const flow = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  const pointer = usePointerTools(workspace);
  const drag = useDrag(workspace, flow);
  // Only the first content is fitted: the first node on an empty board stays where it was put.
  const [isPlaced, setPlaced] = useState(() => viewport.current !== null || scene.nodes.length === 0);
  const onInit = () => {
    if (!isPlaced) openBoard(flow, { rather: scene.drawnAt(workspace.viewpoint) });
    setPlaced(true);
  };
  const onPaneClick = useCallback(() => select(ui, []), [ui]);
  const moving = useViewMotion(workspace, { flow, frame, viewport });
  const selecting = tool === 'select';
  const panButtons = tool === 'hand' ? true : MIDDLE_BUTTON;
  const onChanges = useCallback(
    (changes: (NodeChange<BoardNode> | EdgeChange<BoardEdge>)[]) => applySelection(workspace, changes),
    [workspace],
  );
  return (
    <div
      ref={frame}
      className="canvas"
      role="application"
      aria-label={canvas.label}
      data-level={level}
      data-tool={tool}
      data-several={several || undefined}
      data-large={all.length > MANY_NODES || undefined}
      data-unplaced={!isPlaced || undefined}
      {...pointer}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        nodeOrigin={CENTRED}
        onNodesChange={onChanges}
        onEdgesChange={onChanges}
        onNodeDragStart={drag.start}
        onNodeDrag={drag.move}
        onNodeDragStop={drag.stop}
        onPaneClick={onPaneClick}
        onMoveStart={moving.start}
        onMoveEnd={moving.end}
        onInit={onInit}
        defaultViewport={viewport.current ?? ORIGIN}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        panOnScroll
        panOnScrollSpeed={1}
        panOnDrag={panButtons}
        selectionOnDrag={selecting}
        selectionMode={SelectionMode.Full}
        selectionKeyCode={null}
        multiSelectionKeyCode={MULTI_SELECT}
        deleteKeyCode={null}
        zoomOnDoubleClick={false}
        nodesDraggable={selecting}
        nodesConnectable={false}
        elementsSelectable={selecting}
        elevateNodesOnSelect={false}
        zIndexMode="manual"
        disableKeyboardA11y
        ariaLabelConfig={described}
        nodeDragThreshold={0}
        onlyRenderVisibleElements={isHuge}
      >
        <Background gap={24 * dots} size={2 * dots} />
        {isCrowd && (
          <Suspense fallback={null}>
            <Crowd />
          </Suspense>
        )}
        <ConnectLayer />
        <KeyboardLinkLayer />
        <Guides />
        <Cursors />
        <RenameField />
      </ReactFlow>
      <KeyboardLinkAnnouncer />
      {choosing && (
        <Suspense fallback={null}>
          <LinkKindMenu />
        </Suspense>
      )}
      {menu !== null && (
        <Suspense fallback={null}>
          <ContextMenu key={`${menu.at.x} ${menu.at.y}`} menu={menu} />
        </Suspense>
      )}
    </div>
  );
}

function applySelection(
  { ui }: Workspace,
  changes: readonly (NodeChange<BoardNode> | EdgeChange<BoardEdge>)[],
): void {
  const selections = changes.filter((change) => change.type === 'select');
  if (selections.length === 0) return;
  const selection = new Set(ui.getState().selection);
  for (const { id, selected } of selections) {
    if (selected) selection.add(id);
    else selection.delete(id);
  }
  select(ui, selection);
}

/** The scene draws what is dragged; React Flow only tells how far the pointer has moved. */
function useDrag(workspace: Workspace, flow: ReturnType<typeof useReactFlow>) {
  return useMemo(() => {
    let dragSession: DragSession | null = null;
    let origin = { x: 0, y: 0 };
    const end = () => {
      dragSession = null;
      workspace.ui.setState({ cancelDrag: null });
    };
    const cancel = () => {
      dragSession?.cancel();
      end();
    };
    const start: OnNodeDrag<BoardNode> = (_event, node, dragged) => {
      const position = workspace.store.nodes.get(node.id)?.position;
      if (position === undefined) return;
      origin = position;
      dragSession = new DragSession(
        workspace,
        dragged.map(({ id }) => id),
        { view: viewOf(flow) },
      );
      workspace.ui.setState({ cancelDrag: cancel });
    };
    const move: OnNodeDrag<BoardNode> = (event, node) => {
      dragSession?.move(
        { x: node.position.x - origin.x, y: node.position.y - origin.y },
        {
          zoom: flow.getZoom(),
          snapping: !event.ctrlKey && !event.metaKey,
          byTouch: 'touches' in event,
        },
      );
    };
    const stop: OnNodeDrag<BoardNode> = () => {
      dragSession?.drop();
      end();
    };
    return { start, move, stop };
  }, [workspace, flow]);
}
