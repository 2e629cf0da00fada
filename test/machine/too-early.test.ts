import fc from 'fast-check';
import { days, onDay, type Scenario, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { addDays, firstDay } from '../../src/base/day.js';
import { bridge } from '../support/bridge.js';
import { against, conclude, go, pass, play, start, table } from '../support/play.js';

const act = { owedBy: ['east'], to: ['west'], begins: onDay(0), within: days(5) } as const;
const month = { length: days(30) };
const phases = [month, month, { ...month, toBeNegotiated: true }];
const signed = {
  by: ['east', 'west'],
  terms: { cost: 40, toll: false },
  phases,
  text: {
    obligations: {
      act: { ...act, instrument: 'treaty', verifier: 'board' },
      other: { ...act, instrument: 'treaty', owedBy: ['west'], to: ['east'], within: days(60) },
    },
    talks: { fees: { between: ['east', 'west'] } },
    bodies: { board: {} },
    instruments: { treaty: {} },
  },
};
const plain = bridge({ phases: phases.map((phase) => ({ ...phase, length: { length: 30, unit: 'days' } })) });
const texted = bridge({ offers: { signed } });
const told = { kind: 'as reported' } as const;
const ratified = bridge({
  process: {
    ratification: [
      { id: 'diet', body: 'the diet', rule: told, objectionDays: 10, otherwise: 'moot' },
      { id: 'court', body: 'the court', rule: told, objectionDays: 10 },
      { id: 'moot', body: 'the moot', rule: told },
    ],
  },
});

/** Two of three houses have to approve, then a court; or a moot instead of the houses. */
const ratifiedTogether = bridge({
  process: {
    ratification: [
      {
        id: 'houses',
        body: 'the houses',
        rule: { kind: 'bodies', of: ['upper', 'lower', 'third'], needed: 2 },
        objectionDays: 10,
        otherwise: 'moot',
      },
      { id: 'court', body: 'the court', rule: told },
      { id: 'moot', body: 'the moot', rule: told },
    ],
  },
});

const on = (day: string, event: TalksEvent): TalksEvent => ({ ...event, on: day });
const voted = (step: string, outcome: 'approved' | 'rejected' = 'approved'): TalksEvent => ({
  type: 'ratification.voted',
  step,
  outcome,
});
const by = (body: string, day: string, outcome: 'approved' | 'rejected' = 'approved'): TalksEvent => ({
  type: 'ratification.voted',
  step: 'houses',
  body,
  outcome,
  on: day,
});
const objected = { type: 'ratification.objected', step: 'diet', outcome: 'dismissed' } as const;
const superseded: TalksEvent = { type: 'deal.superseded' };
const ended: TalksEvent = { type: 'deal.ended', citation: { source: 'post', attribution: 'narrator' } };
const next = (how: 'opened' | 'settled' | 'failed'): TalksEvent => ({ type: `nextPhase.${how}` });
const fees = (how: 'opened' | 'settled' | 'failed'): TalksEvent => ({ type: `promisedTalks.${how}`, talks: 'fees' });

const alleged = { type: 'breach.alleged', obligation: 'act', by: 'west', on: '2030-01-16' } as const;
const breach = { type: 'breach.found', obligation: 'act', by: 'board', on: '2030-01-17' } as const;
const cured: TalksEvent = { type: 'breach.cured', obligation: 'act' };
const suspended: TalksEvent = { type: 'instrument.suspended', instrument: 'treaty', obligation: 'act', by: ['west'] };
const resumed: TalksEvent = { type: 'instrument.resumed', instrument: 'treaty', by: ['west'] };

/** What something comes after, the event itself, and the day before which that cannot have been. */
type Row = readonly [what: string, scenario: Scenario, before: readonly TalksEvent[], event: TalksEvent, since: string];

const tabled = (offer: string): readonly TalksEvent[] => [
  on('2030-01-01', table(offer)),
  on('2030-01-05', { ...conclude }),
];
/** Agreed on 5 January, in force since the 10th, and told of by the 29th. */
const awaited = (offer: string) => [...tabled(offer), pass(24)];
const under = (offer: string) => [...awaited(offer), on('2030-01-10', start)];
const opened = on('2030-01-12', next('opened'));

const ofEither = (how: string, scenario: Scenario, offer: string): readonly Row[] => [
  [`a start, ${how}`, scenario, awaited(offer), start, '2030-01-05'],
  [`another deal before the start, ${how}`, scenario, awaited(offer), superseded, '2030-01-05'],
  [`an end before the start, ${how}`, scenario, awaited(offer), ended, '2030-01-05'],
  [`another deal, ${how}`, scenario, under(offer), superseded, '2030-01-10'],
  [`an end, ${how}`, scenario, under(offer), ended, '2030-01-10'],
  [`talks on the next phase, ${how}`, scenario, under(offer), next('opened'), '2030-01-10'],
  [`their settlement, ${how}`, scenario, [...under(offer), opened], next('settled'), '2030-01-12'],
  [`their failure, ${how}`, scenario, [...under(offer), opened], next('failed'), '2030-01-12'],
  [
    `what becomes of talks that were opened again, ${how}`,
    scenario,
    [...under(offer), opened, on('2030-01-14', next('failed')), on('2030-01-16', next('opened'))],
    next('settled'),
    '2030-01-16',
  ],
  [`another deal in a later phase, ${how}`, scenario, [...under(offer), pass(20)], superseded, '2030-01-10'],
  [
    `the failure of talks that nobody opened, ${how}`,
    scenario,
    [...under(offer), opened, pass(20)],
    next('failed'),
    '2030-01-10',
  ],
];

/** Concluded on 5 January, and told of by the end of the month. */
const concluded = [
  ...tabled('plan'),
  on('2030-01-31', { type: 'talks.suspended' }),
  { type: 'talks.resumed' } as const,
];

const ROWS: readonly Row[] = [
  ...ofEither('without a text', plain, 'plan'),
  ...ofEither('with a text', texted, 'signed'),
  ['promised talks', texted, under('signed'), fees('opened'), '2030-01-05'],
  ['the failure of promised talks', texted, under('signed'), fees('failed'), '2030-01-05'],
  ['their settlement', texted, [...under('signed'), on('2030-01-12', fees('opened'))], fees('settled'), '2030-01-12'],
  [
    'their failure once opened',
    texted,
    [...under('signed'), on('2030-01-12', fees('opened'))],
    fees('failed'),
    '2030-01-12',
  ],
  [
    'promised talks that failed, opened again',
    texted,
    [...under('signed'), on('2030-01-14', fees('failed'))],
    fees('opened'),
    '2030-01-14',
  ],
  [
    'talks on the next phase that failed, opened again',
    texted,
    [...under('signed'), opened, on('2030-01-14', next('failed'))],
    next('opened'),
    '2030-01-14',
  ],
  [
    'a cure of what was alleged',
    texted,
    [...under('signed'), alleged, on('2030-01-18', { ...alleged, by: 'guild' })],
    { ...cured, by: 'west' },
    '2030-01-16',
  ],
  ['a cure of what was found', texted, [...under('signed'), breach], cured, '2030-01-17'],
  ['a suspension for what was found', texted, [...under('signed'), breach], suspended, '2030-01-17'],
  [
    'an instrument that goes on',
    texted,
    [...under('signed'), breach, on('2030-01-19', suspended)],
    resumed,
    '2030-01-19',
  ],
  [
    'an obligation that goes on',
    texted,
    [...under('signed'), on('2030-01-13', { type: 'performance.suspended', obligations: ['act'], by: ['west'] })],
    { type: 'performance.resumed', obligations: ['act'] },
    '2030-01-13',
  ],
  ['a vote', ratified, concluded, voted('diet'), '2030-01-05'],
  ['a vote against', ratified, concluded, voted('diet', 'rejected'), '2030-01-05'],
  ['an objection', ratified, [...concluded, on('2030-01-25', voted('diet'))], objected, '2030-01-25'],
  [
    'the vote on a second step',
    ratified,
    [...concluded, on('2030-01-10', voted('diet'))],
    voted('court'),
    '2030-01-20',
  ],
  [
    'the vote on a second way',
    ratified,
    [...concluded, on('2030-01-12', voted('diet', 'rejected'))],
    voted('moot'),
    '2030-01-12',
  ],
  [
    'the vote on a second way after an objection',
    ratified,
    [...concluded, on('2030-01-25', voted('diet')), on('2030-01-28', { ...objected, outcome: 'sustained' })],
    voted('moot'),
    '2030-01-28',
  ],
  [
    'an objection to what the last of several bodies approved, though another was told last',
    ratifiedTogether,
    [...concluded, by('upper', '2030-01-27'), by('lower', '2030-01-25')],
    { ...objected, step: 'houses' },
    '2030-01-27',
  ],
  [
    'the vote after several bodies, of which one voted against',
    ratifiedTogether,
    [...concluded, by('third', '2030-01-18', 'rejected'), by('upper', '2030-01-12'), by('lower', '2030-01-10')],
    voted('court'),
    '2030-01-22',
  ],
  [
    'the vote on a second way, which several bodies made needed',
    ratifiedTogether,
    [...concluded, by('third', '2030-01-18', 'rejected'), by('upper', '2030-01-12', 'rejected')],
    voted('moot'),
    '2030-01-18',
  ],
  [
    'a start after objections might still have come',
    ratified,
    [...concluded, on('2030-01-06', voted('diet')), on('2030-01-16', voted('court'))],
    start,
    '2030-01-26',
  ],
];

describe('what is dated before that which it is about', () => {
  it.each(ROWS)('is refused, and changes nothing: %s', (_, scenario, before, event, since) => {
    const talks = play(scenario, before);
    const day = addDays(since, -1) ?? since;
    const was = JSON.stringify(talks.snapshot);
    const [reason, ...others] = talks.do(on(day, event)).reasons;
    expect([reason?.code, reason?.path, others]).toEqual(['talks/too-early', ['on'], []]);
    expect(reason?.facts).toEqual({ on: day, earliest: since });
    expect(reason?.message).toContain(`${day}, and `);
    expect(reason?.message).toContain(`on ${since}: give a day from then on.`);
    expect(JSON.stringify(talks.snapshot)).toBe(was);
    expect(against(talks, on(since, event))).toEqual([]);
  });

  it('is refused for every day before, and for no other; and for a month only if all of it lies before', () => {
    const far = fc.integer({ min: -400, max: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...ROWS), far, fc.boolean(), (row, n, isMonth) => {
        const [, scenario, before, event, since] = row;
        // Before the start nothing can be cured at all.
        const day = addDays(since, event.type === 'breach.cured' ? Math.max(n, -6) : n) ?? since;
        const told = isMonth ? day.slice(0, 7) : day;
        const isEarly = isMonth ? told < since.slice(0, 7) : day < since;
        expect(against(play(scenario, before), on(told, event))).toEqual(isEarly ? ['talks/too-early'] : []);
      }),
    );
  });

  it('is told late of a month as well, and may have come after what is known by its month only', () => {
    const inMonth = (offer: string) => [on('2030-01-20', table(offer)), on('2030-01', { ...conclude })];
    const talks = play(ratified, inMonth('plan'));
    expect(against(talks, on('2030-01-02', voted('diet')))).toEqual([]);
    expect(talks.do(on('2029-12-31', voted('diet'))).reasons[0]?.message).toContain('was concluded in 2030-01:');
    go(talks, on('2030-01', voted('diet')));
    expect(against(talks, on('2030-01-03', objected))).toEqual([]);
    expect(against(talks, on('2029-12', objected))).toEqual(['talks/too-early']);
    const agreed = play(plain, inMonth('plan'));
    expect(against(agreed, on('2030-01-02', start))).toEqual([]);
    expect(against(agreed, on('2029-12-31', start))).toEqual(['talks/too-early']);
    go(agreed, on('2030-01', start));
    expect(against(agreed, on('2030-01-02', next('opened')))).toEqual([]);
    expect(against(agreed, on('2029-12', next('opened')))).toEqual(['talks/too-early']);
    go(agreed, on('2030-01', next('opened')));
    expect(against(agreed, on('2030-01-02', next('failed')))).toEqual([]);
  });

  it('is not known to be, where what it answers is told of a month', () => {
    const talks = play(texted, [...under('signed'), on('2030-01', { ...alleged }), on('2030-01-29', next('opened'))]);
    expect(against(talks, on('2030-01-12', { ...cured, by: 'west' }))).toEqual([]);
    expect(talks.deal?.text?.duties['act']).toMatchObject([{ what: 'breach alleged', month: '2030-01' }]);
  });

  it('is not known to be, as long as nobody knows what day that was', () => {
    const talks = play(plain, [table('plan'), conclude]);
    expect(against(talks, on('1999-01-01', start))).toEqual([]);
    go(talks, start);
    expect(against(talks, on('1999-01-01', superseded))).toEqual([]);
    expect(Object.keys(talks.deal ?? {})).not.toContain('since');
    // That follows from the days that have passed since.
    go(talks, pass(4), on('2030-01-05', next('opened')));
    expect(against(talks, on('2029-12-31', superseded))).toEqual(['talks/too-early']);
    expect(against(talks, on('2030-01-01', superseded))).toEqual([]);
  });
});

describe('a course told late, in the order of its days', () => {
  const days12 = fc.array(fc.nat(3), { minLength: 12, maxLength: 12 });
  const course = (offer: string): readonly TalksEvent[] => [
    table(offer),
    conclude,
    ...(offer === 'signed' ? [fees('opened'), fees('settled')] : []),
    start,
    next('opened'),
    next('failed'),
    next('opened'),
    next('settled'),
    superseded,
  ];

  it.each([
    ['without a text', plain, 'plan'],
    ['with a text', texted, 'signed'],
  ])('is taken whole: %s', (_, scenario, offer) => {
    fc.assert(
      fc.property(days12, (gaps) => {
        const talks = play(scenario, []);
        let [day, today] = ['2030-01-01', '2030-01-01'];
        for (const [at, event] of course(offer).entries()) {
          day = addDays(day, gaps[at] ?? 0) ?? day;
          // Days are counted only once the deal is in force, and all of them have come by then.
          if (event.type === 'deal.started') go(talks, pass(40));
          if (talks.deal) today = firstDay(talks.clock.today ?? today);
          expect(against(talks, on(day, event))).toEqual([]);
          go(talks, on(day, event));
        }
      }),
    );
  });
});
