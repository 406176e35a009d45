/**
 * Where a request comes from. Behind proxies of one's own, each puts the address it was called from at the end
 * of `X-Forwarded-For`; what stands before those entries anybody could have written, and is not believed.
 */
import type { IncomingMessage } from 'node:http';

/** `proxies`: how many of one's own stand between the network and this server. */
export function addressOf({ socket, headers }: IncomingMessage, { proxies }: { proxies: number }): string {
  const direct = socket.remoteAddress ?? '';
  if (proxies === 0) return direct;
  const header = headers['x-forwarded-for'] ?? '';
  const named = (Array.isArray(header) ? header.join(',') : header).split(',').map((part) => part.trim());
  return named.at(-proxies) || direct;
}
