import fc from 'fast-check';
import {
  assumed,
  compareTexts,
  days,
  deferred,
  definedElsewhere,
  ambiguous,
  onDay,
  onTheAgenda,
  parseScenario,
  progress,
  remaining,
  review,
  schedule,
  toJson,
  undisclosed,
  uponCompletion,
  whenTotal,
  defineScenario,
  type DutyProgress,
  type Unsettled,
  type ObligationDraft,
  type Talks,
  type TalksEvent,
} from 'sticking-points';
import { htmlReport, progressText, reportOf, scheduleCsv } from 'sticking-points/report';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce, isGoing } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const MOST = 60;

type Duties = Readonly<Record<string, ObligationDraft>>;

function pact(obligations: Duties, amended: Duties = obligations, isTold = true) {
  const terms = isTold ? { boats: MOST } : {};
  const phases = [{ length: days(40) }];
  const keys = { rate: { rows: [{ for: { n: 1, of: ['boats'] }, give: [{ n: 2, of: 'nets' }] }] } };
  return defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: {
      boats: { kind: 'quantity', unit: 'boats', bounds: { most: MOST } },
      nets: { kind: 'quantity', unit: 'nets', bounds: { most: 500 } },
    },
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: { by: ['north', 'south'], phases, terms, text: wide({ keys, obligations }) },
      settled: {
        by: ['north', 'south'],
        phases,
        terms,
        related: [{ how: 'amendment of', offer: 'deal' }],
        text: wide({ keys, obligations: amended }),
      },
    },
  });
}

const boats = (more: Partial<ObligationDraft>): ObligationDraft => ({
  owedBy: ['north'],
  to: ['south'],
  verifier: 'south',
  of: 'boats',
  begins: onDay(2),
  within: days(8),
  ...more,
});

const LATER = deferred({ between: ['north', 'south'], until: 'the end of June', otherwise: 'ten boats' });

const UNSETTLED = [
  LATER,
  onTheAgenda(),
  undisclosed(),
  definedElsewhere('Annex B'),
  ambiguous({ party: 'north', reading: 'ten' }, { party: 'south', reading: 'all of them' }),
];

const dutyOf = (talks: Talks, id: string): DutyProgress => {
  const duty = progress(talks)?.duties.find(({ obligation }) => obligation === id);
  if (!duty) throw new Error(`There is no '${id}'.`);
  return duty;
};

const does = (talks: Talks, obligation: string, amount: number) => {
  go(talks, { type: 'performance.reported', obligation, amount, observer: 'south' });
};

const passes = (talks: Talks, n: number) => {
  go(talks, { type: 'days.passed', days: n });
};

