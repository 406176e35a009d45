/**
 * Where a request comes from. Behind proxies of one's own, each puts the address it was called from at the end
 * of `X-Forwarded-For`; what stands before those entries anybody could have written, and is not believed.
 */
import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/** `proxies`: how many of one's own stand between the network and this server. */
export function addressOf({ socket, headers }: IncomingMessage, { proxies }: { proxies: number }): string {
  const direct = socket.remoteAddress ?? '';
  if (proxies === 0) return direct;
  const header = headers['x-forwarded-for'] ?? '';
  const named = (Array.isArray(header) ? header.join(',') : header).split(',').map((part) => part.trim());
  return named.at(-proxies) || direct;
}

/**
 * What an address is limited by: an IPv4 address by itself, however it is written; an IPv6 address by its /64, since one
 * household has 2^64 of them. What is no address is limited by its text.
 */
export function network(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  const ip = ipaddr.IPv6.parse(address);
  if (ip.isIPv4MappedAddress()) return ip.toIPv4Address().toString();
  return ip.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':');
}
