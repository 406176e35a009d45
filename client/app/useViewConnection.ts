/**
 * The connection of the viewpoint that a facilitator views as, once its view is fully loaded; until then the
 * one before it, or none. So what is shown is always complete, and labelled with the viewpoint it belongs to.
 */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Viewpoint } from '../../shared/model/ids.ts';
import type { Views } from '../state/views.ts';
import { type ConnectionState, ViewConnection } from '../sync/connection.ts';
import { syncUrl, type UseConnectionOptions } from '../sync/useConnection.ts';
import { ViewConnectionPool } from '../sync/viewConnectionPool.ts';

export interface ShownView {
  readonly viewpoint: Viewpoint;
  readonly edits: boolean;
  readonly state: ConnectionState;
}

interface Arrived {
  readonly viewpoint: Viewpoint;
  readonly edits: boolean;
  readonly connection: ViewConnection;
}

const NEVER = () => () => {};

export function useLookedThrough(
  views: Views,
  place: Omit<UseConnectionOptions, 'viewpoint'>,
): ShownView | null {
  const { board, token, renewToken, onEvent } = place;
  const viewing = useStore(views, (state) => state.viewing);
  const edits = useStore(views, (state) => state.editing);
  const [viewConnections, setViewConnections] = useState<ViewConnectionPool | null>(null);
  const [arrived, setArrived] = useState<Arrived | null>(null);
  useEffect(() => {
    const made = new ViewConnectionPool(
      (viewpoint, options) =>
        new ViewConnection({
          serverUrl: syncUrl(location),
          board,
          viewpoint,
          token,
          renewToken,
          onEvent,
          ...options,
        }),
    );
    setViewConnections(made);
    return () => {
      setViewConnections(null);
      setArrived(null);
      made.destroy();
    };
  }, [board, token, renewToken, onEvent]);
  useEffect(() => {
    if (viewing === null || viewConnections === null) {
      setArrived(null);
      return;
    }
    const connection = viewConnections.at(viewing, edits);
    const look = () => {
      if (connection.state.phase === 'loading') return;
      setArrived((before) =>
        before?.connection === connection ? before : { viewpoint: viewing, edits, connection },
      );
    };
    look();
    return connection.subscribe(look);
  }, [viewConnections, viewing, edits]);
  const state = useSyncExternalStore(
    arrived?.connection.subscribe ?? NEVER,
    () => arrived?.connection.state ?? null,
  );
  if (viewing === null || arrived === null || state === null) return null;
  return { viewpoint: arrived.viewpoint, edits: arrived.edits, state };
}
