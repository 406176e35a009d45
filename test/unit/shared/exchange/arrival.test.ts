/** A facilitator's import is seen by nobody else on arrival, whatever the file says. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audienceOnArrival, isKeptBack } from '../../../../shared/exchange/arrival.ts';
import type { NodeId, Viewpoint } from '../../../../shared/model/ids.ts';

const isNew = (id: NodeId) => id.startsWith('new');
const NEW = 'new1' as NodeId;
const OLD = 'old1' as NodeId;

describe('the audience on arrival', () => {
  it('holds nobody who can be on the board already', () => {
    const viewpoint = fc.constantFrom<Viewpoint[]>('facilitator', 'everyone', NEW, OLD);
    fc.assert(
      fc.property(fc.option(fc.array(viewpoint), { nil: undefined }), (audience) => {
        const arriving = audienceOnArrival(audience, isNew);
        expect(arriving.every((one) => one === 'facilitator' || isNew(one as NodeId))).toBe(true);
      }),
    );
  });

  it('waits to be shown where the rules or everyone are to see it', () => {
    expect(isKeptBack(audienceOnArrival(undefined, isNew))).toBe(true);
    expect(isKeptBack(audienceOnArrival(['everyone'], isNew))).toBe(true);
  });

  it('stays closed where the file reserves it for facilitators', () => {
    expect(audienceOnArrival(['facilitator'], isNew)).toEqual([]);
    expect(isKeptBack([])).toBe(false);
    expect(audienceOnArrival([NEW, 'facilitator'], isNew)).toEqual([NEW]);
  });
});
