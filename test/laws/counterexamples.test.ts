// What the laws found, each in its smallest form.
import { describe, expect, it } from 'vitest';
import {
  about,
  all,
  assess,
  checkOffer,
  checkScenario,
  days,
  defineScenario,
  halfOf,
  judge,
  layoutOf,
  lessThan,
  months,
  moreThan,
  readDeal,
  say,
  settingOf,
  weeks,
  type Condition,
  type OfferDraft,
  type Scenario,
} from 'sticking-points';
import { offers } from 'sticking-points/testing';
import fc from 'fast-check';

const deal = defineScenario({
  id: 'deal',
  parties: { north: {} },
  sources: { early: { outlet: 'early', date: '2024-01-01' }, late: { outlet: 'late', date: '2024-02-01' } },
  space: { phases: { least: 1, most: 3 }, days: 400 },
  terms: {
    catch: { kind: 'quantity', unit: 'tonnes', scope: 'phase', bounds: { most: 20 } },
    fee: { kind: 'quantity', unit: 'coins', scope: 'phase', bounds: { least: 2, most: 3 } },
    boxes: { kind: 'quantity', unit: 'boxes', step: 5, bounds: { most: 20 } },
    ice: { kind: 'quantity', unit: 'tonnes', step: 0.1, bounds: { most: 9 } },
    open: { kind: 'flag', scope: 'phase', absent: true },
    gear: { kind: 'choice', ordered: true, options: { two: 'two', most: 'at least two' }, absent: 'two' },
  },
  positions: {},
});

function dealOf(draft: OfferDraft, scenario: Scenario = deal) {
  const checked = checkOffer(scenario, 'offer', draft);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return readDeal(settingOf(scenario), checked.value);
}

function verdict(condition: Condition, draft: OfferDraft, scenario?: Scenario) {
  return judge(condition, dealOf(draft, scenario)).verdict;
}

describe('bounds', () => {
  it('of nothing at all are no contradiction: a tie in which a variable counts zero times says nothing of it', () => {
    const still = defineScenario({
      id: 'still',
      parties: { north: {} },
      space: { phases: 2, days: 0 },
      terms: { none: { kind: 'quantity', unit: 'tonnes', scope: 'phase', bounds: { most: 0 } } },
      positions: {},
    });
    expect(dealOf({}, still).contradiction).toBeUndefined();
    expect(fc.sample(offers(still), 1)).toHaveLength(1);
  });

  it('are whole numbers, whatever the tolerance', () => {
    const { bounds } = dealOf({ phaseCount: about(2, 0.5), length: days(about(7, 2.5)) });
    const place = (name: string) => layoutOf(deal).at[name] ?? NaN;
    expect([bounds.least[place('phases')], bounds.most[place('phases')]]).toEqual([2, 2]);
    expect([bounds.least[place('length')], bounds.most[place('length')]]).toEqual([5, 9]);
  });
});

describe('absence from a full text', () => {
  it('counts where the text lists no phases', () => {
    const isOpen = { kind: 'flag', of: 'open', in: 1, is: true } as const;
    expect(verdict(isOpen, { known: 'full' })).toBe('met');
    expect(verdict({ kind: 'flag', of: 'open', in: 2, is: true }, { known: 'full' })).toBe('unmet');
  });

  it('sets the whole of a quantity, whose bounds and absence are those of the deal, not each phase of it', () => {
    const twoInAll = { kind: 'compare', of: 'fee', op: '=', line: 2 } as const;
    expect(verdict(twoInAll, { known: 'full', phases: [{}, {}] })).toBe('met');
  });

  it('from one phase of a text that speaks of another adds nothing', () => {
    const none = { kind: 'compare', of: 'fee', in: 2, op: '=', line: 0 } as const;
    expect(verdict(none, { known: 'full', phases: [{ terms: { fee: 3 } }, {}] })).toBe('met');
  });
});

describe('shares', () => {
  it('of each other, or of themselves, are no endless story', () => {
    const each = { terms: { boxes: all({ quantity: 'ice' }), ice: all({ quantity: 'boxes' }) } };
    expect(verdict({ kind: 'compare', of: 'boxes', op: '>=', line: 5 }, each)).toBe('open');
    expect(
      verdict({ kind: 'compare', of: 'ice', op: '>=', line: 5 }, { terms: { ice: all({ quantity: 'ice' }) } }),
    ).toBe('open');
  });

  it('as a line under a sum are rounded down to the step of the sum', () => {
    const condition: Condition = {
      kind: 'compare',
      of: 'boxes',
      plus: [{ of: 'ice', times: -1 }],
      op: '>=',
      line: halfOf({ quantity: 'catch' }),
    };
    // Half of 1 tonne is 0.5, not nothing for the boxes' coming in fives: 0 − 0.1 falls short of it.
    expect(verdict(condition, { terms: { boxes: 0, ice: 0.1, catch: 1 } })).toBe('unmet');
    expect(verdict(condition, { terms: { boxes: 5, ice: 4.5, catch: 1 } })).toBe('met');
  });
});

