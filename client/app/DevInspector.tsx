/**
 * `window.cellboard` while developing: the open workspace, and `inspect()`, which tells what the page holds of its view. The
 * built page has nothing of it.
 */

import { useEffect, useRef } from 'react';
import * as Y from 'yjs';
import type { Viewpoint } from '../../shared/model/ids.ts';
import { useWorkspace, type Workspace } from '../state/workspace.ts';
import type { ConnectionState } from '../sync/connection.ts';
import { clockIn } from '../sync/saved.ts';

interface PageReport {
  readonly board: string;
  readonly viewpoint: Viewpoint;
  /** The state of the connection, without its replica. */
  readonly connection: Readonly<Record<string, unknown>>;
  /** Counts the copies of the view since the page connected, from 1: the next one follows a renewal by the server. */
  readonly generation: number;
  /** This page's Yjs client id, and how far the doc has come for each. */
  readonly client: number;
  readonly clocks: Readonly<Record<string, number>>;
  /** This page's own clock, and up to where the server has called it durable; null before it has said so. */
  readonly written: number;
  readonly durable: number | null;
  readonly elements: { readonly nodes: number; readonly links: number };
  /** Elements whose entries in the scene are older than the store. */
  readonly waiting: { readonly nodes: readonly string[]; readonly links: readonly string[] };
}

interface DevInspection {
  readonly workspace: Workspace;
  readonly inspect: () => PageReport;
}

declare global {
  interface Window {
    cellboard?: DevInspection;
  }
}

export function DevInspector({ connection }: { readonly connection: ConnectionState }) {
  const workspace = useWorkspace();
  const latest = useRef(connection);
  useEffect(() => {
    latest.current = connection;
  }, [connection]);
  useEffect(() => {
    const { replica } = workspace;
    let durable: number | null = null;
    const stop = replica.hear((notice) => {
      if (notice.type === 'saved') durable = clockIn(notice.state, replica.doc.clientID);
    });
    const inspect = () => reportOf(workspace, { connection: latest.current, durable });
    window.cellboard = { workspace, inspect };
    return () => {
      stop();
      delete window.cellboard;
    };
  }, [workspace]);
  return null;
}

function reportOf(
  { board, viewpoint, replica, store, scene }: Workspace,
  { connection, durable }: { readonly connection: ConnectionState; readonly durable: number | null },
): PageReport {
  const { replica: _, ...state } = connection;
  const { doc, generation } = replica;
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
  return {
    board,
    viewpoint,
    connection: state,
    generation,
    client: doc.clientID,
    clocks: Object.fromEntries(clocks),
    written: clocks.get(doc.clientID) ?? 0,
    durable,
    elements: { nodes: store.nodes.size, links: store.links.size },
    waiting: { nodes: [...scene.waiting.nodes], links: [...scene.waiting.links] },
  };
}
