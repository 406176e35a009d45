/** Why connections are closed: the codes, and which of them are for good. */
import { afterAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { CLOSE, type CloseName } from '../../../../shared/closeCodes.ts';

/** The stock provider decides: what it does not come back from is final. */
const provider = new WebsocketProvider('ws://localhost', 'board', new Y.Doc(), {
  connect: false,
  WebSocketPolyfill: WebSocket as never,
});
const isFinal = (code: number) => !provider.shouldReconnect({ code } as CloseEvent, provider);

afterAll(() => provider.destroy());

describe('a close code', () => {
  it('is one of these', () => {
    expect(CLOSE).toEqual({
      malformed: 4400,
      unauthorized: 4401,
      revoked: 4403,
      notFound: 4404,
      renewed: 4410,
      tooLarge: 4413,
      tooFast: 4529,
      restarting: 1012,
      tooSlow: 1013,
    });
  });

  it('is no other’s', () => {
    const codes = Object.values(CLOSE);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('is final for what another attempt would not mend', () => {
    const final = (Object.keys(CLOSE) as CloseName[]).filter((name) => isFinal(CLOSE[name]));
    expect(final).toEqual(['malformed', 'unauthorized', 'revoked', 'notFound', 'renewed', 'tooLarge']);
  });

  it.each([
    [4399, false],
    [4400, true],
    [4499, true],
    [4500, false],
    [1000, false],
    [1006, false],
  ])('%i is final: %s', (code, final) => {
    expect(isFinal(code)).toBe(final);
  });
});
