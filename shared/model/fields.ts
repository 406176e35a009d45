/**
 * The one table of the fields that nodes and links have beside their id. Records, parsers, the rows of the
 * database, the docs of views, what each viewpoint is sent, copies, files and templates all follow from it, so that
 * a new field is an entry here and a control to set it. Order counts: it is that of the protocol and of files.
 *
 * Consumers import the table, or `fieldLists` made of it; this file holds nothing that is derived.
 */
import type * as v from 'valibot';
import {
  choice,
  type FieldType,
  flag,
  nodeId,
  pair,
  paletteIndex,
  text,
  viewpointId,
  viewpointList,
} from './fieldTypes.ts';
import { DISCLOSURES, GROUP_KINDS, LINK_KINDS, type LinkKind, NODE_KINDS, type NodeKind } from './kinds.ts';
import { LIMITS } from './limits.ts';

export type ElementRoot = 'nodes' | 'links';

/** How an element has the field, and what becomes of it when it is cleared. */
type FieldPresence =
  /** Always, and fixed or replaced by another value only. A draft that lacks it has `inDraft`, or is refused. */
  | { readonly presence: 'required'; readonly inDraft?: unknown; readonly names: 'none' }
  /** Always, as a collaborative text, empty when new. */
  | { readonly presence: 'collaborative'; readonly default: '' }
  /** Always; docs and files leave the default out, and clearing brings it back. */
  | { readonly presence: 'default'; readonly default: string | number | boolean }
  /** Or not at all; clearing removes it. Only on elements of these kinds, where some are named. */
  | { readonly presence: 'optional'; readonly kinds?: readonly (NodeKind | LinkKind)[] }
  /** Always: the server decides, and a maker may wish. The default is for elements of whose making nothing is said. */
  | { readonly presence: 'assigned'; readonly default: string; readonly names: 'none' }
  /** Never on a record: the server says it of the element in each view. */
  | {
      readonly presence: 'derived';
      readonly names: 'none';
      readonly setBy: 'server';
      readonly files: 'none';
    };

export type FieldEntry = FieldPresence & {
  readonly type: FieldType;
  /** Who of those that see the element: `insiders` are facilitators, and viewpoints that stand in the node. */
  readonly sentTo: 'all' | 'insiders' | 'facilitators';
  /** `maker`: whoever makes the element, and nobody from then on. */
  readonly setBy: 'editors' | 'facilitators' | 'maker' | 'server';
  /**
   * Whether it can hold the name of a person. A field that says nothing here is dropped from templates saved
   * without names; what is `replaced` is given another value there.
   */
  readonly names?: 'none' | 'replaced';
  /** Whether a copy made on the page lacks it. */
  readonly isCopied?: false;
  /** Whether the rules of visibility read it. */
  readonly isRuling?: true;
  /** Its columns in tables and graph files; `own-format`: in Cellboard's own files alone. */
  readonly files: readonly string[] | 'own-format' | 'none';
};

const label = {
  type: text(LIMITS.labelLength, 'A label'),
  presence: 'collaborative',
  default: '',
  sentTo: 'all',
  setBy: 'editors',
  names: 'replaced',
  files: ['label'],
} as const satisfies FieldEntry;

const caption = {
  type: text(LIMITS.captionLength, 'A caption'),
  presence: 'default',
  default: '',
  sentTo: 'all',
  setBy: 'editors',
  names: 'replaced',
  files: ['caption'],
} as const satisfies FieldEntry;

const end = {
  type: nodeId,
  presence: 'required',
  sentTo: 'all',
  setBy: 'maker',
  names: 'none',
  isRuling: true,
  files: 'own-format',
} as const satisfies FieldEntry;

const locked = {
  type: flag('locked'),
  presence: 'default',
  default: false,
  sentTo: 'all',
  setBy: 'facilitators',
  names: 'none',
  isCopied: false,
  files: ['locked'],
} as const satisfies FieldEntry;

const audience = {
  type: viewpointList(LIMITS.audience, 'An audience'),
  presence: 'optional',
  sentTo: 'facilitators',
  setBy: 'facilitators',
  names: 'none',
  isRuling: true,
  files: 'own-format',
} as const satisfies FieldEntry;

const owner = {
  type: viewpointId,
  presence: 'assigned',
  default: 'facilitator',
  sentTo: 'facilitators',
  setBy: 'facilitators',
  names: 'none',
  isCopied: false,
  isRuling: true,
  files: 'own-format',
} as const satisfies FieldEntry;

