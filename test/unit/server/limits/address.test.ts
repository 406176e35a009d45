import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { addressOf, network } from '../../../../server/limits/address.ts';

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

describe('the network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:0DB8:0:0:1::', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['::ffff:c000:207', '192.0.2.7'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0'],
    ['192.0.2.7:4040', '192.0.2.7:4040'],
    ['1:2:3', '1:2:3'],
    ['10', '10'],
    ['', ''],
  ])('%s is %s', (address, expected) => {
    expect(network(address)).toBe(expected);
  });
});
