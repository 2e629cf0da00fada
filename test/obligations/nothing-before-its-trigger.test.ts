import fc from 'fast-check';
import { progress, schedule, type Offer, type ScheduledDuty, type Talks, type Trigger } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { agreed } from '../support/agreed.js';
import { carryOut, inForce } from '../support/carry-out.js';
import { firesOn, type KnownDays } from '../support/plain-days.js';
import { anyOffer, calmOffer, market } from '../support/texts.js';

const START = '2031-01-15';

/** When an obligation starts to bind, as its text has it. */
function begins({ text }: Offer, id: string): Trigger | undefined {
  const { begins, phase, until } = text?.obligations[id] ?? {};
  if (begins) return begins.value;
  if (phase !== undefined) return { kind: 'event', event: `phase${phase}` };
  return until && { kind: 'event', event: 'start' };
}

/** The days of events; of one that is asked for while it is reckoned, none. */
function unlessAsked(day: (event: string) => number | undefined): (event: string) => number | undefined {
  const asked = new Set<string>();
  return (event) => {
    if (asked.has(event)) return undefined;
    asked.add(event);
    const found = day(event);
    asked.delete(event);
    return found;
  };
}

/** When so much is reached by steps that add up. */
function reachedBy(steps: readonly (readonly [day: number, amount: number])[], needed: number): number | undefined {
  let sum = 0;
  for (const [day, amount] of [...steps].sort(([a], [b]) => a - b)) {
    sum += amount;
    if (sum >= needed) return day;
  }
  return undefined;
}

function isConcurrent({ text }: Offer, id: string): boolean {
  return Object.entries(text?.obligations ?? {}).some(
    ([other, { concurrent }]) => (other === id && concurrent.length > 0) || concurrent.includes(id),
  );
}

/** The days of a schedule, as what is laid out has them; those of events, as the text does. */
function planned(offer: Offer, duties: readonly ScheduledDuty[]): KnownDays {
  const { events = {}, phases = {} } = offer.text ?? {};
  const of = (id: string) => duties.filter(({ obligation }) => obligation === id);
  const known: KnownDays = {
    start: START,
    event: (id) => eventDay(id),
    begun: (id) => of(id)[0]?.opens?.day,
    done: (id) => of(id).at(-1)?.due?.day,
    reached: (ids, needed) => {
      const steps = ids.flatMap(of).filter(({ kind }) => kind !== 'refrain');
      const dated = steps.flatMap(({ due, amount }) =>
        due?.day === undefined ? [] : [[due.day, amount?.least ?? 1] as const],
      );
      return reachedBy(dated, needed);
    },
    certified: () => undefined,
  };
  const eventDay = unlessAsked((id) => {
    if (id === 'start') return 0;
    if (id === 'phase1.end') return 42;
    if (id === 'phase1' || id === 'phase2') {
      const trigger = phases[id.slice(-1)]?.begins;
      return trigger ? firesOn(trigger, known) : id === 'phase1' ? 0 : 42;
    }
    const trigger = events[id]?.trigger;
    return trigger && firesOn(trigger, known);
  });
  return known;
}

/** What was reported in talks, by the day from the start. */
function reported(offer: Offer, talks: Talks): KnownDays {
  const { phases = {}, ended = {}, started } = talks.deal?.text ?? {};
  const events = new Map<string, number>();
  const certified = new Map<string, number>();
  const done = new Map<string, [day: number, total: number][]>();
  let today = 0;
  for (const { event } of talks.log) {
    if (event.type === 'days.passed') today += event.days ?? 0;
    if (event.type === 'event.happened') events.set(event.event, today);
    if (event.type === 'certification.given') certified.set(event.certification, today);
    if (event.type === 'performance.reported') {
      const total = typeof event.amount === 'number' ? event.amount : 0;
      done.set(event.obligation, [...(done.get(event.obligation) ?? []), [today, total]]);
    }
  }
  const steps = (id: string) =>
    (done.get(id) ?? []).map(([day, total], i, all) => [day, total - (all[i - 1]?.[1] ?? 0)] as const);
  const owed = new Map((progress(talks)?.duties ?? []).map((duty) => [duty.obligation, duty.owed.least ?? 0]));
  const known: KnownDays = {
    start: START,
    event: (id) => eventDay(id),
    begun: (id) => done.get(id)?.[0]?.[0],
    done: (id) => (owed.get(id) === 0 ? undefined : reachedBy(steps(id), owed.get(id) ?? 0)),
    reached: (ids, needed) => reachedBy(ids.flatMap(steps), needed),
    certified: (id) => certified.get(id),
  };
  const eventDay = unlessAsked((id) => {
    if (id === 'start') return 0;
    const [, phase = '', end] = /^phase(\d)(\.end)?$/.exec(id) ?? [];
    const own = phase === '' ? offer.text?.events[id]?.trigger : offer.text?.phases[phase]?.begins;
    if (phase === '') return own ? firesOn(own, known) : events.get(id);
    const [began, over] = [phases[phase], ended[phase]].map((day) => (day === undefined ? day : day - (started ?? 0)));
    const begins = began ?? (own && firesOn(own, known));
    // It is made longer, but never shorter.
    return end === undefined ? begins : (over ?? (begins === undefined ? begins : begins + (phase === '1' ? 42 : 30)));
  });
  return known;
}

describe('nothing is due before its trigger', () => {
  it('in a schedule, by a plain reckoning from the days of what it waits for', () => {
    fc.assert(
      fc.property(anyOffer, (offer) => {
        const { duties } = schedule(market, offer, { anchors: { start: START } });
        const known = planned(offer, duties);
        for (const { obligation, due, opens } of duties) {
          if (opens?.day === undefined && due?.day === undefined) continue;
          const trigger = begins(offer, obligation);
          // What has none of its own is done together with something that has.
          if (!trigger && isConcurrent(offer, obligation)) continue;
          const fires = trigger && firesOn(trigger, known);
          expect([obligation, typeof fires]).toEqual([obligation, 'number']);
          expect(due?.day ?? Infinity).toBeGreaterThanOrEqual(fires ?? Infinity);
          expect(opens?.day).toBeGreaterThanOrEqual(fires ?? Infinity);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('in a run, by a plain reckoning from what was reported', () => {
    fc.assert(
      fc.property(calmOffer, fc.nat(6), fc.integer({ min: 5, max: 60 }), (offer, n, until) => {
        const left = 'abcdef'[n];
        const talks = inForce(agreed(offer), 'draft', START);
        const outside = { certified: { counted: 5 }, happening: { harvest: 10 } };
        carryOut(talks, { ...outside, performs: (id) => id !== left, whatever: true }, until);
        const known = reported(offer, talks);
        for (const { obligation, opens, due, standing } of progress(talks)?.duties ?? []) {
          const trigger = begins(offer, obligation);
          if (!trigger && isConcurrent(offer, obligation)) continue;
          const fires = trigger && firesOn(trigger, known);
          expect(opens?.day ?? Infinity).toBeGreaterThanOrEqual(fires ?? Infinity);
          expect(due?.day ?? Infinity).toBeGreaterThanOrEqual(fires ?? Infinity);
          if (fires === undefined) expect(standing).not.toBe('late');
        }
      }),
      { numRuns: 12 },
    );
  });
});