const derived = {
  presence: 'derived',
  isCopied: false,
  sentTo: 'all',
  setBy: 'server',
  names: 'none',
  files: 'none',
} as const;
const access = {
  ...derived,
  type: choice(['edit', 'read'], 'Access'),
} as const satisfies FieldEntry;
const unconfirmed = { ...derived, type: flag('unconfirmed') } as const satisfies FieldEntry;

const kind = {
  presence: 'required',
  sentTo: 'all',
  setBy: 'maker',
  names: 'none',
  isRuling: true,
  files: ['kind'],
} as const;

const coordinate = {
  number: 'A coordinate is a finite number.',
  far: `Coordinates lie within ±${LIMITS.coordinate}.`,
};

export const FIELDS = {
  nodes: {
    kind: { ...kind, type: choice(NODE_KINDS, "A node's kind") },
    label,
    caption,
    notes: {
      type: text(LIMITS.notesLength, 'Notes'),
      presence: 'collaborative',
      default: '',
      sentTo: 'all',
      setBy: 'editors',
      files: ['notes'],
    },
    /** The centre of the node. Absolute, so that a hidden container cannot be read from it. */
    position: {
      type: pair(['x', 'y'], {
        min: -LIMITS.coordinate,
        max: LIMITS.coordinate,
        says: {
          pair: 'A position is {x, y}.',
          number: coordinate.number,
          min: coordinate.far,
          max: coordinate.far,
        },
      }),
      presence: 'required',
      inDraft: { x: 0, y: 0 },
      sentTo: 'all',
      setBy: 'editors',
      names: 'none',
      files: ['x', 'y'],
    },
    /** Groups and notes; absent means the kind's usual size. */
    size: {
      type: pair(['width', 'height'], {
        min: LIMITS.minSize,
        max: LIMITS.maxSize,
        says: {
          pair: 'A size is {width, height}.',
          number: 'A size is a finite number.',
          min: `A side is at least ${LIMITS.minSize} long.`,
          max: `A side is at most ${LIMITS.maxSize} long.`,
        },
      }),
      presence: 'optional',
      sentTo: 'all',
      setBy: 'editors',
      names: 'none',
      files: ['width', 'height'],
    },
    /** Index into the palette. */
    color: {
      type: paletteIndex(LIMITS.colors),
      presence: 'optional',
      sentTo: 'all',
      setBy: 'editors',
      names: 'none',
      files: ['color'],
    },
    locked,
    /** Absent means the policy's default for the kind. Participants are sent what holds, facilitators what is set. */
    disclosure: {
      type: choice(DISCLOSURES, 'A disclosure'),
      presence: 'optional',
      kinds: GROUP_KINDS,
      sentTo: 'insiders',
      setBy: 'facilitators',
      names: 'none',
      isRuling: true,
      files: ['disclosure'],
    },
    /** The viewpoints that see the element, whatever the rules say; absent means that the rules decide. */
    audience,
    owner,
    access,
    /** True on a participant's own drawings that await a facilitator; facilitators have `owner` instead. */
    unconfirmed,
  },
  links: {
    kind: { ...kind, type: choice(LINK_KINDS, "A link's kind") },
    source: end,
    target: end,
    label,
    caption,
    locked,
    /** As of nodes; a copy is made without it. */
    audience: { ...audience, isCopied: false },
    owner,
    access,
    unconfirmed,
  },
} as const satisfies Readonly<Record<ElementRoot, Readonly<Record<string, FieldEntry>>>>;

export type FieldTable = typeof FIELDS;
export type FieldName = { [Root in ElementRoot]: keyof FieldTable[Root] }[ElementRoot];

type ValueOf<Entry> = Entry extends { type: { schema: v.GenericSchema<unknown, infer Value> } }
  ? Value
  : never;
export type FieldValue<Root extends ElementRoot, Name extends keyof FieldTable[Root]> = ValueOf<
  FieldTable[Root][Name]
>;

/** The names of the fields with a trait: `{ presence: 'optional' }`. */
export type FieldsWith<Root extends ElementRoot, Trait> = {
  [Name in keyof FieldTable[Root]]: FieldTable[Root][Name] extends Trait ? Name : never;
}[keyof FieldTable[Root]];

/** The fields with a trait and their values, none of them absent. */
export type ValuesWith<Root extends ElementRoot, Trait> = {
  readonly [Name in keyof FieldTable[Root] as FieldTable[Root][Name] extends Trait ? Name : never]: ValueOf<
    FieldTable[Root][Name]
  >;
};
