/**
 * Somebody in a room: enters, asks for what there is, and then either listens closely or only lets the frames
 * go by.
 */
import * as Y from 'yjs';
import type { ServerProcess } from './process.ts';
import { RawClient } from './rawClient.ts';
import { type Room, readSync, SYNC, syncMessage, type Wire } from './wire.ts';

const EMPTY_STATE = Uint8Array.of(0);

export interface Destination {
  readonly name: string;
  readonly process: ServerProcess;
  readonly wire: Wire;
}

export class Member {
  readonly raw: RawClient;
  readonly prefix: Uint8Array;
  /** What there was on entering. */
  state: Uint8Array = new Uint8Array();
  joinedInMs = 0;

  private constructor(raw: RawClient, prefix: Uint8Array) {
    this.raw = raw;
    this.prefix = prefix;
  }

  /** Resolves when the answer to the empty state vector has come; at a relay, which has none, at once. */
  static async enter({ name, process, wire }: Destination, room: Room): Promise<Member> {
    const began = performance.now();
    const raw = await RawClient.open({
      port: process.port,
      path: wire.path(room),
      protocols: wire.protocols(room),
    });
    const member = new Member(raw, wire.prefix(room));
    for (const message of wire.greeting(room)) raw.send(message);
    if (name === 'relay') return member;
    const answered = new Promise<void>((resolve, reject) => {
      raw.onClose = (why) => reject(new Error(`cut off on entering: ${why}`));
      raw.onMessage = (message) => {
        const sync = readSync(message, member.prefix);
        if (sync?.type === SYNC.step1) raw.send(syncMessage(member.prefix, SYNC.step2, Uint8Array.of(0, 0)));
        if (sync?.type !== SYNC.step2) return;
        member.state = sync.payload;
        resolve();
      };
    });
    raw.send(syncMessage(member.prefix, SYNC.step1, EMPTY_STATE));
    await answered;
    member.joinedInMs = performance.now() - began;
    raw.onMessage = null;
    raw.onClose = null;
    return member;
  }

  /** Adds a doc's content, and waits until the server has it: until it answers with it. */
  async bring(doc: Y.Doc): Promise<void> {
    this.raw.send(syncMessage(this.prefix, SYNC.update, Y.encodeStateAsUpdate(doc)));
    const had = new Promise<void>((resolve) => {
      this.raw.onMessage = (message) => {
        const sync = readSync(message, this.prefix);
        if (sync?.type === SYNC.step2) resolve();
      };
    });
    this.raw.send(syncMessage(this.prefix, SYNC.step1, Y.encodeStateVector(doc)));
    await had;
    this.raw.onMessage = null;
  }

  listen(heard: (update: Uint8Array) => void): void {
    this.raw.onMessage = (message) => {
      const sync = readSync(message, this.prefix);
      if (sync !== null && sync.type !== SYNC.step1) heard(sync.payload);
    };
  }

  edit(updates: readonly Uint8Array[]): void {
    this.raw.sendAll(updates.map((update) => syncMessage(this.prefix, SYNC.update, update)));
  }

  close(): void {
    this.raw.close();
  }
}
