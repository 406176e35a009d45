/** The parsers of elements: each bound from inside and from outside, and what is said of what lies outside. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  complaint,
  FIELD_SCHEMAS,
  isConfirmed,
  isLink,
  LinkDraftSchema,
  NodeDraftSchema,
} from '../../../../shared/model/element.ts';
import { LINK_KINDS, NODE_KINDS } from '../../../../shared/model/kinds.ts';
import { LIMITS } from '../../../../shared/model/limits.ts';
import { board } from '../../../helpers/boards.ts';

type FieldName = keyof typeof FIELD_SCHEMAS;

function messageFor(field: FieldName, value: unknown): string | null {
  const parsed = v.safeParse(FIELD_SCHEMAS[field], value);
  return parsed.success ? null : complaint(parsed.issues);
}

const letters = (count: number) => 'x'.repeat(count);
const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`);

describe('a field is accepted', () => {
  it.each<[string, FieldName, unknown]>([
    ['an empty label', 'label', ''],
    ['the longest label', 'label', letters(500)],
    ['a label in any script', 'label', 'حلقة ۱ 🟢'],
    ['the longest caption', 'caption', letters(80)],
    ['the longest notes', 'notes', letters(10_000)],
    ['the centre', 'position', { x: 0, y: 0 }],
    ['the farthest corner', 'position', { x: 1_000_000, y: -1_000_000 }],
    ['a fraction of a unit', 'position', { x: 0.1, y: -0.25 }],
    ['the smallest size', 'size', { width: 16, height: 16 }],
    ['the largest size', 'size', { width: 100_000, height: 100_000 }],
    ['the first colour', 'color', 0],
    ['the last colour', 'color', 7],
    ['locked', 'locked', true],
    ['not locked', 'locked', false],
    ['open', 'disclosure', 'open'],
    ['internal', 'disclosure', 'internal'],
    ['detached', 'disclosure', 'detached'],
    ['an empty audience', 'audience', []],
    ['an audience', 'audience', ['everyone', 'facilitator', 'c1']],
    ['the longest audience', 'audience', names(1_000)],
    ['the facilitator as owner', 'owner', 'facilitator'],
    ['everyone as owner', 'owner', 'everyone'],
    ['a group as owner', 'owner', 'c1'],
  ])('%s', (_what, field, value) => {
    expect(messageFor(field, value)).toBeNull();
    expect(v.parse(FIELD_SCHEMAS[field], value)).toEqual(value);
  });
});

describe('a field is refused, and told why', () => {
  const far = 'Coordinates lie within ±1000000.';
  const finite = 'A coordinate is a finite number.';
  const palette = 'A colour is a palette index.';

  it.each<[string, FieldName, unknown, string]>([
    ['a label too long by one', 'label', letters(501), 'A label has at most 500 characters.'],
    ['a label that is a number', 'label', 5, 'A label is text.'],
    ['a label that is nothing', 'label', null, 'A label is text.'],
    ['a caption too long by one', 'caption', letters(81), 'A caption has at most 80 characters.'],
    ['a caption that is a list', 'caption', ['a'], 'A caption is text.'],
    ['notes too long by one', 'notes', letters(10_001), 'Notes has at most 10000 characters.'],
    ['notes that are none', 'notes', undefined, 'Notes is text.'],
    ['x beyond the board', 'position', { x: 1_000_000.5, y: 0 }, `x: ${far}`],
    ['y beyond the board', 'position', { x: 0, y: -1_000_001 }, `y: ${far}`],
    ['x that is no number', 'position', { x: Number.NaN, y: 0 }, `x: ${finite}`],
    ['y without end', 'position', { x: 0, y: Number.POSITIVE_INFINITY }, `y: ${finite}`],
    ['x without end below', 'position', { x: Number.NEGATIVE_INFINITY, y: 0 }, `x: ${finite}`],
    ['x as text', 'position', { x: '1', y: 0 }, `x: ${finite}`],
    ['x as a large integer', 'position', { x: 1n, y: 0 }, `x: ${finite}`],
    ['a position of one coordinate', 'position', { x: 0 }, 'y: A position is {x, y}.'],
    ['a position of three', 'position', { x: 0, y: 0, z: 0 }, 'z: A position is {x, y}.'],
    ['a position that is a list', 'position', [0, 0], 'x: A position is {x, y}.'],
    ['a position that is null', 'position', null, 'A position is {x, y}.'],
    ['a width too small', 'size', { width: 15.9, height: 16 }, 'width: A side is at least 16 long.'],
    ['a height too large', 'size', { width: 16, height: 100_001 }, 'height: A side is at most 100000 long.'],
    [
      'a height that is no number',
      'size',
      { width: 16, height: Number.NaN },
      'height: A size is a finite number.',
    ],
    [
      'a width without end',
      'size',
      { width: Number.POSITIVE_INFINITY, height: 16 },
      'width: A size is a finite number.',
    ],
    ['a negative width', 'size', { width: -16, height: 16 }, 'width: A side is at least 16 long.'],
    ['a size of three', 'size', { width: 16, height: 16, depth: 16 }, 'depth: A size is {width, height}.'],
    ['a colour below the palette', 'color', -1, 'A colour is a palette index from 0.'],
    ['a colour beyond it', 'color', 8, 'The palette ends at 7.'],
    ['half a colour', 'color', 1.5, palette],
    ['a colour that is no number', 'color', Number.NaN, palette],
    ['a colour without end', 'color', Number.POSITIVE_INFINITY, palette],
    ['a colour by its name', 'color', 'red', palette],
    ['locked, as a number', 'locked', 1, 'locked is true or false.'],
    ['an unknown disclosure', 'disclosure', 'secret', 'A disclosure is one of open, internal, detached.'],
    ['an audience too long by one', 'audience', names(1_001), 'An audience names at most 1000 viewpoints.'],
    ['an audience that is no list', 'audience', 'everyone', 'An audience is a list of viewpoints.'],
    [
      'an audience with a stranger',
      'audience',
      ['c1', 'a b'],
      '1: A viewpoint is "facilitator", "everyone" or the id of a group or person.',
    ],
    [
      'an owner that is no viewpoint',
      'owner',
      '__proto__',
      'A viewpoint is "facilitator", "everyone" or the id of a group or person.',
    ],
  ])('%s', (_what, field, value, message) => {
    expect(messageFor(field, value)).toBe(message);
  });
});

describe('a node as somebody wants it made', () => {
  it.each(NODE_KINDS)('needs to be no more than a %s', (kind) => {
    expect(v.parse(NodeDraftSchema, { kind })).toEqual({
      kind,
      label: '',
      caption: '',
      notes: '',
      position: { x: 0, y: 0 },
      locked: false,
    });
  });

  it('keeps all that is said of it', () => {
    const whole = {
      id: 'c1',
      kind: 'cell',
      label: 'Cell 1',
      caption: 'factory cell',
      notes: 'meets on Mondays',
      position: { x: 1, y: 2 },
      size: { width: 200, height: 100 },
      color: 3,
      locked: true,
      disclosure: 'internal',
      audience: ['c1'],
      owner: 'c1',
    };
    expect(v.parse(NodeDraftSchema, whole)).toEqual(whole);
  });

  it.each([
    [
      'a kind of link',
      { kind: 'tie' },
      "kind: A node's kind is one of person, circle, cell, area, organization, body, note.",
    ],
    [
      'a reserved id',
      { kind: 'cell', id: 'everyone' },
      'id: An id is 1 to 64 letters, digits, "-" or "_", and no reserved word.',
    ],
    [
      'a bad field within',
      { kind: 'cell', position: { x: Number.NaN, y: 0 } },
      'position.x: A coordinate is a finite number.',
    ],
  ])('is refused for %s', (_why, draft, message) => {
    const parsed = v.safeParse(NodeDraftSchema, draft);
    expect(parsed.success ? null : complaint(parsed.issues)).toBe(message);
  });

  it('is refused for no kind', () => {
    const parsed = v.safeParse(NodeDraftSchema, { label: 'Cell 1' });
    expect(parsed.issues?.map((issue) => v.getDotPath(issue))).toEqual(['kind']);
  });

  it.each(['access', 'source', 'confirmed'])('is refused for a field named %s', (field) => {
    expect(v.safeParse(NodeDraftSchema, { kind: 'cell', [field]: 'edit' }).success).toBe(false);
  });
});

describe('a link as somebody wants it made', () => {
  it.each(LINK_KINDS)('needs its ends and to be a %s', (kind) => {
    expect(v.parse(LinkDraftSchema, { kind, source: 'a', target: 'b' })).toEqual({
      kind,
      source: 'a',
      target: 'b',
      label: '',
      caption: '',
      locked: false,
    });
  });

  it.each([
    ['no source', { kind: 'tie', target: 'b' }],
    ['no target', { kind: 'tie', source: 'a' }],
    ['a kind of node', { kind: 'cell', source: 'a', target: 'b' }],
    ['an end that is no id', { kind: 'tie', source: 'a', target: 'everyone' }],
    ['a place', { kind: 'tie', source: 'a', target: 'b', position: { x: 0, y: 0 } }],
    ['notes', { kind: 'tie', source: 'a', target: 'b', notes: '' }],
    ['a disclosure', { kind: 'tie', source: 'a', target: 'b', disclosure: 'open' }],
  ])('is refused for %s', (_why, draft) => {
    expect(v.safeParse(LinkDraftSchema, draft).success).toBe(false);
  });
});

describe('an element', () => {
  const on = board('open')
    .person('ada')
    .cell('c1', { owner: 'everyone' })
    .note('memo', { owner: 'c1' })
    .member('ada', 'c1', { owner: 'ada' });

  it.each([
    ['the facilitator’s counts', 'ada', true],
    ['everyone’s counts', 'c1', true],
    ['a group’s does not', 'memo', false],
    ['a person’s does not', 'ada-in-c1', false],
  ])('that is %s', (_fact, id, counts) => {
    expect(isConfirmed(on.get(id))).toBe(counts);
  });

  it('is a link by having ends', () => {
    expect(isLink(on.get('ada-in-c1'))).toBe(true);
    expect(isLink(on.get('ada'))).toBe(false);
  });
});

it('the limits are these', () => {
  expect(LIMITS).toEqual({
    labelLength: 500,
    notesLength: 10_000,
    captionLength: 80,
    titleLength: 200,
    nodes: 25_000,
    links: 50_000,
    coordinate: 1_000_000,
    minSize: 16,
    maxSize: 100_000,
    colors: 8,
    audience: 1_000,
    personNameLength: 60,
    inviteLabelLength: 80,
    invites: 1_000,
    inviteUses: 100_000,
    named: 1_000,
    templates: 300,
    templateBytes: 1024 * 1024,
    templateElements: 2_000,
    templatesOfBoard: 20,
    wordLength: 500,
  });
});
