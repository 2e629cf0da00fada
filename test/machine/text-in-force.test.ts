import { days, onDay, uponCompletion, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import type { TalksContext } from '../../src/machine/context.js';
import { rulesOf } from '../../src/machine/rules.js';
import { affectedBy, deliveryBy, deliveryOf } from '../../src/machine/text-in-force.js';
import { bridge } from '../support/bridge.js';
import { conclude, go, pass, play, start, table } from '../support/play.js';
import { written } from '../support/written.js';

const duty = { owedBy: ['east'], to: ['west'], begins: onDay(0), within: days(5) } as const;
const text = (of: string) => ({
  obligations: { [of]: duty, [`${of}2`]: { owedBy: ['east'], to: ['west'], phase: 2 } },
});
const offers = {
  plan: written(text('old')),
  other: written(text('new')),
  third: written(text('last')),
  bare: written(undefined),
};
const scenario = bridge({ offers });

const begun = () => play(scenario, [{ ...table('plan'), on: '2030-03-01' }, conclude, start]);
/** The same once the second phase follows another text, beside which that of the plan goes on. */
const later = () => {
  const talks = begun();
  go(talks, { type: 'nextPhase.opened' }, table('other'), { type: 'nextPhase.settled' }, pass(10));
  return talks;
};
/** A context whose deal is by another offer, and otherwise as it was. */
const withOffer = (context: TalksContext, offer: string): TalksContext => ({
  ...context,
  deal: context.deal && { ...context.deal, offer },
});

describe('the text of the deal in force', () => {
  it('is laid out once for all that asks for it, as long as nothing became of it', () => {
    const [rules, { context }] = [rulesOf(scenario), begun().snapshot];
    const delivery = deliveryOf(rules, context);
    expect(Object.keys(delivery?.text.obligations ?? {})).toEqual(['old', 'old2']);
    expect(deliveryOf(rules, { ...context, offer: 'other' })).toBe(delivery);
    expect(deliveryOf(rulesOf(scenario), context)).not.toBe(delivery);
  });

  it('is laid out anew where the deal goes by another, whatever goes on beside', () => {
    for (const { context } of [begun().snapshot, later().snapshot]) {
      const rules = rulesOf(scenario);
      const of = (offer: string) => Object.keys(deliveryOf(rules, withOffer(context, offer))?.text.obligations ?? {});
      const beside = context.deal?.offer === 'other' ? ['old'] : [];
      expect(of('other')).toEqual([...beside, 'new', 'new2']);
      expect(of('third')).toEqual([...beside, 'last', 'last2']);
      expect(of('other')).toEqual([...beside, 'new', 'new2']);
    }
  });

  it('is that of the run: another day is another run', () => {
    const [rules, talks] = [rulesOf(scenario), begun()];
    expect(deliveryOf(rules, talks.snapshot.context)?.run.day).toBe(0);
    go(talks, pass(2));
    expect(deliveryOf(rules, talks.snapshot.context)?.run.day).toBe(2);
  });

  it('is none where no deal is made, where it has none, and where its offer is not at hand', () => {
    const [rules, { context }] = [rulesOf(scenario), begun().snapshot];
    expect(deliveryOf(rules, rules.start)).toBeUndefined();
    expect(deliveryOf(rules, withOffer(context, 'bare'))).toBeUndefined();
    expect(deliveryOf(rules, withOffer(context, 'lost'))).toBeUndefined();
  });

  it('stands on the day to which an event brings the talks as it does today, but for the day', () => {
    const [rules, { context }] = [rulesOf(scenario), begun().snapshot];
    const delivery = deliveryOf(rules, context);
    if (!delivery) throw new Error('The deal has a text.');
    expect(deliveryBy(delivery, start, { today: '2030-03-01', asOf: null })).toBe(delivery);
    const then = deliveryBy(delivery, start, { today: '2030-03-04', asOf: null });
    expect(then).toEqual({ ...delivery, run: { ...delivery.run, day: 3 } });
  });
});

describe('what an event is about without naming it', () => {
  const instruments = { treaty: { holds: 'whole' }, annex: {} } as const;
  const inTreaty = { ...duty, instrument: 'treaty' } as const;
  const obligations = {
    dig: inTreaty,
    pay: { ...inTreaty, owedBy: ['west'], to: ['east'], begins: uponCompletion('dig') },
    row: { ...inTreaty, owedBy: ['guild'] },
    sing: { ...duty, owedBy: ['west'], to: ['east'], instrument: 'annex' },
  } as const;
  const bound = bridge({ offers: { plan: written({ instruments, obligations }), bare: offers.bare } });
  const suspended: TalksEvent = { type: 'instrument.suspended', instrument: 'treaty', obligation: 'dig', by: ['west'] };
  const resumed: TalksEvent = { type: 'instrument.resumed', instrument: 'treaty' };
  const clock = { today: '2030-03-01', asOf: null };
  const talks = () => play(bound, [{ ...table('plan'), on: '2030-03-01' }, conclude, start]);

  it('is, of an instrument that is suspended, what stands in it between the two sides, but what was not kept', () => {
    const [rules, { context }] = [rulesOf(bound), talks().snapshot];
    expect(affectedBy(rules, context, suspended, clock)).toEqual(['pay']);
    expect(affectedBy(rules, context, { ...suspended, instrument: 'annex' }, clock)).toEqual(['sing']);
    expect(affectedBy(rules, context, resumed, clock)).toEqual([]);
  });

  it('is, of an instrument that goes on, what was suspended with it, and only that', () => {
    const now = talks();
    go(now, { type: 'performance.suspended', obligations: ['row'] }, { type: 'breach.alleged', obligation: 'dig' });
    const rules = rulesOf(bound);
    expect(affectedBy(rules, now.snapshot.context, resumed, clock)).toEqual([]);
    const deal = now.snapshot.context.deal;
    const reports = { pay: [{ what: 'suspended', day: 0, instrument: 'treaty' }] } as const;
    const context = {
      ...now.snapshot.context,
      deal: deal && { ...deal, text: deal.text && { ...deal.text, duties: reports } },
    };
    expect(affectedBy(rules, context as TalksContext, resumed, clock)).toEqual(['pay']); // a deal that has a text
    expect(affectedBy(rules, context as TalksContext, suspended, clock)).toEqual([]);
  });

  it.each<TalksEvent>([
    { type: 'performance.suspended', obligations: ['pay'] },
    { type: 'breach.alleged', obligation: 'pay' },
    pass(3),
  ])('is nothing where the event names it, or is about none: %j', (event) => {
    const now = talks();
    go(now, { type: 'performance.suspended', obligations: ['row'] });
    expect(affectedBy(rulesOf(bound), now.snapshot.context, event, clock)).toEqual([]);
  });

  it('is nothing where the deal has no text', () => {
    const rules = rulesOf(bound);
    const { context } = play(bound, [table('bare'), conclude, start]).snapshot;
    for (const event of [suspended, resumed]) expect(affectedBy(rules, context, event, clock)).toEqual([]);
  });
});
