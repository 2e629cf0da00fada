import { isFaultError, type Talks } from 'sticking-points';
import { labourContract } from 'sticking-points/scenarios';
import { checkDeal, exhaust, type DealInvariant, type OfferInvariant } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';

const scenario = labourContract();
const fails = () => {
  throw new Error('it fails');
};
const deal: OfferInvariant = { title: 'is a deal', offer: () => true };
const draft = { completing: 'draft' } as const;

/** What one invariant comes to, of completions of the draft. */
const found = (invariant: DealInvariant) =>
  checkDeal(scenario, { invariants: [invariant, deal], among: draft, runs: 5, events: 5 });

/** The codes that a call throws. */
function codesOf(call: () => unknown): readonly string[] {
  try {
    call();
  } catch (error) {
    if (isFaultError(error)) return error.faults.map(({ code }) => code);
    throw error;
  }
  return [];
}

describe('a function of an invariant that throws', () => {
  it.each<readonly [string, DealInvariant]>([
    ['the invariant itself', { title: 'asks', offer: fails }],
    ['what says whether a draft is asked', { ...deal, asksDraft: fails }],
    ['what says whether it speaks of an offer', { ...deal, speaksOf: fails }],
    ['what says whether it speaks of talks', { title: 'asks', talks: () => true, speaksOf: fails }],
  ])('has broken it, and no other: %s', (_, invariant) => {
    const [broken, held] = found(invariant);
    expect(broken?.finding).toBe('broken');
    expect(broken?.text).toContain('Asking it threw: Error: it fails');
    expect(held).toEqual(found(deal)[0]);
    expect(held?.finding).toBe('held');
  });

  it('has broken it of the draft itself, where it says whether that is asked', () => {
    const asksDraft: OfferInvariant['asksDraft'] = (offer) => (offer.id === 'draft' ? fails() : false);
    const [broken] = found({ ...deal, asksDraft });
    expect(broken).toMatchObject({ finding: 'broken', runs: 1, counterexample: scenario.offers['draft'] });
    expect(broken?.text).toContain('So it is of the draft itself.');
    // What breaks it of the draft is what is told first.
    const [unfit] = found({ ...deal, offer: ({ id }) => id !== 'draft', asksDraft });
    expect(unfit).toMatchObject({ finding: 'broken', runs: 1 });
    expect(unfit?.text).not.toContain('threw');
  });
});

describe('a function of an invariant that says neither yes nor no', () => {
  const nothing = () => undefined;
  const later = () => Promise.resolve(false);
  // Whatever somebody hands in from JavaScript.
  const of = (given: object): DealInvariant => ({ ...deal, ...given });
  const ofTalks = (given: object) => ({ title: 'asks', talks: (_: Talks) => true, ...given }) as DealInvariant;

  it.each<readonly [string, DealInvariant]>([
    ['of which offers it speaks: nothing', of({ speaksOf: nothing })],
    ['of which offers it speaks: a promise', of({ speaksOf: later })],
    ['of which offers it speaks: a word', of({ speaksOf: () => 'yes' })],
    ['whether it asks a draft: nothing', of({ speaksOf: () => false, asksDraft: nothing })],
    ['whether it asks a draft: a promise', of({ speaksOf: () => false, asksDraft: later })],
    ['of which talks it speaks: nothing', ofTalks({ speaksOf: nothing })],
    ['of which talks it speaks: a promise', ofTalks({ speaksOf: later })],
  ])('is a fault: %s', (_, invariant) => {
    expect(codesOf(() => found(invariant))).toEqual(['testing/no-finding']);
    expect(codesOf(() => exhaust(scenario, { invariants: [invariant], bounds: { ...few, depth: 14 } }))).toEqual([
      'testing/no-finding',
    ]);
  });
});

/** Such bounds as come to a deal soon. */
const few = {
  offers: ['draft'],
  answers: ['accepts'],
  positions: [],
  days: [],
  disputes: 0,
  extensions: 0,
  mandates: { union: ['conclude'], company: ['conclude'] },
} as const;
