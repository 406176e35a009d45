/** What is compiled from the table of fields sends what a projection written by hand field by field would send. */
import { describe, expect, it, vi } from 'vitest';
import { IdAliases } from '../../../../server/view/idAliases.ts';
import { project } from '../../../../server/view/projection.ts';
import { Graph } from '../../../../shared/graph/graph.ts';
import { namedPolicy } from '../../../../shared/policies/policies.ts';
import { scopeOf } from '../../../../shared/visibility/scope.ts';
import { handWritten } from '../../../bench/project/handWritten.ts';
import { node, smallBoard, VIEWPOINTS } from '../../../helpers/smallBoard.ts';

const MORE = [
  node('drawn', 'circle', { owner: 'cell1' as never, locked: true, color: 0, audience: ['cell1' as never] }),
  node('set', 'cell', { disclosure: 'open', size: { width: 20, height: 30 }, caption: '' }),
];

describe('what a viewpoint is sent of an element', () => {
  it.each(VIEWPOINTS)('is as by hand: %s', (viewpoint) => {
    const graph = new Graph(namedPolicy('detached'));
    const elements = [...smallBoard(), ...MORE];
    for (const element of elements) graph.put(element);
    let names = 0;
    // One end of links is called otherwise in this view.
    const idAliases = new IdAliases([['ada', 'another']], () => `name${names++}`);
    const context = { graph, scope: scopeOf(graph, viewpoint), idAliases };
    for (const element of elements)
      expect(project(element, 'read', context)).toEqual(handWritten(element, 'read', context));
  });
});

it('a field that names viewpoints and is for all keeps the server from starting', async () => {
  vi.resetModules();
  vi.doMock('../../../../shared/model/fields.ts', async (importOriginal) => {
    const actual = await importOriginal<typeof import('../../../../shared/model/fields.ts')>();
    const { nodes, links } = actual.FIELDS;
    const audience = { ...nodes.audience, sentTo: 'all' };
    return { ...actual, FIELDS: { links, nodes: { ...nodes, audience } } };
  });
  await expect(import('../../../../server/view/projection.ts')).rejects.toThrow(
    'The field audience names viewpoints, which participants may not know of.',
  );
});
