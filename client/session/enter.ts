/** Redeems a link's secret for a session, and stores on this device what a reload needs. */
import type { Result } from '../../shared/model/result.ts';
import { type Failure, openSession } from './api.ts';
import { type Recent, rememberBoard, rememberName, rememberSession, type Session } from './memory.ts';

export interface BoardEntry {
  readonly secret: string;
  readonly name: string;
}

export async function enterBoard(
  board: string,
  { secret, name }: BoardEntry,
): Promise<Result<Session, Failure>> {
  const result = await openSession(board, { secret, name });
  if (!result.ok) return result;
  const { token, role, viewpoint, title } = result.value;
  const session = { token, role, viewpoint, name, secret };
  rememberName(name);
  rememberSession(board, session);
  rememberBoard({ board, secret, title, role, eyes: eyesOf(viewpoint), opened: Date.now() });
  return { ok: true, value: session };
}

function eyesOf(viewpoint: string): Recent['eyes'] {
  return viewpoint === 'facilitator' || viewpoint === 'everyone' ? viewpoint : 'participant';
}
