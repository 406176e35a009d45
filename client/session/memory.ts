/**
 * Local and session storage: the reader's name, recent boards with their links, and for the life of the tab
 * each board's session. No content of a view is ever stored.
 */
import * as v from 'valibot';
import { isId, ViewpointSchema } from '../../shared/model/ids.ts';
import { ROLES } from '../../shared/protocol.ts';

const NAME_KEY = 'cellboard.name';
const RECENT_KEY = 'cellboard.recent';
const MAX_RECENT = 30;

const SessionSchema = v.object({
  token: v.string(),
  role: v.picklist(ROLES),
  viewpoint: ViewpointSchema,
  name: v.string(),
  secret: v.string(),
});
export type Session = v.InferOutput<typeof SessionSchema>;

const RecentSchema = v.object({
  board: v.custom<string>(isId),
  secret: v.string(),
  title: v.string(),
  role: v.picklist(ROLES),
  /** The kind of viewpoint, without a name. */
  eyes: v.picklist(['facilitator', 'everyone', 'participant']),
  /** Milliseconds since 1970. */
  opened: v.number(),
});
export type Recent = v.InferOutput<typeof RecentSchema>;

function read<Schema extends v.GenericSchema>(
  storage: Storage,
  key: string,
  schema: Schema,
): v.InferOutput<Schema> | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(storage.getItem(key) ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Storage may be full or forbidden: the page works without it. */
function write(storage: Storage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}

export function rememberedName(): string {
  return read(localStorage, NAME_KEY, v.string()) ?? '';
}

export function rememberName(name: string): void {
  write(localStorage, NAME_KEY, name);
}

const sessionKey = (board: string) => `cellboard.session.${board}`;

export function rememberedSession(board: string): Session | null {
  return read(sessionStorage, sessionKey(board), SessionSchema);
}

export function rememberSession(board: string, session: Session): void {
  write(sessionStorage, sessionKey(board), session);
}

export function forgetSession(board: string): void {
  sessionStorage.removeItem(sessionKey(board));
}

/** Latest first. */
export function recentBoards(): Recent[] {
  return read(localStorage, RECENT_KEY, v.array(RecentSchema)) ?? [];
}

export function recentBoard(board: string): Recent | null {
  return recentBoards().find((recent) => recent.board === board) ?? null;
}

export function rememberBoard(recent: Recent): void {
  const others = recentBoards().filter(({ board }) => board !== recent.board);
  write(localStorage, RECENT_KEY, [recent, ...others].slice(0, MAX_RECENT));
}

export function forgetBoard(board: string): void {
  write(
    localStorage,
    RECENT_KEY,
    recentBoards().filter((recent) => recent.board !== board),
  );
  forgetSession(board);
}
