/**
 * An open board: the connection of this person's own viewpoint, and for a facilitator who looks through
 * another, a second one to that view. What is shown comes from the server as that viewpoint gets it.
 */

import type { Viewport } from '@xyflow/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Rights } from '../board/rights.ts';
import { openWorkspace, type Workspace, WorkspaceContext } from '../board/workspace.ts';
import type { ConnectionEvent, ConnectionState, EndReason } from '../sync/connection.ts';
import { currentMessages, useMessages } from '../ui/locale.ts';
import { toast } from '../ui/toast.ts';
import { BoardScreen } from './BoardScreen.tsx';
import type { Session } from './memory.ts';
import { useConnection } from './useConnection.ts';

export interface BoardRoomProps {
  readonly board: string;
  readonly session: Session;
  readonly renewToken: () => Promise<string | null>;
  readonly onEnd: (reason: EndReason) => void;
}

function tell(event: ConnectionEvent): void {
  const { refusals, restarted } = currentMessages();
  if (event.type === 'refused') toast(refusals[event.reason], { key: `refused ${event.reason}` });
  else toast(restarted[event.cause], { key: 'restarted' });
}

export function BoardRoom({ board, session, renewToken, onEnd }: BoardRoomProps) {
  const { token, role, viewpoint, name } = session;
  const [viewing, setViewing] = useState<string | null>(null);
  const viewport = useRef<Viewport | null>(null);
  const home = useConnection({ board, viewpoint, token, renewToken, onEvent: tell });
  const other = useConnection({ board, viewpoint: viewing, token, renewToken, onEvent: tell });
  const shown = viewing === null ? home : other;
  const workspace = useOpenWorkspace(shown, {
    board,
    viewpoint: viewing ?? viewpoint,
    role,
    viewing: viewing !== null,
    name,
  });
  const ended = home?.ended ?? null;
  useEffect(() => {
    if (ended !== null) onEnd(ended);
  }, [ended, onEnd]);
  const otherEnded = other?.ended ?? null;
  useEffect(() => {
    if (otherEnded !== null) setViewing(null);
  }, [otherEnded]);
  const viewAs = useCallback(
    (target: string | null) => setViewing(target === viewpoint ? null : target),
    [viewpoint],
  );
  const { canvas } = useMessages();
  if (home === null || shown === null || workspace === null) {
    return (
      <div className="loading" role="status">
        {canvas.loading}
      </div>
    );
  }
  return (
    <WorkspaceContext value={workspace}>
      <BoardScreen
        key={`${viewing ?? ''} ${workspace.copy.generation}`}
        connection={shown}
        homeStore={home.copy.store}
        session={session}
        viewing={viewing}
        onViewAs={viewAs}
        viewport={viewport}
      />
    </WorkspaceContext>
  );
}

interface Place {
  readonly board: string;
  readonly viewpoint: string;
  readonly role: Rights['role'];
  readonly viewing: boolean;
  readonly name: string;
}

function useOpenWorkspace(connection: ConnectionState | null, place: Place): Workspace | null {
  const [workspace, setWorkspace] = useState<Workspace | null>(null);
  const copy = connection?.copy ?? null;
  const { board, viewpoint, role, viewing, name } = place;
  useEffect(() => {
    if (copy === null) return;
    const opened = openWorkspace({
      copy,
      board,
      viewpoint,
      rights: { role, viewing },
      name,
      color: copy.doc.clientID % 8,
    });
    setWorkspace(opened);
    return () => {
      setWorkspace(null);
      opened.destroy();
    };
  }, [copy, board, viewpoint, role, viewing, name]);
  return workspace !== null && workspace.copy === copy ? workspace : null;
}
