/**
 * What is kept, whatever keeps it. Every backend passes the same contract suite. Nothing here knows SQL,
 * files or rooms. Promises, because a backend beyond one machine answers later; a backend may do its work at
 * once. Times are milliseconds since 1970.
 */
import type { ElementRecord, LinkRecord, NodeRecord } from '../../shared/model/element.ts';
import type { BoardId, ElementId, InviteId, TemplateKey, Viewpoint } from '../../shared/model/ids.ts';
import type { LinkKind, NodeKind } from '../../shared/model/kinds.ts';
import type { Timer } from '../../shared/model/timer.ts';
import type { Policy } from '../../shared/policies/policies.ts';
import type { Role } from '../../shared/protocol.ts';
import type { ThumbnailShape } from '../../shared/templates/thumbnailShapes.ts';

export interface BoardMeta {
  readonly title: string;
  readonly policy: Policy;
  /** Whether facilitators have locked the whole board; absent: they have not. */
  readonly locked?: boolean;
  /** Absent: there is none. */
  readonly timer?: Timer;
  /** Notices for viewpoints of which no participant was connected, oldest first; absent: none. */
  readonly pendingNotices?: readonly PendingNotice[];
}

/** That drawings of a viewpoint were declined, and what the facilitator said. */
export interface PendingNotice {
  readonly to: Viewpoint;
  readonly drawings: readonly { readonly kind: NodeKind | LinkKind; readonly label: string }[];
  readonly word: string;
  readonly at: number;
}

/** What a deletion took away, kept so that the same id can come back whole. */
export interface BinEntry {
  readonly id: ElementId;
  readonly element: ElementRecord;
  /** The viewpoint that deleted it: whoever may bring it back under its own id. */
  readonly deletedBy: Viewpoint;
  /** For a link that went because an end was deleted: that node. */
  readonly goneWith: ElementId | null;
  readonly at: number;
  /** Whether that viewpoint saw the element when it was deleted. Absent: not known. */
  readonly wasSeen?: boolean;
  /** What else that viewpoint lost sight of by the deletion. Absent: nothing, or too much to keep. */
  readonly lostWith?: readonly ElementId[];
}

/** A board as operators list it. */
export interface BoardListing {
  readonly id: BoardId;
  readonly title: string;
  readonly created: number;
  /** When a session was last seen or a link last used; when it was made, where it never was. */
  readonly lastUsed: number;
  readonly elements: number;
  /** On disk: records, bin and view docs. */
  readonly bytes: number;
}

export interface StoredBoard extends BoardMeta {
  /** How many of its rows could not be read and were set aside. Absent: none. */
  readonly setAside?: number;
  readonly nodes: readonly NodeRecord[];
  readonly links: readonly LinkRecord[];
  /** Oldest first. */
  readonly bin: readonly BinEntry[];
}

/** What a view needs besides its doc. */
export interface ViewRow {
  /** Counts the docs this view has had; a rebuilt doc is a new epoch. */
  readonly epoch: number;
  /** The Yjs client id under which the server writes in this epoch. */
  readonly writer: number;
  /** Server writers of earlier epochs: a client that names one holds an old doc. */
  readonly retired: readonly number[];
  /** Ids that mean another element in this view than on the board: view id, board id. */
  readonly aliases: readonly (readonly [string, string])[];
  /** Whose each Yjs client id is, as `ClientIdOwners` marks it. */
  readonly writers: readonly (readonly [client: number, mark: string])[];
  /** The row before it was lost: what it had retired is not known, so whoever holds any older doc starts afresh. */
  readonly startsOver?: boolean;
}

export interface StoredView {
  /** Null where it could not be read. */
  readonly row: ViewRow | null;
  /** Its doc could not be read whole: a new one is made from the records, under a new epoch. */
  readonly isBroken?: boolean;
  /** Updates whose merge is the doc, oldest first. */
  readonly updates: readonly Uint8Array[];
}

export interface ViewCommit {
  readonly viewpoint: Viewpoint;
  /** Present when it is new or changed. */
  readonly row?: ViewRow;
  /** Added to the log. */
  readonly append?: Uint8Array;
  /** Replaces everything kept of the doc; `append` of the same commit comes after it. */
  readonly snapshot?: Uint8Array;
}

export interface ActivityRow {
  readonly at: number;
  /** The session or invite that did it, or the server. */
  readonly session: string;
  readonly viewpoint: Viewpoint;
  readonly verb: 'create' | 'change' | 'delete' | 'restore' | 'board';
  readonly element: ElementId | null;
  /** Names of the changed fields. */
  readonly fields: readonly string[];
}

/** Everything one board has to make durable at once. */
export interface BoardCommit {
  readonly board: BoardId;
  readonly meta?: BoardMeta;
  readonly put: readonly ElementRecord[];
  readonly removed: readonly ElementId[];
  readonly binned: readonly BinEntry[];
  /** No longer in the bin: restored, or pushed out by newer entries. */
  readonly unbinned: readonly ElementId[];
  /** Gone for good: their ids mean nothing any more, so that invites to them are revoked. Absent: none. */
  readonly forgotten?: readonly { readonly id: ElementId; readonly at: number }[];
  readonly activity: readonly ActivityRow[];
  readonly views: readonly ViewCommit[];
}

