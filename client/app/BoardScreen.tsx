/** The screen of an open board: canvas, bars, panels. Each part subscribes to the slice of the stores that it shows. */
import { ReactFlowProvider, type Viewport } from '@xyflow/react';
import { type RefObject, Suspense, useCallback, useEffect, useState } from 'react';
import type { Viewpoint } from '../../shared/model/ids.ts';
import { Canvas } from '../canvas/Canvas.tsx';
import { useShortcuts } from '../canvas/keyboard/useShortcuts.ts';
import { showRemoteDrags } from '../canvas/presence/remoteDrags.ts';
import { showRemoteResizes } from '../canvas/presence/remoteResizes.ts';
import { ChecksButton } from '../features/checks/ChecksButton.tsx';
import { LiveChecksContext, useLiveChecks } from '../features/checks/useLiveChecks.ts';
import { Inspector } from '../features/inspector/Inspector.tsx';
import { Announcer } from '../features/panels/Announcer.tsx';
import { EmptyHint } from '../features/panels/EmptyHint.tsx';
import { Legend } from '../features/panels/Legend.tsx';
import { LiveState } from '../features/panels/LiveState.tsx';
import { Minimap } from '../features/panels/Minimap.tsx';
import { OpenPanels, SidePanel } from '../features/panels/OpenPanels.tsx';
import { Toolbar } from '../features/panels/Toolbar.tsx';
import { ToolHint } from '../features/panels/ToolHint.tsx';
import { TopBar } from '../features/panels/TopBar.tsx';
import { ZoomBar } from '../features/panels/ZoomBar.tsx';
import { OpenViews } from '../features/views/OpenViews.tsx';
import { recentBoard, rememberBoard, type Session } from '../session/memory.ts';
import { afterDrag } from '../state/afterDrag.ts';
import { createPanels, PanelsContext } from '../state/panels.ts';
import { useBoardTitle, useWorkspace } from '../state/workspace.ts';
import { type ConnectionState, hasLoaded, savedIn } from '../sync/connection.ts';
import type { BoardStore } from '../sync/store.ts';
import { lazyPart, prefetchParts } from '../ui/lazyPart.ts';
import { useMessages } from '../ui/locale.ts';
import { nameOpenParts } from './openParts.ts';
import './board.css';

const SessionStrip = lazyPart(() => import('../features/facilitate/SessionStrip.tsx'));
const ViewBanner = lazyPart(async () => ({
  default: (await import('../features/views/ViewBanner.tsx')).ViewBanner,
}));
const ShareDialog = lazyPart(() => import('../features/share/ShareDialog.tsx'));
const ShortcutsDialog = lazyPart(() => import('../features/panels/ShortcutsDialog.tsx'));

export interface BoardScreenProps {
  readonly connection: ConnectionState;
  /** The store of this person's own viewpoint, also while another is viewed. */
  readonly homeStore: BoardStore;
  readonly session: Session;
  readonly viewing: Viewpoint | null;
  /** Pan and zoom, kept while viewpoints change. */
  readonly viewport: RefObject<Viewport | null>;
}

export function BoardScreen({ connection, homeStore, session, viewing, viewport }: BoardScreenProps) {
  const { store, scene, presence, ui } = useWorkspace();
  const { canvas } = useMessages();
  const [sharing, setSharing] = useState(false);
  const [showingShortcuts, setShowingShortcuts] = useState(false);
  const [panels] = useState(createPanels);
  const openShare = useCallback(() => setSharing(true), []);
  const openShortcuts = useCallback(() => setShowingShortcuts(true), []);
  useEffect(() => showRemoteDrags({ presence, store, scene }), [presence, store, scene]);
  useEffect(() => showRemoteResizes({ presence, store, scene }), [presence, store, scene]);
  useTitle(viewing === null);
  const loaded = hasLoaded(connection);
  const connected = savedIn(connection) !== 'offline';
  useEffect(() => {
    const rest = () => new Promise<void>((resolve) => afterDrag(ui, resolve));
    return loaded && connected ? prefetchParts(rest) : undefined;
  }, [loaded, connected, ui]);
  const checks = useLiveChecks(loaded);
  return (
    <ReactFlowProvider>
      <PanelsContext value={panels}>
        <LiveChecksContext value={checks}>
          <Shortcuts onShortcuts={openShortcuts} />
          <div className={`board ${viewing === null ? '' : 'is-viewing'}`}>
            <TopBar
              connection={connection}
              homeStore={homeStore}
              viewing={viewing}
              onShare={openShare}
              onShortcuts={openShortcuts}
            />
            <div ref={nameOpenParts} className="board-middle">
              <SidePanel />
              <main className="board-canvas">
                {loaded ? (
                  <Canvas viewport={viewport} />
                ) : (
                  <div className="loading" role="status">
                    {canvas.loading}
                  </div>
                )}
                {loaded && <EmptyHint />}
                {viewing !== null && (
                  <Suspense fallback={null}>
                    <ViewBanner homeStore={homeStore} viewing={viewing} />
                  </Suspense>
                )}
                {loaded && (
                  <Suspense fallback={null}>
                    <SessionStrip />
                  </Suspense>
                )}
                <Toolbar />
                <ToolHint />
                <div className="corner-start">
                  <Minimap />
                  <ZoomBar />
                </div>
                <Legend />
                <div className="status-bar bar">
                  <LiveState connected={connected} loaded={loaded} />
                  <span className="separator" />
                  <ChecksButton />
                </div>
              </main>
              <Inspector />
              <OpenViews homeStore={homeStore} />
              <OpenPanels token={session.token} onShare={openShare} />
            </div>
            <Announcer />
          </div>
          {sharing && (
            <Suspense fallback={null}>
              <ShareDialog store={homeStore} token={session.token} onClose={() => setSharing(false)} />
            </Suspense>
          )}
          <Suspense fallback={null}>
            {showingShortcuts && <ShortcutsDialog onClose={() => setShowingShortcuts(false)} />}
          </Suspense>
        </LiveChecksContext>
      </PanelsContext>
    </ReactFlowProvider>
  );
}

function Shortcuts({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const workspace = useWorkspace();
  useShortcuts({ workspace, onShortcuts });
  return null;
}

/** Keeps the window's title and the list of recent boards in step with the board's. */
function useTitle(own: boolean): void {
  const { board } = useWorkspace();
  const title = useBoardTitle();
  const { appName } = useMessages();
  useEffect(() => {
    document.title = title === '' ? appName : `${title} · ${appName}`;
    const recent = recentBoard(board);
    if (own && recent !== null && title !== '' && recent.title !== title) rememberBoard({ ...recent, title });
    return () => {
      document.title = appName;
    };
  }, [title, board, own, appName]);
}
