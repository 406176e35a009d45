/** Keeps a connection open while the component is mounted, and returns its state. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Viewpoint } from '../../shared/model/ids.ts';
import { type ConnectionEvent, type ConnectionState, ViewConnection } from './connection.ts';

export interface UseConnectionOptions {
  readonly board: string;
  /** Null for no connection. */
  readonly viewpoint: Viewpoint | null;
  readonly token: string;
  readonly renewToken: () => Promise<string | null>;
  readonly onEvent: (event: ConnectionEvent) => void;
}

const NEVER = () => () => {};

export function syncUrl({ protocol, host }: Pick<Location, 'protocol' | 'host'>): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`;
}

/** Null before the connection is made. `onEvent` and `renewToken` must be stable. */
export function useConnection({
  board,
  viewpoint,
  token,
  renewToken,
  onEvent,
}: UseConnectionOptions): ConnectionState | null {
  const [connection, setConnection] = useState<ViewConnection | null>(null);
  useEffect(() => {
    if (viewpoint === null) return;
    const made = new ViewConnection({
      serverUrl: syncUrl(location),
      board,
      viewpoint,
      token,
      renewToken,
      onEvent,
    });
    setConnection(made);
    return () => {
      setConnection(null);
      made.destroy();
    };
  }, [board, viewpoint, token, renewToken, onEvent]);
  return useSyncExternalStore(connection?.subscribe ?? NEVER, () => connection?.state ?? null);
}