describe('an amount that is not settled', () => {
  it('is laid out as whatever it may be, with why it is not settled', () => {
    for (const amount of UNSETTLED) {
      const [duty] = schedule(pact({ gives: boats({ amount }) }), 'deal').duties;
      expect(duty?.amount).toEqual({ least: 0, most: MOST });
      expect(duty?.unsettled).toEqual(amount);
      const talks = inForce(pact({ gives: boats({ amount }) }), 'deal');
      expect(dutyOf(talks, 'gives')).toMatchObject({ owed: { least: 0, most: MOST }, unsettled: amount });
    }
  });

  it('is late as long as nothing of it is done, and else neither late nor done', () => {
    const talks = inForce(pact({ gives: boats({ amount: LATER }) }), 'deal');
    passes(talks, 12);
    expect(dutyOf(talks, 'gives')).toMatchObject({ standing: 'late', settled: false, scale: 0 });
    does(talks, 'gives', 20);
    expect(dutyOf(talks, 'gives')).toMatchObject({ standing: 'partly done', settled: false, scale: 1 });
    expect(dutyOf(talks, 'gives')).not.toHaveProperty('completed');
    does(talks, 'gives', 40);
    expect(dutyOf(talks, 'gives')).toMatchObject({ standing: 'partly done', settled: false, scale: 2 });
    passes(talks, 40);
    expect(isGoing(talks)).toBe(true);
    does(talks, 'gives', MOST);
    expect(dutyOf(talks, 'gives')).toMatchObject({ standing: 'done', settled: true, scale: 3 });
    expect(dutyOf(talks, 'gives')).not.toHaveProperty('when');
    expect(talks.state).toBe('fulfilled');
  });

  it('is over once all of it is let go, and not by a part of that', () => {
    const talks = inForce(pact({ gives: boats({ amount: LATER }) }), 'deal');
    passes(talks, 3);
    go(talks, { type: 'performance.waived', obligation: 'gives', by: ['south'], amount: 20 });
    expect(dutyOf(talks, 'gives')).toMatchObject({ standing: 'open', settled: false });
    go(talks, { type: 'performance.waived', obligation: 'gives', by: ['south'] });
    expect(dutyOf(talks, 'gives')).toMatchObject({ standing: 'waived', settled: true });
    passes(talks, 40);
    expect(talks.state).toBe('fulfilled');
  });

  it('is no level that any figure could be known to be', () => {
    const reached = (level: number) => {
      const talks = inForce(pact({ gives: boats({ amount: LATER, kind: 'level' }) }), 'deal');
      passes(talks, 3);
      does(talks, 'gives', level);
      passes(talks, 9);
      return dutyOf(talks, 'gives');
    };
    expect(reached(0)).toMatchObject({ standing: 'late', settled: false });
    expect(reached(20)).toMatchObject({ standing: 'partly done', settled: false });
    expect(reached(MOST)).toMatchObject({ standing: 'partly done', settled: false });
    expect(reached(MOST + 1)).toMatchObject({ standing: 'late', settled: false });
  });

  it('is settled by an amendment that is tabled on the way', () => {
    const talks = inForce(pact({ gives: boats({ amount: LATER }) }, { gives: boats({ amount: 20 }) }), 'deal');
    passes(talks, 4);
    does(talks, 'gives', 20);
    expect(dutyOf(talks, 'gives')).toMatchObject({ standing: 'partly done', settled: false });
    go(talks, { type: 'offer.tabled', offer: 'settled' });
    go(talks, { type: 'agreement.concluded' });
    expect(dutyOf(talks, 'gives')).toMatchObject({ standing: 'done', settled: true, when: 'in time' });
    expect(dutyOf(talks, 'gives')).not.toHaveProperty('unsettled');
    passes(talks, 40);
    expect(talks.state).toBe('fulfilled');
  });

  it('leaves open what hangs on it', () => {
    const hanging: Duties = {
      gives: boats({ amount: LATER, series: { series: 'all', counted: 'increment' } }),
      rest: boats({ amount: remaining(), series: { series: 'all', counted: 'increment' }, begins: onDay(20) }),
      answers: boats({
        of: 'nets',
        byKey: { key: 'rate', of: ['gives'] },
        owedBy: ['south'],
        to: ['north'],
        verifier: 'north',
      }),
      follows: { owedBy: ['south'], begins: uponCompletion('gives') },
      half: { owedBy: ['south'], begins: whenTotal(['gives'], { parts: 1, outOf: 2 }) },
    };
    const talks = inForce(pact(hanging), 'deal');
    passes(talks, 30);
    const standings = () => Object.keys(hanging).map((id) => [id, dutyOf(talks, id).standing]);
    expect(standings()).toEqual([
      ['gives', 'late'],
      ['rest', 'open'],
      ['answers', 'open'],
      ['follows', 'waiting'],
      ['half', 'waiting'],
    ]);
    does(talks, 'gives', 29);
    expect(dutyOf(talks, 'half').standing).toBe('waiting');
    does(talks, 'gives', 30);
    expect(dutyOf(talks, 'half').standing).toBe('open');
    expect(dutyOf(talks, 'follows').standing).toBe('waiting');
  });
});

const SIDES = { side: ['left', 'right'] };

/** A table that gives five on one side, and so much on the other. */
const cells = (amount: Unsettled | number) => [{ amount }, { where: { side: 'left' }, amount: 5 }];

