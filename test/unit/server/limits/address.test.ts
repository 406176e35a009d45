import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { addressOf } from '../../../../server/limits/address.ts';

function from(forwarded: string | string[] | undefined, proxies: number): string {
  const request = { socket: { remoteAddress: '10.0.0.1' }, headers: { 'x-forwarded-for': forwarded } };
  return addressOf(request as unknown as IncomingMessage, { proxies });
}

it.each<[string, string | string[] | undefined, number, string]>([
  ['the peer, whatever the header says', '1.1.1.1', 0, '10.0.0.1'],
  ['what the one proxy saw', '6.6.6.6, 1.1.1.1', 1, '1.1.1.1'],
  ['what the outer of two proxies saw', '6.6.6.6, 1.1.1.1, 10.0.0.2', 2, '1.1.1.1'],
  ['the peer where the proxy says nothing', undefined, 1, '10.0.0.1'],
  ['the peer where fewer have passed it on', '1.1.1.1', 2, '10.0.0.1'],
  ['read across repeated headers', ['6.6.6.6', '1.1.1.1'], 1, '1.1.1.1'],
])('[B-1.13] an address is %s', (_what, forwarded, proxies, address) => {
  expect(from(forwarded, proxies)).toBe(address);
});
