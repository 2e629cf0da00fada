import { amend, applyPatches, assess, checkOffer, describeChanges } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { stepText } from 'sticking-points/report';
import { describe, expect, it } from 'vitest';

const scenario = gaza2024();
const plan = scenario.offers['P5']!;

describe('an amended offer under an id of its own', () => {
  const { offer, inverse } = amend(plan, (draft) => void (draft.terms['prisoners'] = 1500), { id: 'P5x', by: ['us'] });

  it('is nobody’s report: assumed, without the sources, dates and note of the first', () => {
    expect(offer).toMatchObject({ basis: 'assumed', citations: [], by: { value: ['us'], basis: 'assumed' } });
    for (const key of ['put', 'reported', 'note', 'to']) expect(offer).not.toHaveProperty(key);
    const text = stepText({ ...scenario, offers: { ...scenario.offers, P5x: offer } }, assess(scenario, offer));
    expect(text.slice(0, text.indexOf('Hamas  '))).not.toContain('Hamas source');
  });

  it('keeps the sources of the fields that it did not change', () => {
    expect(offer.terms['hostages']).toEqual(plan.terms['hostages']);
  });

  it('is known from the first, as what somebody supposes is', () => {
    expect(assess(scenario, offer, { asOf: '2024-01-28' }).offer).toBe('P5x');
    const checked = checkOffer(scenario, offer.id, offer);
    expect(checked.ok && checked.value.reported).toBeUndefined();
  });

  it('is taken back by its inverse', () => {
    expect(applyPatches(offer, inverse)).toEqual(plan);
  });
});

describe('a recipe', () => {
  it('that writes inside a field leaves it with no report behind the new value', () => {
    const { offer, inverse } = amend(plan, (draft) => {
      // Types forbid this; JavaScript does not.
      (draft.terms['prisoners'] as { value: unknown }).value = { wording: 'exactly', n: 1500 };
    });
    expect(offer.terms['prisoners']).toMatchObject({ value: { n: 1500 }, basis: 'assumed', citations: [] });
    expect(applyPatches(offer, inverse)).toEqual(plan);
  });

  it('that leaves out what every offer has is filled in', () => {
    const { offer } = amend(plan, (draft) => {
      draft.phases.push({} as never);
      draft.terms['prisoners'] = undefined as never;
      draft.phases.push({ terms: {}, toBeNegotiated: true });
    });
    expect(offer.phases.map((p) => p.terms)).toEqual([{}, {}]);
    expect(offer.phases[1]?.toBeNegotiated).toMatchObject({ value: true, basis: 'assumed' });
    expect(offer.terms).not.toHaveProperty('prisoners');
  });

  it('that takes the phases out leaves none', () => {
    const { offer } = amend(scenario.offers['P4b']!, (draft) => {
      delete (draft as { phases?: unknown }).phases;
    });
    expect(offer.phases).toEqual([]);
  });

  it('may follow upon another', () => {
    const first = amend(plan, (draft) => void (draft.terms['prisoners'] = 400), { id: 'one' }).offer;
    const second = amend(first, (draft) => void (draft.terms['hostages'] = 50), { id: 'two' }).offer;
    expect(second.related.map((r) => [r.how, r.offer])).toEqual([['amendment of', 'one']]);
    expect(describeChanges(scenario, plan, second).map((c) => c.path)).toEqual(['prisoners', 'hostages']);
  });
});
