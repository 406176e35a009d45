import { describe, expect, it } from 'vitest';
import { IdAliases } from '../../../../server/view/idAliases.ts';
import type { ElementId } from '../../../../shared/model/ids.ts';

const id = (value: string) => value as ElementId;

function names(aliases: readonly (readonly [string, string])[] = []): IdAliases {
  let made = 0;
  return new IdAliases(aliases, () => `fresh${++made}`);
}

describe('names in a view', () => {
  it('are the ids of the board as long as nothing stands in the way', () => {
    const view = names();
    expect(view.of(id('a'))).toBe('a');
    expect(view.boardId('a')).toBe('a');
    expect(view.entries()).toEqual([]);
  });

  it('mean what somebody made under them, and what had the id gets another name when it is shown', () => {
    const view = names();
    view.alias('a', id('n1'));
    expect(view.boardId('a')).toBe('n1');
    expect(view.of(id('n1'))).toBe('a');
    const name = view.of(id('a'));
    expect(name).toBe('fresh1');
    expect(view.of(id('a'))).toBe(name);
    expect(view.boardId(name)).toBe('a');
  });

  it('are kept in the order of the names, and mean the same again', () => {
    const view = names();
    view.alias('b', id('n2'));
    view.alias('a', id('n1'));
    view.of(id('a'));
    expect(view.entries()).toEqual([
      ['a', 'n1'],
      ['b', 'n2'],
      ['fresh1', 'a'],
    ]);
    const again = names(view.entries());
    for (const board of ['a', 'n1', 'n2'].map(id)) expect(again.of(board)).toBe(view.of(board));
  });

  it('given to something else no longer mean what they meant', () => {
    const view = names();
    view.alias('a', id('n1'));
    view.alias('a', id('n2'));
    expect(view.boardId('a')).toBe('n2');
    expect(view.of(id('n2'))).toBe('a');
    expect(view.of(id('n1'))).not.toBe('a');
    expect(view.boardId(view.of(id('n1')))).toBe('n1');
    const again = names(view.entries());
    expect(again.of(id('n1'))).toBe(view.of(id('n1')));
  });

  it('tell how often they have changed, also when one is given anew', () => {
    const view = names();
    const counts = [view.changes];
    view.alias('a', id('n1'));
    counts.push(view.changes);
    view.alias('a', id('n2'));
    counts.push(view.changes);
    view.of(id('a'));
    counts.push(view.changes);
    view.of(id('a'));
    expect(new Set(counts).size).toBe(4);
    expect(view.changes).toBe(counts.at(-1));
  });
});
