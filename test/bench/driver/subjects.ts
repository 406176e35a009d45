/**
 * The servers that are measured, each behind the same few calls: start with boards of given content, and how to
 * enter one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessControl } from '../../../server/access/access.ts';
import { loadKey } from '../../../server/access/key.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { ElementRecord } from '../../../shared/model/element.ts';
import type { BoardId, RandomBytes, Viewpoint } from '../../../shared/model/ids.ts';
import { namedPolicy, type PolicyName } from '../../../shared/policies/policies.ts';
import { docOf } from './content.ts';
import { Member } from './member.ts';
import { ServerProcess } from './process.ts';
import { CELLBOARD, HOCUSPOCUS, type Room, type Wire, Y_WEBSOCKET } from './wire.ts';

export const SUBJECTS = ['cellboard', 'hocuspocus', 'y-websocket', 'relay'] as const;
export type SubjectName = (typeof SUBJECTS)[number];

export interface Wish {
  readonly boards: number;
  readonly elements: readonly ElementRecord[];
  readonly policy?: PolicyName;
}

export interface Subject {
  readonly name: SubjectName;
  readonly process: ServerProcess;
  readonly wire: Wire;
  /** The room of a board; for our own server, as a viewpoint sees it. */
  room(board: number, viewpoint?: string): Room;
  /** Called once everybody is in: whoever brought the content goes. */
  settle(): void;
  stop(): Promise<void>;
}

const random: RandomBytes = (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);
const boardName = (index: number) => `board${index}` as BoardId;

export function startSubject(name: SubjectName, wish: Wish): Promise<Subject> {
  return name === 'cellboard' ? startCellboard(wish) : startPeer(name, wish);
}

/** A data directory with the boards in it, and the tokens that open them. */
export interface Seeded {
  readonly dir: string;
  token(board: number, viewpoint: Viewpoint): string;
}

export async function seed(wish: Wish, viewpoints: readonly Viewpoint[]): Promise<Seeded> {
  const dir = mkdtempSync(join(tmpdir(), 'cellboard-bench-'));
  const store = openSqlite(dir);
  const access = new AccessControl({
    store,
    key: loadKey({ given: null, dir, random }),
    clock: Date.now,
    random,
  });
  const tokens = new Map<string, string>();
  for (let index = 0; index < wish.boards; index += 1) {
    const board = boardName(index);
    const draft = (viewpoint: Viewpoint) =>
      access.draft({ board, viewpoint, role: viewpoint === 'facilitator' ? 'facilitator' : 'editor' });
    const first = draft('facilitator');
    const policy = namedPolicy(wish.policy ?? 'open');
    await store.createBoard({
      id: board,
      title: 'Bench',
      policy,
      created: 0,
      elements: wish.elements,
      invite: first,
    });
    for (const viewpoint of viewpoints) {
      const invite = viewpoint === 'facilitator' ? first : draft(viewpoint);
      await store.putInvite(invite);
      const entry = await access.enter({ board, secret: access.secret(invite), name: '' });
      if (entry === null) throw new Error('No way in.');
      tokens.set(`${index} ${viewpoint}`, entry.token);
    }
  }
  await store.close();
  return { dir, token: (board, viewpoint) => tokens.get(`${board} ${viewpoint}`) ?? '' };
}

export function startOn(dir: string): Promise<ServerProcess> {
  return ServerProcess.start('../../dist/server/main.js', {
    PORT: '0',
    DATA_DIR: dir,
    LOG_LEVEL: 'error',
    MAX_CONNECTIONS_PER_ADDRESS: '0',
    MAX_MESSAGES_PER_SECOND: '0',
    MAX_CONNECTIONS_PER_SESSION: '0',
    MAX_CONNECTIONS_PER_BOARD: '0',
    SESSION_CPU_PERCENT: '0',
  });
}

/** Clients of one viewpoint come with one session each only where there are several viewpoints. */
export async function startCellboard(
  wish: Wish,
  viewpoints: readonly Viewpoint[] = ['everyone'],
): Promise<Subject> {
  const seeded = await seed(wish, viewpoints);
  const process = await startOn(seeded.dir);
  return {
    name: 'cellboard',
    process,
    wire: CELLBOARD,
    room: (board, viewpoint = 'everyone') => ({
      name: `${boardName(board)}/${viewpoint}`,
      token: seeded.token(board, viewpoint as Viewpoint),
    }),
    settle: () => {},
    stop: async () => {
      await process.stop();
      rmSync(seeded.dir, { recursive: true, force: true });
    },
  };
}

const PEERS = {
  hocuspocus: { script: 'peers/hocuspocus.mjs', wire: HOCUSPOCUS },
  'y-websocket': { script: 'peers/yWebsocket.mjs', wire: Y_WEBSOCKET },
  relay: { script: 'peers/relay.mjs', wire: Y_WEBSOCKET },
} as const;

async function startPeer(name: Exclude<SubjectName, 'cellboard'>, wish: Wish): Promise<Subject> {
  const { script, wire } = PEERS[name];
  const process = await ServerProcess.start(script);
  const keepers: Member[] = [];
  const room = (board: number): Room => ({ name: boardName(board), token: '' });
  const subject = {
    name,
    process,
    wire,
    room,
    settle: () => {
      for (const keeper of keepers.splice(0)) keeper.close();
    },
    stop: () => process.stop(),
  };
  if (name === 'relay') return subject;
  // Stays until others are in, so that the peers do not put the rooms away.
  const doc = docOf(wish.elements);
  for (let board = 0; board < wish.boards; board += 1) {
    const keeper = await Member.enter(subject, room(board));
    await keeper.bring(doc);
    keepers.push(keeper);
  }
  return subject;
}
