/**
 * The table of fields. What it says of who is sent a field, who may set it and whether it can hold a name is written
 * out here once more: whoever loosens it has to mean it.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { FIELD_LISTS, fieldNames, type NamedField } from '../../../../shared/model/fieldLists.ts';

const ALL = [...FIELD_LISTS.nodes, ...FIELD_LISTS.links];
const named = (isSuch: (field: NamedField) => boolean) => [...fieldNames(isSuch)].sort();

describe('of the fields', () => {
  it('these are for the eyes of facilitators alone', () => {
    expect(named(({ sentTo }) => sentTo === 'facilitators')).toEqual(['audience', 'owner']);
    expect(named(({ sentTo }) => sentTo === 'insiders')).toEqual(['disclosure']);
  });

  it('these are for facilitators alone to set', () => {
    expect(named(({ setBy }) => setBy === 'facilitators')).toEqual([
      'audience',
      'disclosure',
      'locked',
      'owner',
    ]);
  });

  it('these are fixed once an element is made, and these are the server’s to say', () => {
    expect(named(({ setBy }) => setBy === 'maker')).toEqual(['kind', 'source', 'target']);
    expect(named(({ setBy }) => setBy === 'server')).toEqual(['access', 'unconfirmed']);
  });

  it('these hold no names of people, and these are replaced where names are left out', () => {
    expect(named(({ names }) => names === 'none')).toEqual([
      'access',
      'audience',
      'color',
      'disclosure',
      'kind',
      'locked',
      'owner',
      'position',
      'size',
      'source',
      'target',
      'unconfirmed',
    ]);
    expect(named(({ names }) => names === 'replaced')).toEqual(['caption', 'label']);
  });

  it('these are read by the rules of visibility', () => {
    expect(named(({ isRuling }) => isRuling === true)).toEqual([
      'audience',
      'disclosure',
      'kind',
      'owner',
      'source',
      'target',
    ]);
  });

  it('these are not copied', () => {
    const notCopied = (fields: readonly NamedField[]) =>
      fields.filter(({ isCopied }) => isCopied === false).map(({ name }) => name);
    expect(notCopied(FIELD_LISTS.nodes)).toEqual(['locked', 'owner', 'access', 'unconfirmed']);
    expect(notCopied(FIELD_LISTS.links)).toEqual(['locked', 'audience', 'owner', 'access', 'unconfirmed']);
  });
});

describe('a field', () => {
  it('has a default that its own type takes', () => {
    for (const field of ALL) {
      const given =
        field.presence === 'required' ? field.inDraft : 'default' in field ? field.default : undefined;
      if (given !== undefined) expect(v.is(field.type.schema, given), field.name).toBe(true);
    }
  });

  it('of nodes and links is set by the same people: rights are asked by its name', () => {
    for (const { name, setBy, presence } of FIELD_LISTS.links) {
      const twin = FIELD_LISTS.nodes.find((field) => field.name === name);
      if (twin !== undefined) expect([twin.setBy, twin.presence], name).toEqual([setBy, presence]);
    }
  });

  it('that names viewpoints is sent to facilitators alone: others may not know of them', () => {
    for (const { type, sentTo, name } of ALL)
      if (type.tag === 'viewpoint' || type.tag === 'viewpoints') expect(sentTo, name).toBe('facilitators');
  });

  it('has columns of its own in files', () => {
    for (const fields of [FIELD_LISTS.nodes, FIELD_LISTS.links]) {
      const columns = fields.flatMap(({ files }) => (typeof files === 'string' ? [] : files));
      expect(new Set(columns).size).toBe(columns.length);
    }
  });
});