/** A text with one amount of its own left open, or a line of its table, and others that hang on it, each day of what is done of them. */
const anyCourse = fc.record({
  own: fc.constantFrom<Partial<ObligationDraft>>(
    {},
    { kind: 'recurring', every: days(4), times: 2 },
    { kind: 'level' },
    { strength: 'may' },
    { series: { series: 'all', counted: 'increment' } },
    { series: { series: 'all', counted: 'running total' } },
  ),
  unsettled: fc.constantFrom(...UNSETTLED),
  inTable: fc.boolean(),
  figure: fc.integer({ min: 1, max: MOST }),
  strength: fc.constantFrom('shall' as const, 'may' as const),
  isTold: fc.boolean(),
  others: fc.uniqueArray(fc.constantFrom('rest', 'upTo', 'answers', 'follows', 'half', 'enough', 'added'), {
    minLength: 1,
  }),
  deeds: fc.array(
    fc.record({
      of: fc.constantFrom('gives', 'gives', 'gives', 'rest', 'upTo', 'answers', 'follows', 'half', 'enough', 'added'),
      amount: fc.oneof(fc.integer({ min: 1, max: 130 }), fc.constantFrom(1, MOST, 2 * MOST)),
      days: fc.integer({ min: 1, max: 9 }),
      waived: fc.boolean(),
    }),
    { minLength: 3, maxLength: 12 },
  ),
});

const hangers = (strength: 'shall' | 'may'): Duties => {
  const all = (counted: 'increment' | 'running total') => ({ series: { series: 'all', counted } });
  const back = { owedBy: ['south'], to: ['north'], verifier: 'north', strength };
  return {
    rest: boats({ amount: remaining(), ...all('increment'), begins: onDay(15), strength }),
    upTo: boats({ amount: 40, ...all('running total'), begins: onDay(12), strength }),
    added: boats({ amount: 10, ...all('increment'), begins: onDay(1), strength }),
    answers: boats({ of: 'nets', byKey: { key: 'rate', of: ['gives'] }, ...back }),
    follows: { ...back, begins: uponCompletion('gives') },
    half: { ...back, begins: whenTotal(['gives', 'added'], { parts: 1, outOf: 2 }) },
    enough: { ...back, begins: whenTotal(['gives'], 20) },
  };
};

describe('a line of a table that is not settled', () => {
  const tabled = (...lines: NonNullable<ObligationDraft['table']>['cells']) =>
    pact({ gives: boats({ table: { dimensions: SIDES, cells: lines } }) });

  it('leaves the whole between what the others come to and whatever it may be, with why', () => {
    for (const amount of UNSETTLED) {
      const scenario = tabled(...cells(amount));
      const [duty] = schedule(scenario, 'deal').duties;
      expect(duty).toMatchObject({ amount: { least: 5, most: MOST + 5 }, unsettled: amount });
      const again = parseScenario(toJson(scenario));
      expect(again.ok && again.value).toEqual(scenario);
    }
  });

  it('leaves nothing open where it is overridden in every place', () => {
    const overridden = tabled(
      { amount: LATER },
      { where: { side: 'left' }, amount: 5 },
      { where: { side: 'right' }, amount: 3 },
    );
    const [duty] = schedule(overridden, 'deal').duties;
    expect(duty?.amount).toEqual({ least: 8, most: 8 });
    expect(duty).not.toHaveProperty('unsettled');
    const codes = (scenario: ReturnType<typeof pact>) => review(scenario, 'deal').map(({ code }) => code);
    expect(codes(overridden)).not.toContain('review/amount-untold');
    expect(codes(tabled(...cells(undisclosed())))).toContain('review/amount-untold');
  });

  it('is late before the rest is done, then neither done nor late, and done once the most is', () => {
    const talks = inForce(tabled(...cells(LATER)), 'deal');
    does(talks, 'gives', 4);
    passes(talks, 12);
    expect(dutyOf(talks, 'gives')).toMatchObject({ standing: 'late', settled: false });
    does(talks, 'gives', 5);
    expect(dutyOf(talks, 'gives')).toMatchObject({ standing: 'partly done', settled: false, unsettled: LATER });
    does(talks, 'gives', MOST + 5);
    expect(dutyOf(talks, 'gives')).toMatchObject({ standing: 'done', settled: true });
  });

  it('is told in words by its place, and by each reading in a review', () => {
    const reads = ambiguous({ party: 'north', reading: 'ten' }, { party: 'south', reading: 'all of them' });
    const [before, after] = [tabled(...cells(4)), tabled(...cells(reads))];
    const [change] = compareTexts(before, 'deal', after.offers['deal']!);
    expect(change?.sentence).toBe(
      '“gives”: amount by table: by side (left, right): everywhere: 4; side left: 5 became by side (left, right): everywhere: ambiguous: north reads it as “ten”; south reads it as “all of them”; side left: 5',
    );
    const found = review(after, 'deal').find(({ code }) => code === 'review/ambiguous');
    expect(found?.clauses.map(({ id }) => id)).toEqual(['obligations.gives']);
    const deferring = tabled({ amount: 2 }, { where: { side: 'left' }, amount: deferred() });
    const open = review(deferring, 'deal').find(({ code }) => code === 'review/deferred-without-end');
    expect(open?.message).toContain('The amount of “gives” at side left is left to be agreed');
  });
});

