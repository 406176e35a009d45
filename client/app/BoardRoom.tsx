/**
 * Connections of an open board: one to this person's own viewpoint, and for a facilitator further ones to the
 * viewpoints they view as. The own connection stays open meanwhile, so that switching back is instant;
 * another view is shown once it is fully loaded.
 */

import type { Viewport } from '@xyflow/react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Viewpoint } from '../../shared/model/ids.ts';
import { LIMITS } from '../../shared/model/limits.ts';
import { ViewAnnouncer } from '../features/views/ViewAnnouncer.tsx';
import type { Session } from '../session/memory.ts';
import type { Rights } from '../state/rights.ts';
import { createViews, ViewsContext, viewAs } from '../state/views.ts';
import { whyRefused } from '../state/whyNot.ts';
import { openWorkspace, type Workspace, WorkspaceContext } from '../state/workspace.ts';
import type { ConnectionEvent, ConnectionState, EndReason } from '../sync/connection.ts';
import { useConnection } from '../sync/useConnection.ts';
import { currentMessages, useMessages } from '../ui/locale.ts';
import { toast } from '../ui/toast.ts';
import { BoardScreen } from './BoardScreen.tsx';
import { DevInspector } from './DevInspector.tsx';
import { useLookedThrough } from './useViewConnection.ts';

export interface BoardRoomProps {
  readonly board: string;
  readonly session: Session;
  readonly renewToken: () => Promise<string | null>;
  readonly onEnd: (reason: EndReason) => void;
}

function tell(event: ConnectionEvent): void {
  const { restarted } = currentMessages();
  if (event.type === 'damaged') return toast(currentMessages().boardDamaged, { key: 'damaged' });
  if (event.type === 'refused') toast(whyRefused(event.store, event), { key: `refused ${event.reason}` });
  else toast(restarted[event.cause], { key: 'restarted' });
}

export function BoardRoom({ board, session, renewToken, onEnd }: BoardRoomProps) {
  const { token, role, viewpoint, name } = session;
  const [views] = useState(createViews);
  const viewport = useRef<Viewport | null>(null);
  const place = { board, token, renewToken, onEvent: tell };
  const home = useConnection({ ...place, viewpoint });
  const present = useStore(views, (state) => state.present);
  const viewConnection = useLookedThrough(views, place);
  const homeWorkspace = useOpenWorkspace(home, {
    board,
    viewpoint,
    role,
    name,
    viewing: false,
    edits: false,
  });
  const other = useOpenWorkspace(viewConnection?.state ?? null, {
    board,
    viewpoint: viewConnection?.viewpoint ?? viewpoint,
    role,
    name,
    viewing: true,
    edits: viewConnection?.edits ?? false,
  });
  const viewing = viewConnection?.viewpoint ?? null;
  const shown = viewConnection === null ? home : viewConnection.state;
  const workspace = viewConnection === null ? homeWorkspace : other;
  const ended = home?.phase === 'ended' ? home.reason : null;
  useEffect(() => {
    if (ended !== null) onEnd(ended);
  }, [ended, onEnd]);
  const hasOtherEnded = viewConnection?.state.phase === 'ended';
  useEffect(() => {
    if (hasOtherEnded) viewAs(views, null);
  }, [hasOtherEnded, views]);
  // A person is present in one view only: the one that is shown.
  useEffect(() => {
    if (viewing === null) return;
    homeWorkspace?.presence.leave();
    return () => homeWorkspace?.presence.comeBack();
  }, [viewing, homeWorkspace]);
  useEffect(() => {
    other?.presence.comeBack();
    return () => other?.presence.leave();
  }, [other]);
  useEffect(() => other?.presence.set({ present }), [other, present]);
  const { canvas } = useMessages();
  if (home === null || shown === null || workspace === null) {
    return (
      <div className="loading" role="status">
        {canvas.loading}
      </div>
    );
  }
  return (
    <ViewsContext value={views}>
      <WorkspaceContext value={workspace}>
        {import.meta.env.DEV && <DevInspector connection={shown} />}
        <BoardScreen
          key={`${viewing ?? ''} ${viewConnection?.edits === true} ${workspace.replica.generation}`}
          connection={shown}
          homeStore={home.replica.store}
          session={session}
          viewing={viewing}
          viewport={viewport}
        />
      </WorkspaceContext>
      <ViewAnnouncer store={home.replica.store} viewing={viewing} />
    </ViewsContext>
  );
}

interface OpenedView {
  readonly board: string;
  readonly viewpoint: Viewpoint;
  readonly role: Rights['role'];
  readonly viewing: boolean;
  readonly edits: boolean;
  readonly name: string;
}

function useOpenWorkspace(connection: ConnectionState | null, place: OpenedView): Workspace | null {
  const [workspace, setWorkspace] = useState<Workspace | null>(null);
  const replica = connection?.replica ?? null;
  const { board, viewpoint, role, viewing, edits, name } = place;
  // A layout effect: no frame without a workspace is painted when the view changes.
  useLayoutEffect(() => {
    if (replica === null) return;
    const opened = openWorkspace({
      replica,
      board,
      viewpoint,
      rights: { role, viewing, edits },
      name,
      color: replica.doc.clientID % LIMITS.colors,
    });
    setWorkspace(opened);
    return () => {
      setWorkspace(null);
      opened.destroy();
    };
  }, [replica, board, viewpoint, role, viewing, edits, name]);
  return workspace !== null && workspace.replica === replica ? workspace : null;
}
