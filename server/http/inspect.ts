/**
 * `/dev/inspect` while developing: what each open room holds, as JSON, for callers on this machine alone. Only server/dev.ts
 * serves it; the built server has no such path.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RoomRegistry } from '../room/roomRegistry.ts';
import type { TurnTimings } from '../room/roomReport.ts';
import { isFromThisMachine } from './metricsAccess.ts';

const INSPECT_PATH = '/dev/inspect';

/** Answers a request for the path above: with 404 where it does not come from this machine. False for other paths. */
export function inspect(
  rooms: Pick<RoomRegistry, 'reports'>,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): boolean {
  if (request.url?.split('?', 1)[0] !== INSPECT_PATH) return false;
  const { socket, headers } = request;
  if (!isFromThisMachine({ peer: socket.remoteAddress ?? '', headers })) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return true;
  }
  const report = rooms.reports().map(({ lastTurn, ...room }) => ({ ...room, lastTurn: ago(lastTurn) }));
  response
    .writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
    .end(`${JSON.stringify({ rooms: report }, null, 2)}\n`);
  return true;
}

function ago(turn: TurnTimings | null) {
  if (turn === null) return null;
  const { endedAt, ...timings } = turn;
  return { endedMsAgo: performance.now() - endedAt, ...timings };
}
