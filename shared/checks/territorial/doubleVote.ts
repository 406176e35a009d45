/**
 * `double-vote`: whoever is in a factory cell and in a street cell votes once, in the factory. Where the street
 * membership says that they help there, all is well and this is a note; else they can be taken out of it.
 */
import { isCalled, says } from '../captions.ts';
import type { Check } from '../check.ts';
import type { CheckResult } from '../finding.ts';
import { byId } from '../people.ts';
import type { Picture, PictureNode, PictureStep } from '../picture.ts';

export const doubleVote: Check = {
  reads: { nodes: ['person', 'cell'], links: ['membership'], texts: true, places: false },
  find: (picture) => [...picture.ofKind('person')].flatMap((person) => found(picture, person)),
};

function found(picture: Picture, { id: person }: PictureNode): CheckResult[] {
  const seats = [...picture.outOf(person, 'membership')].filter(({ other }) => other.kind === 'cell');
  const factories = idsOf(seats.filter(({ other }) => isCalled(other, 'factoryCell')));
  const inStreets = seats.filter(({ other }) => isCalled(other, 'streetCell'));
  if (factories.length === 0 || inStreets.length === 0) return [];
  const voting = inStreets.filter(({ link }) => !says(link, 'helps'));
  const streets = idsOf(voting.length === 0 ? inStreets : voting);
  const elements = [person, ...factories, ...streets];
  const values = { person: [person], factory: factories, street: streets };
  if (voting.length === 0) {
    const message = { key: 'double-vote-helps', values } as const;
    return [{ severity: 'note', elements, message }];
  }
  return [
    {
      severity: 'warning',
      elements,
      message: { key: 'double-vote', values },
      repair: {
        kind: 'remove',
        links: voting.map(({ link }) => link.id).sort(),
        message: { key: 'repair-leave', values: { person: [person], groups: streets } },
      },
    },
  ];
}

function idsOf(steps: readonly PictureStep[]) {
  return [...new Set(steps.map(({ other }) => other))].sort(byId).map(({ id }) => id);
}