describe('a text that leaves an amount unsettled', () => {
  it('is read again as it was written, whichever way the amount is left', () => {
    for (const amount of UNSETTLED) {
      const scenario = pact({ gives: boats({ amount }), noted: boats({ amount: assumed(amount, 'No report says.') }) });
      const written = toJson(scenario);
      const again = parseScenario(written);
      expect(again.ok && again.value).toEqual(scenario);
      expect(again.ok && toJson(again.value)).toBe(written);
      expect(scenario.offers['deal']?.text?.obligations['gives']?.amount?.value).toEqual(amount);
    }
  });

  it('is no text where it says it in a way that there is not', () => {
    const wrong = { unsettled: 'forgotten' };
    const text = { obligations: { gives: { owedBy: ['north'], of: 'boats', amount: wrong } } };
    const read = parseScenario(JSON.stringify({ ...JSON.parse(toJson(pact({}))), offers: { deal: { text } } }));
    expect(read.ok ? [] : read.faults.map(({ code }) => code)).toEqual(['scenario/shape']);
  });

  it('says so in words: what one draft changed, and how it stands', () => {
    const changes = (a: ObligationDraft['amount'], b: ObligationDraft['amount']) => {
      const [one, other] = [a, b].map((amount) => pact({ gives: boats(amount === undefined ? {} : { amount }) }));
      return one && other?.offers['deal']
        ? compareTexts(one, 'deal', other.offers['deal']).map(({ sentence }) => sentence)
        : [];
    };
    expect(changes(deferred(), 10)).toEqual(['“gives”: amount: to be agreed became 10 boats']);
    expect(changes(deferred({ until: 'May' }), LATER)).toEqual([
      '“gives”: amount: to be agreed, by “May” became to be agreed between north and south, by “the end of June”, or else “ten boats”',
    ]);
    expect(changes(UNSETTLED[3], UNSETTLED[4])).toEqual([
      '“gives”: amount: defined elsewhere: “Annex B” became ambiguous: north reads it as “ten”; south reads it as “all of them”',
    ]);
    expect(changes(onTheAgenda(), undisclosed())).toEqual(['“gives”: amount: on the agenda became undisclosed']);
    const scenario = pact({ gives: boats({ amount: LATER }) });
    const talks = inForce(scenario, 'deal');
    const done = progress(talks);
    expect(done && progressText(done)).toContain('gives: waiting, amount to be agreed');
    const plan = schedule(scenario, 'deal');
    expect(scheduleCsv(scenario, plan)).toContain('"boats",0,60,"to be agreed",');
    const page = htmlReport(reportOf(scenario, { offer: 'deal' }));
    expect(page).toContain(
      'gives (amount to be agreed between north and south, by “the end of June”, or else “ten boats”)',
    );
  });
});

