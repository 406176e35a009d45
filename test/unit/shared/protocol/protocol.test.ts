/**
 * The page both ends have signed. These values are on the wire and in databases: whoever changes one here
 * changes the protocol, and has to think of clients and boards that still use the old one.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  BOARD_FIELDS,
  isTextField,
  LINK_FIELDS,
  MESSAGE,
  NODE_FIELDS,
  NoticeSchema,
  PresenceSchema,
  REFUSALS,
  ROLES,
  ROOTS,
  SUBPROTOCOL,
  WIRE_LIMITS,
} from '../../../../shared/protocol.ts';
import { REASONS } from '../../../../shared/visibility/reasons.ts';

describe('on the wire', () => {
  it('the subprotocol is cellboard.v1', () => {
    expect(SUBPROTOCOL).toBe('cellboard.v1');
  });

  it('messages are those of y-websocket, and notices are 16', () => {
    expect(MESSAGE).toEqual({ sync: 0, awareness: 1, queryAwareness: 3, notice: 16 });
  });

  it('a view has three roots', () => {
    expect(ROOTS).toEqual(['nodes', 'links', 'board']);
  });

  it('a node has these fields', () => {
    expect(NODE_FIELDS).toEqual([
      'kind',
      'label',
      'caption',
      'notes',
      'position',
      'size',
      'color',
      'locked',
      'disclosure',
      'audience',
      'owner',
      'access',
      'unconfirmed',
    ]);
  });

  it('a link has these fields', () => {
    expect(LINK_FIELDS).toEqual([
      'kind',
      'source',
      'target',
      'label',
      'caption',
      'locked',
      'audience',
      'owner',
      'access',
      'unconfirmed',
    ]);
  });

  it('a board has these fields', () => {
    expect(BOARD_FIELDS).toEqual(['title', 'policy', 'locked', 'timer']);
  });

  it('label and notes are texts, and nothing else is', () => {
    const fields = [...NODE_FIELDS, ...LINK_FIELDS, ...BOARD_FIELDS];
    expect([...new Set(fields.filter(isTextField))]).toEqual(['label', 'notes']);
  });

  it('roles are three', () => {
    expect(ROLES).toEqual(['facilitator', 'editor', 'viewer']);
  });

  it('refusals are these', () => {
    expect(REFUSALS).toEqual([
      'viewer',
      'not-yours',
      'facilitator-only',
      'fixed',
      'locked',
      'not-joinable',
      'invalid',
      'too-long',
      'full',
      'missing-end',
    ]);
  });

  it('reasons are these, in this order', () => {
    expect(REASONS).toEqual([
      'facilitator',
      'open',
      'own',
      'guidance',
      'delegation',
      'elsewhere',
      'contact',
      'free',
      'between',
      'owned',
      'audience',
    ]);
  });

  it('limits are these', () => {
    expect(WIRE_LIMITS).toEqual({
      frameBytes: 4 * 1024 * 1024,
      bodyBytes: 16 * 1024 * 1024,
      awarenessBytes: 8 * 1024,
      messagesPerSecond: 300,
      messageBurst: 2_000,
      selection: 200,
    });
  });
});

describe('a notice', () => {
  it.each([
    { type: 'welcome', role: 'editor', viewpoint: 'c1', limits: { frameBytes: 1 } },
    { type: 'saved', state: 'AAE=' },
    { type: 'refused', elements: ['c1', ''], reason: 'locked' },
    { type: 'declined', drawings: [{ kind: 'person', label: 'Ada' }], word: 'Not yet', at: 1 },
    { type: 'called', elements: ['c1'] },
    { type: 'hand-lowered' },
    { type: 'clock', now: 1 },
  ])('is taken: $type', (notice) => {
    expect(v.parse(NoticeSchema, notice)).toEqual(notice);
  });

  it.each([
    ['of no known type', { type: 'hello' }],
    ['with no type', { state: '' }],
    ['with an unknown role', { type: 'welcome', role: 'owner', viewpoint: 'c1', limits: {} }],
    ['with an unknown reason', { type: 'refused', elements: [], reason: 'hidden' }],
    ['with a state that is no text', { type: 'saved', state: 1 }],
    ['that is no object', 'saved'],
  ])('is not taken %s', (_why, notice) => {
    expect(v.safeParse(NoticeSchema, notice).success).toBe(false);
  });
});

describe('presence', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`);

  it('may be nothing', () => {
    expect(v.parse(PresenceSchema, {})).toEqual({});
  });

  it('keeps what is known and drops the rest', () => {
    const known = {
      name: 'Ada',
      color: 7,
      cursor: { x: 1, y: 2 },
      selection: names(200),
      editing: { id: 'c1', field: 'notes' },
      drag: { ids: ['c1'], dx: -5, dy: 5 },
      resize: { id: 'c1', position: { x: 1, y: 2 }, size: { width: 120, height: 80 } },
      viewport: { x: 0, y: 0, zoom: 0.01 },
      present: true,
      hand: true,
    };
    expect(v.parse(PresenceSchema, { ...known, role: 'facilitator', viewpoint: 'c2', secret: 1 })).toEqual(
      known,
    );
  });

  it.each(['cursor', 'editing', 'drag', 'resize', 'viewport'])('may say that there is no %s', (field) => {
    expect(v.parse(PresenceSchema, { [field]: null })).toEqual({ [field]: null });
  });

  it.each([
    ['a name too long', { name: 'x'.repeat(61) }],
    ['a colour beyond the palette', { color: 8 }],
    ['a cursor that is nowhere', { cursor: { x: Number.NaN, y: 0 } }],
    ['a cursor with more to say', { cursor: { x: 0, y: 0, message: 'hello' } }],
    ['a selection too long', { selection: names(201) }],
    ['a selection of what is no id', { selection: ['everyone'] }],
    ['an edited field that has no text', { editing: { id: 'c1', field: 'position' } }],
    ['a drag without end', { drag: { ids: ['c1'], dx: Number.POSITIVE_INFINITY, dy: 0 } }],
    ['a drag of too many', { drag: { ids: names(201), dx: 0, dy: 0 } }],
    ['a resize to no size', { resize: { id: 'c1', position: { x: 0, y: 0 } } }],
    [
      'a resize to a size that is none',
      { resize: { id: 'c1', position: { x: 0, y: 0 }, size: { width: -1, height: 5 } } },
    ],
    ['a viewport too far off', { viewport: { x: 0, y: 0, zoom: 0.009 } }],
    ['a viewport too near', { viewport: { x: 0, y: 0, zoom: 100.1 } }],
    ['a viewport of no zoom', { viewport: { x: 0, y: 0, zoom: Number.NaN } }],
  ])('is refused with %s', (_what, presence) => {
    expect(v.safeParse(PresenceSchema, presence).success).toBe(false);
  });
});
