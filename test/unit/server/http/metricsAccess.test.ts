import { describe, expect, it } from 'vitest';
import { mayReadMetrics } from '../../../../server/http/metricsAccess.ts';

const TOKEN = 'a-token-of-operators';

describe('[B-1.16] metrics', () => {
  it.each([
    ['127.0.0.1', { host: '127.0.0.1:4040' }],
    ['::1', { host: '[::1]:4040' }],
    ['::ffff:127.0.0.1', { host: 'localhost:4040' }],
    ['127.8.8.8', {}],
    [undefined, {}],
  ])('are read from this machine (%s)', (peer, headers) => {
    expect(mayReadMetrics({ peer, headers }, null)).toBe(true);
    expect(mayReadMetrics({ peer, headers }, TOKEN)).toBe(true);
  });

  it.each([
    ['10.0.0.7', { host: 'localhost' }],
    ['::ffff:10.0.0.7', { host: 'localhost' }],
    ['127.0.0.1', { host: 'board.example' }],
    ['127.0.0.1', { host: 'localhost', 'x-forwarded-for': '127.0.0.1' }],
    ['127.0.0.1', { host: 'localhost', 'x-real-ip': '10.0.0.7' }],
    ['127.0.0.1', { host: 'localhost', forwarded: 'for=10.0.0.7' }],
    ['127.0.0.1', { host: 'localhost', via: '1.1 proxy' }],
    ['127.0.0.1.example', { host: 'localhost' }],
  ])('are not read from elsewhere, nor through a proxy (%s, %j)', (peer, headers) => {
    expect(mayReadMetrics({ peer, headers }, null)).toBe(false);
    expect(mayReadMetrics({ peer, headers: { ...headers, authorization: 'Bearer wrong' } }, TOKEN)).toBe(
      false,
    );
    expect(mayReadMetrics({ peer, headers: { ...headers, authorization: `Bearer ${TOKEN}` } }, null)).toBe(
      false,
    );
    expect(mayReadMetrics({ peer, headers: { ...headers, authorization: `Bearer ${TOKEN}` } }, TOKEN)).toBe(
      true,
    );
  });
});
