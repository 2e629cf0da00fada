import { describe, test } from 'vitest';
import { about, all, ambiguous, assumed, atLeast, atMost, between, days, deferred } from 'sticking-points';
import { defineScenario, exactly, halfOf, inferred, lessThan, months, moreThan, onTheAgenda } from 'sticking-points';
import { remaining, reported, shareOf, some, undisclosed, upTo, weeks, worded } from 'sticking-points';

const given = {
  id: 'given',
  sources: { wire: { outlet: 'the wire', date: '2030-01-01' } },
  parties: { north: {}, south: {} },
  terms: {
    hostages: { kind: 'quantity', unit: 'persons', scope: 'phase', categories: { women: 'women', men: 'men' } },
    prisoners: { kind: 'quantity', unit: 'persons' },
    observers: { kind: 'flag' },
    ceasefire: { kind: 'choice', options: { pause: 'a pause', complete: 'a complete ceasefire' } },
  },
  counts: { held: {} },
  positions: { it: { party: 'north', rigidity: 'demand', condition: { kind: 'flag', of: 'observers', is: true } } },
} as const;
const wire = { source: 'wire', attribution: 'narrator' } as const;

describe('what an offer says, in a scenario written as one literal', () => {
  test('amounts made by every helper', () => {
    defineScenario({
      ...given,
      offers: {
        figures: { terms: { prisoners: 5, hostages: about(40), 'hostages/women': between(3, 5) } },
        ends: { terms: { prisoners: atLeast(1), hostages: atMost(2), 'hostages/women': upTo(3) } },
        limits: { terms: { prisoners: moreThan(1), hostages: lessThan(2), 'hostages/men': some() } },
        plain: { terms: { prisoners: exactly(4), hostages: about(9, 2), 'hostages/men': all() } },
        shares: { terms: { prisoners: halfOf({ quantity: 'hostages' }), hostages: all({ count: 'held' }) } },
        parts: { terms: { prisoners: shareOf(2, 3, { quantity: 'hostages/men', in: 1 }), hostages: halfOf() } },
        rest: {
          terms: { prisoners: remaining({ count: 'held' }), hostages: remaining(), 'hostages/men': shareOf(1, 3) },
        },
        words: { terms: { prisoners: worded('dozens', atLeast(24)) }, length: weeks(6), phaseCount: atLeast(2) },
        phases: { phases: [{ length: days(between(3, 5)), terms: { hostages: 3 } }, { length: months(about(2)) }] },
      },
    });
  });

  test('noted fields, several readings', () => {
    defineScenario({
      ...given,
      positions: { it: { ...given.positions.it, rigidity: assumed('red line', 'No report says.') } },
      offers: {
        figures: { terms: { prisoners: reported(about(40), wire), hostages: assumed(3, 'To try it.') } },
        shares: { terms: { prisoners: inferred(all({ count: 'held' }), 'None was left.', wire) } },
        flags: { terms: { observers: inferred(true, 'They came.', wire) } },
        options: { terms: { ceasefire: reported('pause', wire), observers: assumed(false, 'Nobody speaks of them.') } },
        several: { terms: { prisoners: { readings: [5, reported(between(6, 7), wire)] } } },
        lengths: { length: reported(weeks(6), wire), phaseCount: inferred(2, 'It has a second.') },
        phases: { phases: [{ length: inferred(days(30), 'A month.'), toBeNegotiated: inferred(true, 'Later.') }] },
      },
    });
  });

  test('what is not settled', () => {
    defineScenario({
      ...given,
      offers: {
        vague: { terms: { ceasefire: onTheAgenda(), observers: undisclosed(), hostages: deferred() } },
        later: { terms: { prisoners: deferred({ between: ['north'], until: 'June' }) } },
        unclear: { terms: { ceasefire: ambiguous({ party: 'north', reading: 'lasting' }) } },
        noted: { terms: { ceasefire: reported(onTheAgenda(), wire) } },
        either: { terms: { ceasefire: { oneOf: ['pause', 'complete'] } } },
      },
    });
  });

  test('a misspelt term or category', () => {
    // @ts-expect-error there is 'prisoners'
    defineScenario({ ...given, offers: { o: { terms: { prisonners: 5 } } } });
    // @ts-expect-error there is 'hostages/women'
    defineScenario({ ...given, offers: { o: { terms: { 'hostages/woman': 5 } } } });
    // @ts-expect-error there is 'hostages', in phases as in the whole
    defineScenario({ ...given, offers: { o: { phases: [{ terms: { hostage: 5 } }] } } });
  });

  test('a misspelt option, bare or noted', () => {
    // @ts-expect-error there is 'pause'
    defineScenario({ ...given, offers: { o: { terms: { ceasefire: 'pauze' } } } });
    // @ts-expect-error there is 'pause'
    defineScenario({ ...given, offers: { o: { terms: { ceasefire: assumed('pauze', 'why') } } } });
    // @ts-expect-error there is 'complete'
    defineScenario({ ...given, offers: { o: { terms: { ceasefire: { oneOf: ['complet'] } } } } });
  });

  test('a value of another kind of term', () => {
    // @ts-expect-error a flag takes no figure
    defineScenario({ ...given, offers: { o: { terms: { observers: 5 } } } });
    // @ts-expect-error a quantity is not so or not so
    defineScenario({ ...given, offers: { o: { terms: { prisoners: true } } } });
    // @ts-expect-error a length has a unit
    defineScenario({ ...given, offers: { o: { length: 5 } } });
  });

  test('a misspelt source, count, base or party inside a helper', () => {
    const wires = { source: 'wires', attribution: 'narrator' } as const;
    // @ts-expect-error there is 'wire'
    defineScenario({ ...given, offers: { o: { terms: { prisoners: reported(5, wires) } } } });
    // @ts-expect-error there is 'held'
    defineScenario({ ...given, offers: { o: { terms: { prisoners: all({ count: 'hold' }) } } } });
    // @ts-expect-error there is 'held'
    defineScenario({ ...given, offers: { o: { terms: { prisoners: assumed(all({ count: 'hold' }), 'why') } } } });
    // @ts-expect-error there is 'hostages'
    defineScenario({ ...given, offers: { o: { terms: { prisoners: halfOf({ quantity: 'hostage' }) } } } });
    // @ts-expect-error there is 'north'
    defineScenario({ ...given, offers: { o: { terms: { prisoners: deferred({ between: ['nort'] }) } } } });
    // @ts-expect-error there is 'north'
    defineScenario({ ...given, offers: { o: { by: ['nort'] } } });
  });

  test('a basis that nothing has, and a default that hides reasoning', () => {
    // @ts-expect-error a basis is 'reported', 'inferred' or 'assumed'
    defineScenario({ ...given, offers: { o: { basis: 'guessed' } } });
    // @ts-expect-error what is inferred has its reasoning beside it, so it is no default
    defineScenario({ ...given, basis: 'inferred' });
  });
});
