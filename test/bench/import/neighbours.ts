/**
 * Two people of a cell and a facilitator who sit at the board while somebody else imports. One of them moves a
 * member ten times a second; measured is how long it takes until the others have it.
 */
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { MESSAGE, SUBPROTOCOL } from '../../../shared/protocol.ts';
import { Board } from '../../helpers/browserBoard.ts';

const EVERY_MS = 100;

export interface Delays {
  readonly median: number;
  readonly p95: number;
  readonly slowest: number;
  readonly count: number;
}

interface Sitting {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
}

export class Neighbours {
  readonly #writer: Sitting;
  readonly #readers: Readonly<Record<'cell' | 'facilitator', Sitting>>;
  readonly #member: string;
  readonly #sent = new Map<number, number>();
  readonly #timer: NodeJS.Timeout;
  #delays: Record<'cell' | 'facilitator', number[]> = { cell: [], facilitator: [] };
  #next = 0;
  #closes = 0;

  private constructor(writer: Sitting, given: { cell: Sitting; facilitator: Sitting; member: string }) {
    const { member, ...readers } = given;
    this.#writer = writer;
    this.#readers = readers;
    this.#member = member;
    for (const [who, { doc }] of Object.entries(readers) as ['cell' | 'facilitator', Sitting][]) {
      doc.getMap('nodes').observeDeep((events) => {
        for (const { path } of events) if (path[0] === member) this.#hear(who);
      });
    }
    for (const { provider } of [writer, ...Object.values(readers)]) {
      provider.on('connection-close', () => {
        this.#closes++;
      });
    }
    this.#timer = setInterval(() => this.#write(), EVERY_MS);
  }

  static async sitDown(
    board: Board,
    { cell, member }: { cell: string; member: string },
  ): Promise<Neighbours> {
    const { url } = await board.invite({ viewpoint: cell, role: 'editor' });
    const [writer, reader, facilitator] = await Promise.all([sit(url), sit(url), sit(board.link)]);
    return new Neighbours(writer, { cell: reader, facilitator, member });
  }

  /** How often any of them was shown out. */
  get closes(): number {
    return this.#closes;
  }

  /** What was measured since it was last asked. */
  take(): Readonly<Record<'cell' | 'facilitator', Delays>> {
    const { cell, facilitator } = this.#delays;
    this.#delays = { cell: [], facilitator: [] };
    return { cell: summed(cell), facilitator: summed(facilitator) };
  }

  leave(): void {
    clearInterval(this.#timer);
    for (const { provider, doc } of [this.#writer, ...Object.values(this.#readers)]) {
      provider.destroy();
      doc.destroy();
    }
  }

  #write(): void {
    const map = this.#writer.doc.getMap('nodes').get(this.#member);
    if (!(map instanceof Y.Map)) throw new Error('The member has gone.');
    const x = this.#next++ % 100_000;
    this.#sent.set(x, performance.now());
    map.set('position', { x, y: 0 });
  }

  #hear(who: 'cell' | 'facilitator'): void {
    const map = this.#readers[who].doc.getMap('nodes').get(this.#member);
    const position = map instanceof Y.Map ? (map.get('position') as { x: number }) : null;
    const sent = position === null ? undefined : this.#sent.get(position.x);
    if (sent !== undefined) this.#delays[who].push(performance.now() - sent);
  }
}

async function sit(link: string): Promise<Sitting> {
  const { origin, pathname } = new URL(link);
  const { token, viewpoint } = await Board.enter(link);
  const doc = new Y.Doc();
  const board = pathname.split('/').at(-1);
  const provider = new WebsocketProvider(
    `${origin.replace('http', 'ws')}/sync`,
    `${board}/${viewpoint}`,
    doc,
    {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      protocols: [SUBPROTOCOL, token],
      disableBc: true,
    },
  );
  // Notices are for pages.
  provider.messageHandlers[MESSAGE.notice] = () => {};
  await new Promise<void>((resolve) => {
    provider.on('sync', (isSynced: boolean) => isSynced && resolve());
  });
  return { doc, provider };
}

function summed(delays: readonly number[]): Delays {
  const sorted = [...delays].sort((a, b) => a - b);
  const at = (part: number) => Math.round(10 * (sorted[Math.floor(sorted.length * part)] ?? Number.NaN)) / 10;
  return {
    median: at(0.5),
    p95: at(0.95),
    slowest: Math.round(sorted.at(-1) ?? Number.NaN),
    count: sorted.length,
  };
}
