/**
 * The replica of one view: a Y.Doc, its provider and what is built on them. When the server renews the view
 * the replica is discarded as a whole; nothing of it may outlive `destroy`.
 */

import { readVarString } from 'lib0/decoding';
import * as v from 'valibot';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Viewpoint } from '../../shared/model/ids.ts';
import { MESSAGE, type Notice, NoticeSchema, SUBPROTOCOL } from '../../shared/protocol.ts';
import { History } from './history.ts';
import { NoticeInbox } from './notices.ts';
import { OwnAwareness } from './ownAwareness.ts';
import { BoardStore } from './store.ts';

export interface ViewReplica {
  /** Counts the replicas of one connection, from 1. */
  readonly generation: number;
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly awareness: OwnAwareness;
  readonly store: BoardStore;
  readonly history: History;
  readonly notices: NoticeInbox;
  /** Calls back with each notice of the server; returns what ends that. */
  hear(listener: (notice: Notice) => void): () => void;
  destroy(): void;
}

export interface CopyOptions {
  readonly generation: number;
  readonly serverUrl: string;
  readonly board: string;
  readonly viewpoint: Viewpoint;
  readonly token: string;
  /** Whether a facilitator who views as another viewpoint wants to edit there. */
  readonly edits?: boolean;
  readonly onNotice: (notice: Notice) => void;
}

export function protocolsFor(token: string): string[] {
  return [SUBPROTOCOL, token];
}

export function makeReplica(options: CopyOptions): ViewReplica {
  const { generation, serverUrl, board, viewpoint, token, edits = false, onNotice } = options;
  const doc = new Y.Doc();
  const awareness = new OwnAwareness(doc);
  const store = new BoardStore(doc);
  const history = new History(doc);
  const notices = new NoticeInbox();
  const listeners = new Set<(notice: Notice) => void>();
  const provider = new WebsocketProvider(serverUrl, `${board}/${viewpoint}`, doc, {
    awareness,
    connect: false,
    disableBc: true,
    params: edits ? { edit: '1' } : {},
    protocols: protocolsFor(token),
  });
  provider.messageHandlers[MESSAGE.notice] = (_encoder, decoder) => {
    const notice = parseNotice(readVarString(decoder));
    if (notice === null) return;
    notices.hear(notice);
    onNotice(notice);
    for (const listener of [...listeners]) listener(notice);
  };
  return {
    generation,
    doc,
    provider,
    awareness,
    store,
    history,
    notices,
    hear(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy() {
      listeners.clear();
      provider.destroy();
      history.destroy();
      store.destroy();
      doc.destroy();
    },
  };
}

/** Null for a notice of an unknown type: a newer server may send more types. */
function parseNotice(text: string): Notice | null {
  try {
    const parsed = v.safeParse(NoticeSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