describe('what begins', () => {
  it('has begun by the last phase where there is some of it in all', () => {
    const begins = { kind: 'begins', of: 'catch', noLaterThan: 3 } as const;
    expect(verdict(begins, { terms: { catch: 5 } })).toBe('met');
    expect(verdict({ ...begins, noLaterThan: 2 }, { terms: { catch: 5 } })).toBe('open');
  });

  it('has begun where the whole is more than nothing, though a phase may be less than nothing', () => {
    const account = defineScenario({
      id: 'account',
      parties: { north: {} },
      space: { phases: 2 },
      terms: { paid: { kind: 'quantity', unit: 'coins', scope: 'phase', bounds: { least: -9, most: 9 } } },
      positions: {},
    });
    const begins = { kind: 'begins', of: 'paid', noLaterThan: 2 } as const;
    expect(verdict(begins, { terms: { paid: 1 } }, account)).toBe('met');
    expect(verdict(begins, { terms: { paid: 0 } }, account)).toBe('open');
  });

  it('before something that begins for sure, and never does, is unmet', () => {
    const before = { kind: 'before', first: 'catch', then: 'fee' } as const;
    expect(verdict(before, { terms: { catch: 0, fee: 2 } })).toBe('unmet');
  });
});

describe('figures between steps', () => {
  it('are never reached: three boxes where boxes come in fives', () => {
    expect(verdict({ kind: 'compare', of: 'boxes', op: '=', line: 3 }, {})).toBe('unmet');
  });
});

describe('figures with the noise of binary fractions', () => {
  it('do not come of adding a step: more than 0.2, in steps of 0.1, may be 0.3', () => {
    expect(verdict({ kind: 'compare', of: 'ice', op: '>=', line: 0.3 }, { terms: { ice: moreThan(0.2) } })).toBe('met');
    expect(verdict({ kind: 'compare', of: 'ice', op: '<=', line: 0.3 }, { terms: { ice: moreThan(0.2) } })).toBe(
      'open',
    );
  });

  it('are refused as lines, since comparing them would not be exact', () => {
    const checked = checkScenario({
      ...deal,
      positions: {
        sum: {
          party: 'north',
          rigidity: 'demand',
          condition: { kind: 'compare', of: 'ice', op: '<=', line: 0.1 + 0.2 },
        },
        rate: {
          party: 'north',
          rigidity: 'demand',
          condition: { kind: 'ratio', of: 'ice', per: 'boxes', op: '<=', line: 0.1 + 0.2 },
        },
      },
    });
    expect(checked.ok ? [] : checked.faults.map((f) => f.code)).toEqual(['amount/too-fine', 'amount/too-fine']);
  });
});

describe('a ratio', () => {
  it('up to a phase, out of reach for the least there may be of what is divided by, is unmet', () => {
    const condition: Condition = { kind: 'ratio', of: 'catch', per: 'fee', in: { upTo: 2 }, op: '>=', line: 5 };
    expect(verdict(condition, { phases: [{ terms: { catch: 2 } }, { terms: { catch: 1 } }] })).toBe('unmet');
  });
});

describe('lengths', () => {
  const atLeast = (line: number, unit: 'days' | 'weeks' | 'months') =>
    ({ kind: 'length', op: '>=', line, unit }) as const;

  it('of more than a week may be 8 days', () => {
    expect(verdict(atLeast(8, 'days'), { length: weeks(moreThan(1)) })).toBe('met');
    expect(verdict(atLeast(2, 'weeks'), { length: weeks(moreThan(1)) })).toBe('open');
    expect(verdict(atLeast(1, 'weeks'), { length: weeks(lessThan(1)) })).toBe('unmet');
    expect(verdict(atLeast(6, 'days'), { length: weeks(lessThan(1)) })).toBe('open');
  });

  it('of more than a month are not yet two', () => {
    const offer = { length: months(moreThan(1)) };
    expect(verdict(atLeast(2, 'months'), offer)).toBe('open');
    expect(verdict({ ...atLeast(1, 'months'), op: '>' }, offer)).toBe('met');
  });

  it('of less than nothing are refused', () => {
    const checked = checkOffer(deal, 'offer', { length: days(lessThan(0)) });
    expect(checked.ok ? [] : checked.faults.map((f) => f.code)).toEqual(['length/negative']);
  });
});

describe('a sentence', () => {
  it('keeps an option labelled "at least two" apart from what is at least two', () => {
    const choice = say({ kind: 'choice', of: 'gear', is: ['most'] }, deal);
    const rank = say({ kind: 'rank', of: 'gear', op: '>=', option: 'two' }, deal);
    expect([choice, rank]).toEqual(['gear: “at least two”', 'gear: at least two']);
  });
});

describe('as of a day', () => {
  it('facts are not cited from reports that had yet to appear', () => {
    const checked = checkScenario({
      ...deal,
      positions: {
        some: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'ice', op: '>=', line: 1 } },
      },
      offers: {
        first: {
          citations: [{ source: 'early', attribution: 'on-record' }],
          terms: {
            ice: {
              value: 5,
              basis: 'reported',
              citations: [
                { source: 'early', attribution: 'on-record' },
                { source: 'late', attribution: 'on-record' },
              ],
            },
          },
        },
      },
    });
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    const [verdictOnSome] = assess(checked.value, 'first', { asOf: '2024-01-15' }).verdicts;
    expect(verdictOnSome?.readings[0]?.facts.flatMap((f) => f.citations.map((c) => c.source))).toEqual(['early']);
  });

  it('a full text of which a clause was yet to be reported is not known in full: its silence there is no absence', () => {
    const checked = checkScenario({
      ...deal,
      positions: {
        none: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'ice', op: '=', line: 0 } },
      },
      offers: {
        first: {
          known: 'full',
          citations: [{ source: 'early', attribution: 'on-record' }],
          terms: { ice: { value: 5, basis: 'reported', citations: [{ source: 'late', attribution: 'on-record' }] } },
        },
      },
    });
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    const words = ['2024-01-15', '2024-02-15'].map(
      (asOf) => assess(checked.value, 'first', { asOf }).verdicts[0]?.verdict,
    );
    expect(words).toEqual(['open', 'unmet']);
  });
});
