import { about, amend, assess, assumed, isFaultError, type Offer } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';

const scenario = gaza2024();

function faultsOf(offer: Offer) {
  try {
    assess(scenario, offer);
    return [];
  } catch (error) {
    if (isFaultError(error)) return error.faults.map(({ code, message }) => ({ code, message }));
    throw error;
  }
}

function amended(recipe: Parameters<typeof amend>[1]): Offer {
  return amend(scenario.offers['P5']!, recipe).offer;
}

describe('an offer that was never checked', () => {
  it('is refused where it speaks of a term that is none, naming it', () => {
    const offer = amended((draft) => {
      draft.terms['prisoner'] = 5;
    });
    expect(faultsOf(offer)).toEqual([
      { code: 'assess/unfit-offer', message: expect.stringContaining('prisoner') as string },
    ]);
  });

  it('is refused where it speaks of a category that is none', () => {
    const offer = amended((draft) => {
      draft.terms['hostages/soldier'] = assumed(about(5), 'a slip of the pen');
    });
    expect(faultsOf(offer).map((f) => f.code)).toEqual(['assess/unfit-offer']);
  });

  it('is refused where it leaves the offer space, naming what excludes what', () => {
    const offer = amended((draft) => {
      draft.terms['hostages'] = 1000;
    });
    expect(faultsOf(offer)).toEqual([
      { code: 'assess/unfit-offer', message: expect.stringContaining('space.hostages') as string },
    ]);
  });

  it('is refused where it has more phases than there can be', () => {
    const offer = amended((draft) => {
      delete draft.phaseCount;
      draft.phases = [{ terms: {} }, { terms: {} }, { terms: {} }];
    });
    expect(faultsOf(offer).map((f) => f.code)).toEqual(['assess/unfit-offer']);
  });

  it('is assessed like any other where it fits', () => {
    const offer = amended((draft) => {
      draft.terms['hostages'] = 100;
    });
    expect(faultsOf(offer)).toEqual([]);
  });
});
