/** What the checks of each template find on it: what its header says is left to be found, and nothing else. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_THRESHOLDS } from '../../../../shared/checks/check.ts';
import { runCheck } from '../../../../shared/checks/checks.ts';
import { CHECK_CODES, checksOf } from '../../../../shared/checks/codes.ts';
import { type Finding, findingKey } from '../../../../shared/checks/finding.ts';
import type { Picture } from '../../../../shared/checks/picture.ts';
import { TEMPLATE_IDS, type TemplateId } from '../../../../shared/templates/template.ts';
import { drawnTemplate } from '../templates/structure.ts';
import { mend } from './sketch.ts';
import { boardOf, pictureOf } from './views.ts';

function find(picture: Picture, id: TemplateId): Finding[] {
  return checksOf(id).flatMap((code) => runCheck(code, { picture, thresholds: DEFAULT_THRESHOLDS }));
}

/** Each as its code, whether it is a note, and what it is about. */
function found(id: TemplateId): string[] {
  return find(pictureOf(boardOf(drawnTemplate(id)), 'facilitator'), id).map(
    ({ code, severity, elements }) => `${code}${severity === 'note' ? ' (note)' : ''}: ${elements[0]}`,
  );
}

describe('the facilitator finds', () => {
  it('in circles-and-cells one isolated circle, and the two people a circle hangs on', () => {
    expect(found('circles-and-cells')).toEqual(['isolated-circle: estate', 'bridge: wanda', 'bridge: boris']);
  });

  it('in territorial a small bureau, a small factory, a helper in a second cell, an appointed bureau', () => {
    expect(found('territorial')).toEqual([
      'bureau-size: gasworks-bureau',
      'small-factory: flour-mill',
      'double-vote (note): simon',
      'unconfirmed (note): village-bureau',
    ]);
  });

  it('in fractions one among itself, and two organizations without one', () => {
    expect(found('fractions')).toEqual([
      'isolated-fraction: esperanto',
      'no-fraction (note): club',
      'no-fraction (note): relief',
    ]);
  });

  it('in campaign-hub no spokesperson, no audience, one person alone, one with four roles', () => {
    expect(found('campaign-hub')).toEqual([
      'no-spokesperson: secular',
      'no-audience: video',
      'one-person: no-violence',
      'overloaded: kaveh',
    ]);
  });

  it('in readers-network the reach of the paper, one overstretched, a thin bridge, a shift without a group', () => {
    expect(found('readers-network')).toEqual([
      'reach (note): paper',
      'overstretched: bruno',
      'dead-end: ali',
      'thin-bridge: fort',
      'no-study-group: night',
    ]);
    const picture = pictureOf(boardOf(drawnTemplate('readers-network')), 'facilitator');
    const [deadEnd] = runCheck('dead-end', { picture, thresholds: DEFAULT_THRESHOLDS });
    const night = [...picture.into('night' as never, 'membership')].map(({ other }) => other.id);
    expect(deadEnd?.elements).toEqual(night.sort());
  });
});

describe.each(TEMPLATE_IDS)('%s', (id) => {
  it('has no finding left that its repair did not end', () => {
    const board = boardOf(drawnTemplate(id));
    for (const { repair, ...finding } of find(pictureOf(board, 'facilitator'), id)) {
      if (repair === undefined) continue;
      const picture = pictureOf(board, 'facilitator');
      mend(picture, repair);
      expect(find(picture, id).map(findingKey)).not.toContain(findingKey(finding));
    }
  });
});

it('every check belongs to one template', () => {
  expect(TEMPLATE_IDS.flatMap((id) => checksOf(id))).toEqual(CHECK_CODES);
});
