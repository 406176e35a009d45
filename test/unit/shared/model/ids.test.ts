/** Ids: random where they are made, checked where they come from outside. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  isId,
  LinkIdSchema,
  NodeIdSchema,
  newBoardId,
  newInviteId,
  newLinkId,
  newNodeId,
  ViewpointSchema,
} from '../../../../shared/model/ids.ts';

describe('a new id', () => {
  it.each([
    ['node', newNodeId],
    ['link', newLinkId],
    ['board', newBoardId],
    ['invite', newInviteId],
  ])('of a %s holds at least 96 bits and is an id', (_what, make) => {
    const ids = Array.from({ length: 200 }, () => make());
    expect(new Set(ids).size).toBe(200);
    for (const id of ids) {
      expect(isId(id)).toBe(true);
      // Each of its characters is one of 64, and so holds 6 bits.
      expect(id.length * 6).toBeGreaterThanOrEqual(96);
    }
  });

  it('is made of the bytes given, all 64 characters alike', () => {
    const counting = (bytes: Uint8Array) => bytes.map((_byte, index) => index);
    expect(newNodeId(counting)).toBe('ABCDEFGHIJKLMNOPQRST');
    const drawn = new Set<string>();
    for (let byte = 0; byte < 256; byte += 1) drawn.add(newNodeId((bytes) => bytes.fill(byte)).charAt(0));
    expect(drawn.size).toBe(64);
  });
});

describe('an id from outside', () => {
  it.each(['a', 'A-z_9', '-', '0', 'x'.repeat(64), 'toString', 'Facilitator'])('may be %s', (id) => {
    expect(isId(id)).toBe(true);
  });

  it.each([
    ['empty', ''],
    ['longer than 64', 'x'.repeat(65)],
    ['with a space', 'a b'],
    ['with a slash', 'a/b'],
    ['with a dot', 'a.b'],
    ['with a letter from elsewhere', 'ä'],
    ['with a line after it', 'a\n'],
    ['the facilitator', 'facilitator'],
    ['everyone', 'everyone'],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['prototype', 'prototype'],
    ['a number', 7],
    ['a list of an id', ['a']],
    ['an object that looks like one', { toString: () => 'a' }],
    ['nothing', undefined],
    ['null', null],
  ])('is not %s', (_what, value) => {
    expect(isId(value)).toBe(false);
    for (const schema of [NodeIdSchema, LinkIdSchema]) {
      expect(v.safeParse(schema, value).issues?.[0].message).toBe(
        'An id is 1 to 64 letters, digits, "-" or "_", and no reserved word.',
      );
    }
  });
});

describe('a viewpoint from outside', () => {
  it.each(['facilitator', 'everyone', 'c1'])('may be %s', (value) => {
    expect(v.safeParse(ViewpointSchema, value).success).toBe(true);
  });

  it.each(['', '__proto__', 'a b', 3, null, ['everyone']])('is not %j', (value) => {
    expect(v.safeParse(ViewpointSchema, value).issues?.[0].message).toBe(
      'A viewpoint is "facilitator", "everyone" or the id of a group or person.',
    );
  });
});
