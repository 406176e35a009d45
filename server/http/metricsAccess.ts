/**
 * Who may read `/metrics`: callers on this machine, and callers with the operator's token. Metrics name no board, but
 * what a whole server does tells of what a single board does while little else goes on.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Set by proxies: a call that has one of them comes from elsewhere, whatever the address of its peer is. */
const FORWARDED = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'forwarded',
  'via',
];

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/i;
const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

interface Caller {
  /** The address of the socket; undefined where there is none. */
  readonly peer: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** `token` is the operator's, null where none is set. */
export function mayReadMetrics({ peer, headers }: Caller, token: string | null): boolean {
  const given = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token !== null && given !== undefined && isSame(given, token)) return true;
  return isFromThisMachine({ peer, headers });
}

/** Whether a call comes from this machine, straight and under one of its own names. */
export function isFromThisMachine({ peer, headers }: Caller): boolean {
  if (peer !== undefined && !LOOPBACK.test(peer)) return false;
  return (
    FORWARDED.every((name) => headers[name] === undefined) && LOOPBACK_HOST.test(headers.host ?? 'localhost')
  );
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
