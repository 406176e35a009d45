/** A board that only notes what is asked of it, so that what talks to rooms can be tested alone. */

import type { ConnectionHandle, Transport } from '../../server/room/connectionHandle.ts';
import type { Principal } from '../../server/room/principal.ts';
import type { CreateResult, Decline, ElementsAnswer, RoomApi } from '../../server/room/roomApi.ts';
import type { CloseCode } from '../../shared/closeCodes.ts';
import type { BoardId, ElementId, Viewpoint } from '../../shared/model/ids.ts';

export class FakeRoom implements RoomApi {
  readonly title = 'A board';
  readonly viewpoints = new Set<string>(['facilitator', 'everyone', 'cell']);
  readonly handles = new Set<FakeHandle>();
  readonly created: { principal: Principal; drafts: { nodes: unknown; links: unknown } }[] = [];
  /** Called with every handle taken, before whoever takes it learns of it. */
  onJoin: (handle: FakeHandle) => void = () => {};

  async saved(): Promise<void> {}

  async join(principal: Principal, transport: Transport): Promise<ConnectionHandle | null> {
    if (!this.viewpoints.has(principal.viewpoint)) return null;
    const handle = new FakeHandle({ principal, transport, left: () => this.handles.delete(handle) });
    this.handles.add(handle);
    this.onJoin(handle);
    return handle;
  }

  async elements(viewpoint: Viewpoint): Promise<ElementsAnswer | null> {
    if (!this.viewpoints.has(viewpoint)) return null;
    return { title: this.title, nodes: [{ id: `seen-by-${viewpoint}`, access: 'read' }], links: [] };
  }

  async create(principal: Principal, drafts: { nodes: unknown; links: unknown }): Promise<CreateResult> {
    this.created.push({ principal, drafts });
    return { created: ['new'], refused: [] };
  }

  async visibility(viewpoint: Viewpoint): Promise<Record<ElementId, readonly string[]> | null> {
    return this.viewpoints.has(viewpoint) ? { ['n' as ElementId]: ['open'] } : null;
  }

  hasViewpoint(viewpoint: Viewpoint): boolean {
    return this.viewpoints.has(viewpoint);
  }

  readonly declined: { principal: Principal; what: Decline }[] = [];
  readonly called: { principal: Principal; elements: readonly ElementId[] }[] = [];
  /** Client ids of those who have a hand up. */
  readonly hands = new Set<number>();

  async decline(principal: Principal, what: Decline): Promise<void> {
    this.declined.push({ principal, what });
  }

  call(principal: Principal, elements: readonly ElementId[]): void {
    this.called.push({ principal, elements });
  }

  lowerHand(client: number): boolean {
    return this.hands.delete(client);
  }

  sessionsHere(): ReadonlySet<string> {
    return new Set([...this.handles].map(({ principal }) => principal.session));
  }

  dismiss(who: (principal: Principal) => boolean, code: CloseCode): void {
    for (const handle of this.handles) if (who(handle.principal)) handle.transport.close(code);
  }
}

export class FakeHandle implements ConnectionHandle {
  readonly principal: Principal;
  readonly transport: Transport;
  readonly received: number[][] = [];
  /** Called with every frame received. */
  onReceive: (frame: Uint8Array) => void = () => {};
  readonly #left: () => void;

  constructor({
    principal,
    transport,
    left,
  }: { principal: Principal; transport: Transport; left: () => void }) {
    this.principal = principal;
    this.transport = transport;
    this.#left = left;
  }

  receive(frame: Uint8Array): void {
    this.received.push([...frame]);
    this.onReceive(frame);
  }

  leave(): void {
    this.#left();
  }
}

/** Rooms of the boards given. */
export function fakeRooms(roomProvider: Readonly<Record<string, RoomApi>>): {
  room(board: BoardId): Promise<RoomApi | null>;
} {
  return { room: async (board) => roomProvider[board] ?? null };
}