describe('a text with an amount that is not settled', () => {
  it('is carried out as one whose amount is any of what it may be, as far as that is certain', () => {
    let [over, late] = [0, 0];
    fc.assert(
      fc.property(anyCourse, ({ own, unsettled, inTable, figure, strength, others, deeds, isTold }) => {
        const all = hangers(strength);
        const names = others.includes('half') ? [...new Set([...others, 'added'])] : others;
        const hanging = Object.fromEntries(names.map((id) => [id, all[id] ?? boats({})]));
        const given = (amount: Unsettled | number) => {
          const much = inTable ? { table: { dimensions: SIDES, cells: cells(amount) } } : { amount };
          const { within, ...rest } = boats({ ...own, ...much });
          // What comes round so often has its end.
          return pact({ gives: within && !rest.times ? { ...rest, within } : rest, ...hanging }, undefined, isTold);
        };
        const [open, known] = [given(unsettled), given(figure)].map((scenario) => inForce(scenario, 'deal'));
        if (!open || !known) throw new Error('There are two.');
        const planned = schedule(known.scenario, 'deal').duties;
        for (const duty of schedule(open.scenario, 'deal').duties) {
          const same = planned.find((one) => one.obligation === duty.obligation && one.occurrence === duty.occurrence);
          if (!duty.provisional && duty.due) expect(same?.due).toEqual(duty.due);
          holds(duty.amount, same?.amount, duty.obligation);
        }
        for (const { of, amount, days: n, waived } of deeds) {
          if (names.includes(of) || of === 'gives') {
            const { to, owedBy } = dutyOf(known, of);
            const event: TalksEvent =
              waived && amount % 4 === 0
                ? { type: 'performance.waived', obligation: of, by: [...to, ...owedBy], ...(amount < 20 && { amount }) }
                : { type: 'performance.reported', obligation: of, amount, observer: to[0] ?? 'north' };
            // What only one of them takes parts them.
            if (known.do(event).accepted && !open.do(event).accepted) return;
          }
          if (open.state === 'fulfilled') {
            over++;
            expect(known.state).toBe('fulfilled');
          }
          if (!isGoing(known) || !isGoing(open)) break;
          for (const talks of [open, known]) talks.do({ type: 'days.passed', days: n });
          if (!isGoing(known) || !isGoing(open)) continue;
          const duties = new Map(progress(known)?.duties.map((duty) => [duty.obligation, duty]));
          for (const now of progress(open)?.duties ?? []) {
            const same = duties.get(now.obligation);
            if (!same) throw new Error('Both have it.');
            const of = ({ standing, owed, done }: DutyProgress) => JSON.stringify([standing, owed, done]);
            const words = `${now.obligation}: ${of(now)}, ${of(same)}`;
            holds(now.owed, same.owed, now.obligation);
            if (now.settled) expect(same.settled, words).toBe(true);
            if (now.standing === 'late') {
              late++;
              expect(same.standing, words).toBe('late');
            }
            // What comes to nothing is settled, and done on its last day only.
            if (same.owed.most === 0 || duties.get('gives')?.owed.most === 0) continue;
            if (now.standing === 'done') expect(same.standing, words).toBe('done');
            if (now.opens?.day !== undefined) expect(same.opens?.day, words).toBeLessThanOrEqual(now.opens.day);
            if (now.completed?.day !== undefined)
              expect(same.completed?.day, words).toBeLessThanOrEqual(now.completed.day);
            if (now.scale === 3) expect(same.scale, words).toBe(3);
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(Math.min(over, late)).toBeGreaterThan(0);
  });
});

/** Sees that whatever one may be, the other may be as well. */
function holds(
  open: { readonly least?: number; readonly most?: number } | undefined,
  known: { readonly least?: number; readonly most?: number } | undefined,
  words: string,
) {
  expect(known?.least ?? 0, words).toBeGreaterThanOrEqual(open?.least ?? 0);
  expect(known?.most ?? Infinity, words).toBeLessThanOrEqual(open?.most ?? Infinity);
}
