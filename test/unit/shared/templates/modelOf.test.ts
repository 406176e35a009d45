/** Which model a view is taken to follow. */
import { describe, expect, it } from 'vitest';
import { isViewpointKind } from '../../../../shared/model/kinds.ts';
import { type Captioned, modelOf } from '../../../../shared/templates/modelOf.ts';
import { TEMPLATE_IDS } from '../../../../shared/templates/template.ts';
import { template } from '../../../../shared/templates/templates.ts';
import { boardOf, graphOf, viewOf } from '../checks/views.ts';

const drawn = (id: (typeof TEMPLATE_IDS)[number]) => {
  const found = template(id);
  if (found === null) throw new Error(`There is no template ${id}.`);
  return found;
};

describe('the model of a view', () => {
  for (const id of TEMPLATE_IDS) {
    it(`is ${id} for the facilitator and for nearly everybody on a board made from it, and never another`, () => {
      const { nodes, links, policy } = drawn(id);
      expect(modelOf([...nodes, ...links], policy.name)).toBe(id);
      const graph = graphOf(boardOf(drawn(id)));
      // Every sixth: computing the views of all is what would take its time.
      const viewers = nodes.filter(({ kind }) => isViewpointKind(kind)).filter((_, at) => at % 6 === 0);
      const models = viewers.map((viewer) => {
        const view = viewOf(graph, viewer.id);
        return modelOf([...view.nodes, ...view.links], null);
      });
      expect(new Set(models.filter((model) => model !== id && model !== null))).toEqual(new Set());
      expect(models.filter((model) => model === id).length).toBeGreaterThan(viewers.length * 0.75);
    });

    it(`is told of ${id} by its words in Persian`, () => {
      const captions = drawn(id).vocabulary.map(({ kind, fa }): Captioned => ({ kind, caption: fa }));
      expect(modelOf(captions, null)).toBe(id);
    });
  }

  it('is none where no caption says anything, but by the policy', () => {
    const silent: Captioned[] = [{ kind: 'cell', caption: 'owls' }, { kind: 'person' }];
    expect(modelOf(silent, null)).toBeNull();
    expect(modelOf(silent, 'open')).toBeNull();
    expect(modelOf(silent, 'territorial')).toBe('territorial');
    expect(modelOf([], 'detached')).toBe('circles-and-cells');
  });

  it('is told by captions before the policy', () => {
    expect(modelOf([{ kind: 'cell', caption: 'Fraction · town' }], 'detached')).toBe('fractions');
  });

  it('takes the longest word that fits', () => {
    const captions: Captioned[] = [{ kind: 'body', caption: 'District bureau' }];
    expect(modelOf(captions, null)).toBe('territorial');
  });
});
