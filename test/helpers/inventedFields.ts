/**
 * Fields that no board has, one of each sort that the table can say: put into the table, they show that everything
 * that handles fields takes them from there.
 */
import type { FieldEntry, FieldTable } from '../../shared/model/fields.ts';
import { choice, flag, pair, text, viewpointList } from '../../shared/model/fieldTypes.ts';
import { GROUP_KINDS } from '../../shared/model/kinds.ts';

const open = { sentTo: 'all', setBy: 'editors' } as const;
const size = { pair: 'An anchor is {left, top}.', number: 'A number.', min: 'Too small.', max: 'Too large.' };

const NODES = {
  /** Says nothing of names. */
  motto: { ...open, type: text(20, 'A motto'), presence: 'optional', files: ['motto'] },
  minutes: { ...open, type: text(50, 'Minutes'), presence: 'collaborative', default: '', files: ['minutes'] },
  floor: {
    ...open,
    type: choice(['ground', 'attic'], 'A floor'),
    presence: 'optional',
    kinds: GROUP_KINDS,
    names: 'none',
    files: ['floor'],
  },
  draughty: {
    ...open,
    type: flag('draughty'),
    presence: 'default',
    default: false,
    names: 'none',
    files: ['draughty'],
  },
  anchor: {
    ...open,
    type: pair(['left', 'top'], { min: 0, max: 9, says: size }),
    presence: 'optional',
    names: 'none',
    files: ['anchor left', 'anchor top'],
  },
  codeword: {
    type: text(20, 'A codeword'),
    presence: 'optional',
    sentTo: 'facilitators',
    setBy: 'facilitators',
    files: 'own-format',
  },
  ration: { ...open, type: text(20, 'A ration'), presence: 'optional', sentTo: 'insiders', files: 'none' },
  deputies: {
    type: viewpointList(3, 'Deputies'),
    presence: 'optional',
    sentTo: 'facilitators',
    setBy: 'facilitators',
    names: 'none',
    files: 'none',
  },
} as const satisfies Readonly<Record<string, FieldEntry>>;

const LINKS = {
  since: { ...open, type: text(20, 'Since'), presence: 'default', default: '', files: ['since'] },
} as const satisfies Readonly<Record<string, FieldEntry>>;

/** The table with the invented fields at the end of each part. */
export function withInvented(fields: FieldTable) {
  return { nodes: { ...fields.nodes, ...NODES }, links: { ...fields.links, ...LINKS } };
}

/** A value of each invented field of a node; `cell2` is a node of the small board. */
export const NODE_VALUES = {
  motto: 'Ada first',
  minutes: 'Ada came late',
  floor: 'attic',
  draughty: true,
  anchor: { left: 1, top: 2.5 },
  codeword: 'heron',
  ration: 'two loaves',
  deputies: ['cell2', 'everyone'],
} as const;

export const LINK_VALUES = { since: 'May' } as const;
