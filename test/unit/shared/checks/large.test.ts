/** Three thousand nodes, on which all checks have something to do. The bounds are far off: they tell growth, not speed. */
import { describe, expect, it } from 'vitest';
import { CHECK_CODES } from '../../../../shared/checks/codes.ts';
import { CheckRunner } from '../../../../shared/checks/runner.ts';
import type { ElementId } from '../../../../shared/model/ids.ts';
import { namedPolicy } from '../../../../shared/policies/policies.ts';
import { Seeded } from '../../../helpers/seeded.ts';
import { Sketch } from './sketch.ts';

const PERSONS = 2500;
const CELLS = ['factory cell', 'street cell', 'fraction · town', 'study group'];
const BODIES = ['bureau', 'district bureau', 'Weekly publication'];
const AREAS = ['district', 'workplace', 'area'];

function board(): Sketch {
  const random = new Seeded(7);
  const drawn = new Sketch();
  drawn.node('body', 'centre', { caption: 'centre' }).node('organization', 'paper', { caption: 'paper' });
  const groups =
    (kind: 'circle' | 'cell' | 'body' | 'organization' | 'area', captions: readonly string[]) =>
    (count: number) =>
      Array.from({ length: count }, (_, i) => {
        drawn.node(kind, `${kind}${i}`, { caption: captions[i % captions.length] ?? '', at: [i * 40, 0] });
        return `${kind}${i}`;
      });
  const circles = groups('circle', ['network'])(250);
  const cells = groups('cell', CELLS)(120);
  const bodies = groups('body', BODIES)(60);
  const organizations = groups('organization', ['union · institution'])(40);
  const areas = groups('area', AREAS)(28);
  for (const group of [...circles, ...cells]) drawn.link('membership', `${group} ${random.pick(areas)}`);
  for (const cell of cells) drawn.link('guidance', `centre ${cell}`);
  for (let i = 0; i < PERSONS; i += 1) {
    const person = `person${i}`;
    drawn.node('person', person, { at: [i, i] });
    drawn.link('membership', `${person} ${random.pick(circles)}`);
    if (random.chance(0.3)) drawn.link('membership', `${person} ${random.pick(cells)}`);
    if (random.chance(0.1)) drawn.link('membership', `${person} ${random.pick(bodies)}`);
    if (random.chance(0.2)) drawn.link('membership', `${person} ${random.pick(organizations)}`);
    if (i > 0) drawn.link('contact', `person${random.below(i)} ${person}`);
    drawn.link('channel', `${i < 40 ? 'paper' : `person${Math.floor(i / 8)}`} ${person}`);
  }
  return drawn;
}

describe('on three thousand nodes', () => {
  const { nodes, links } = board();
  const runner = new CheckRunner({
    viewer: 'facilitator',
    policy: namedPolicy('detached'),
    checks: CHECK_CODES,
  });

  it('all checks run, and find something', { timeout: 5_000 }, () => {
    expect(nodes).toHaveLength(3_000);
    for (const element of [...nodes, ...links]) runner.put(element);
    expect(runner.update()).toEqual(CHECK_CODES);
    expect(runner.findings.length).toBeGreaterThan(100);
  });

  it('a contact more or less runs only what reads contacts', { timeout: 5_000 }, () => {
    const contact = links.find(({ kind }) => kind === 'contact');
    runner.remove(contact?.id as ElementId);
    const ran = runner.update();
    expect(ran).toContain('bridge');
    expect(ran).not.toContain('delegates');
  });
});