export interface InviteRow {
  readonly id: InviteId;
  readonly board: BoardId;
  readonly viewpoint: Viewpoint;
  readonly role: Role;
  readonly label: string;
  /** Counted up when the link is replaced: the old secret then opens nothing. */
  readonly generation: number;
  readonly expires: number | null;
  readonly maxUses: number | null;
  readonly uses: number;
  readonly created: number;
  readonly lastUsed: number | null;
  readonly revoked: number | null;
}

export interface SessionRow {
  /** SHA-256 of the token, hexadecimal: the token itself is not kept. */
  readonly id: string;
  readonly board: BoardId;
  readonly invite: InviteId;
  readonly role: Role;
  readonly viewpoint: Viewpoint;
  readonly name: string;
  readonly created: number;
  readonly expires: number;
  /** When somebody last came or went with it; null before that. */
  readonly lastSeen: number | null;
}

/** A template that facilitators saved, as lists show it. */
export interface TemplateRow {
  readonly id: TemplateKey;
  /** The board it was saved from, whose facilitators may delete it. */
  readonly board: BoardId;
  readonly title: string;
  readonly created: number;
  /** How many nodes it has. */
  readonly size: number;
  readonly thumbnail: readonly ThumbnailShape[];
}

/** Ids and viewpoints in it are keys of its own. */
interface TemplateBody {
  readonly policy: Policy;
  readonly nodes: readonly NodeRecord[];
  readonly links: readonly LinkRecord[];
}

export interface NewTemplate extends TemplateRow {
  readonly body: TemplateBody;
}

export interface StoredTemplate {
  readonly title: string;
  readonly body: TemplateBody;
}

export interface NewBoard extends BoardMeta {
  readonly id: BoardId;
  readonly created: number;
  readonly elements: readonly ElementRecord[];
  /** The facilitator's first link. */
  readonly invite: InviteRow;
}

export interface Store {
  createBoard(board: NewBoard): Promise<void>;
  hasBoard(board: BoardId): Promise<boolean>;
  /** Every board, the one used last first. */
  boards(): Promise<BoardListing[]>;
  /** Deletes all that is kept of a board, its invites and sessions too. False when there is no such board. */
  deleteBoard(board: BoardId): Promise<boolean>;
  /** Revokes every invite of a board and forgets its sessions. */
  revokeAll(target: { board: BoardId; at: number }): Promise<void>;
  /** Null when there is no such board. */
  loadBoard(board: BoardId): Promise<StoredBoard | null>;
  loadView(board: BoardId, viewpoint: Viewpoint): Promise<StoredView | null>;
  /** All of it or nothing, for all boards of the batch; durable when the promise resolves. */
  commit(batch: readonly BoardCommit[]): Promise<void>;
  /** The newest first. */
  activity(board: BoardId, limit: number): Promise<ActivityRow[]>;

  putTemplate(template: NewTemplate): Promise<void>;
  /** The newest first. */
  templates(): Promise<TemplateRow[]>;
  template(id: TemplateKey): Promise<StoredTemplate | null>;
  /** Deletes a template; with a board, only one that was saved from it. False when there is no such template. */
  dropTemplate(id: TemplateKey, board?: BoardId): Promise<boolean>;

  putInvite(invite: InviteRow): Promise<void>;
  invite(board: BoardId, invite: InviteId): Promise<InviteRow | null>;
  /** In the order they were made. */
  invites(board: BoardId): Promise<InviteRow[]>;
  /** Counts one use and keeps the session, unless the uses are spent, it is revoked or expired: then false. */
  redeem(use: {
    invite: InviteId;
    board: BoardId;
    generation: number;
    session: SessionRow;
  }): Promise<boolean>;
  /** Marks it revoked and forgets its sessions. False when there is no such live invite. */
  revoke(target: { board: BoardId; invite: InviteId; at: number }): Promise<boolean>;
  /**
   * Gives an invite a new generation with an end of its own, so that the link handed out before opens nothing.
   * Its sessions stay. Null when there is no such live invite.
   */
  replaceInvite(target: {
    board: BoardId;
    invite: InviteId;
    expires: number | null;
  }): Promise<InviteRow | null>;
  session(id: string): Promise<SessionRow | null>;
  /** In the order they were opened. */
  sessions(board: BoardId): Promise<SessionRow[]>;
  /** Notes that somebody came or went; without effect where the session is gone. */
  seeSession(id: string, at: number): Promise<void>;
  /** Forgets one session. False when there is none of that id at that board. */
  dropSession(board: BoardId, id: string): Promise<boolean>;
  /** Forgets sessions that ended before the time given. */
  dropSessions(before: number): Promise<void>;

  setting(key: string): Promise<string | null>;
  putSetting(key: string, value: string): Promise<void>;

  close(): Promise<void>;
}
