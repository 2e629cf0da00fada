import fc from 'fast-check';
import { days, onDay, openTalks, progress, type Talks, type TalksEvent } from 'sticking-points';
import { checkDeal, exhaust, type ExhaustFinding, type TalksInvariant } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { few, runs } from '../../laws/runs.js';
import { bridge } from '../../support/bridge.js';
import { allege, conclude, cure, pass, resume, start, suspend, table } from '../../support/play.js';

const scenario = bridge({ process: { preconditions: { calm: { title: 'calm' }, light: { title: 'light' } } } });
const alleged = (obligation: string) => ({ type: 'breach.alleged', obligation }) as const;
const events: readonly TalksEvent[] = [
  table('plan'),
  conclude,
  start,
  pass(3),
  alleged('cost'),
  alleged('toll'),
  { type: 'breach.cured', obligation: 'cost' },
  suspend,
  resume,
];

/** What one invariant of talks comes to in all states that these events lead to. */
function walked(talks: TalksInvariant['talks'], more: Partial<TalksInvariant> = {}): ExhaustFinding | undefined {
  const { complete, findings } = exhaust(scenario, {
    invariants: [{ title: 'asked', talks, ...more }],
    bounds: { events },
  });
  expect(complete).toBe(true);
  return findings[0];
}

const count = ({ log }: Pick<Talks, 'log'>, type: TalksEvent['type']) =>
  log.filter(({ event }) => event.type === type).length;

/** Ways to look at how often something happened, at days, and at what came first. */
const looks: Readonly<Record<string, (talks: Talks, most: number, type: TalksEvent['type']) => boolean>> = {
  'by the log': (talks, most, type) => count(talks, type) <= most,
  'by what is saved': (talks, most, type) => talks.save().events.filter((event) => event.type === type).length <= most,
  'by what can be taken back': (talks, most) => {
    let left = most;
    while (left >= 0 && talks.undo()) left--;
    return left >= 0;
  },
  'by the log of a fork': (talks, most, type) => count(talks.fork(), type) <= most,
  'by the day of a deal': ({ deal }, most) => !deal || deal.day <= 5 * most,
  'by the day of a deal, in the snapshot': ({ snapshot }, most) => (snapshot.context.deal?.day ?? 0) <= 5 * most,
  'by the day of a deal, as text': ({ deal }, most) => !JSON.stringify(deal ?? null).includes(`"day":${3 * most},`),
  'by the day to come': (talks, most) => {
    const fork = talks.fork();
    fork.do(pass(1));
    return (fork.deal?.day ?? 0) <= 5 * most;
  },
  'by which dispute came first': ({ deal }) => deal?.disputes[0]?.obligation !== 'toll' || deal.disputes.length < 2,
  'by the state': ({ state }, _, type) => state !== 'suspended' || type !== 'talks.suspended',
  'by the offer': ({ offer }) => offer === undefined || offer.id === 'plan',
};

describe('what exhaust says is held', () => {
  it('is broken by no course of the events it tried, whatever of talks a law looks at', () => {
    const found = { held: 0, untold: 0 };
    const law = fc.record({
      look: fc.constantFrom(...Object.keys(looks)),
      most: fc.integer({ min: 0, max: 4 }),
      type: fc.constantFrom(...events.map(({ type }) => type)),
    });
    const course = fc.array(fc.constantFrom(...events), { minLength: 6, maxLength: 18 });
    fc.assert(
      fc.property(law, fc.array(course, { minLength: 12, maxLength: 12 }), ({ look, most, type }, coursesToTry) => {
        const isSo = (talks: Talks) => looks[look]?.(talks, most, type) ?? false;
        const finding = walked(isSo);
        if (finding?.why !== undefined) found.untold++;
        if (finding?.finding !== 'held') return;
        found.held++;
        for (const tried of coursesToTry) {
          const talks = openTalks(scenario);
          for (const event of tried) if (talks.do(event).accepted) expect(isSo(talks.fork())).toBe(true);
        }
      }),
      runs(60),
    );
    expect(found.held).toBeGreaterThan(few(8));
    expect(found.untold).toBeGreaterThan(few(8));
  });

  it('is no count of what a state is reached by, which longer courses break', () => {
    const laws: readonly TalksInvariant[] = [
      { title: 'no offer is tabled a second time', talks: (talks) => count(talks, 'offer.tabled') <= 1 },
      { title: 'no breach is alleged twice', talks: (talks) => count(talks, 'breach.alleged') <= 1 },
      { title: 'no phase has a 40th day', talks: ({ deal }) => (deal?.day ?? 0) < 40 },
    ];
    const bounds = { offers: ['plan'], positions: [], answers: [], extensions: 0 };
    const { complete, findings, cut } = exhaust(bridge(), { invariants: laws, bounds });
    expect(complete).toBe(true);
    expect(findings.map(({ finding }) => finding)).toEqual(['undetermined', 'undetermined', 'undetermined']);
    expect(checkDeal(bridge(), { invariants: laws }).map(({ finding }) => finding)).toEqual([
      'broken',
      'broken',
      'broken',
    ]);
    expect(findings[0]?.why).toBe(
      'It read the log of what led there, by which states are not told apart: of several, one was asked. Let it judge by the state, ask it of courses with checkDeal, or say ofStateAlone: true where it finds the same in all of them.',
    );
    expect(findings[2]?.why).toContain('It read the day of a deal past the last that can matter, by which');
    const told = cut.filter(({ sentence }) => sentence.startsWith('States are not told apart by '));
    expect(told.map(({ bound, sentence }) => [bound, sentence.replace(/\d+/, 'n')])).toEqual([
      [
        'states',
        'States are not told apart by the log of what led there, which was read of n that stand for others too.',
      ],
      [
        'states',
        'States are not told apart by the day of a deal past the last that can matter, which was read of n that stand for others too.',
      ],
    ]);
    expect(told.every(({ times, sentence }) => times > 0 && sentence.includes(` ${times} `))).toBe(true);
  });
});

describe('an invariant that reads what states are not told apart by', () => {
  it('is broken where one state breaks it all the same', () => {
    const finding = walked((talks) => count(talks, 'days.passed') < 1);
    expect(finding).toMatchObject({
      finding: 'broken',
      counterexample: { events: [table('plan'), conclude, start, pass(3)] },
    });
    expect(finding?.why).toBeUndefined();
  });

  it('is held where it says that it finds the same in all of them, and where no two are one', () => {
    const isDealtWith = (talks: Talks) => !talks.deal || count(talks, 'agreement.concluded') > 0;
    expect(walked(isDealtWith)?.finding).toBe('undetermined');
    expect(walked(isDealtWith, { ofStateAlone: true })).toMatchObject({ finding: 'held' });
    const bounds = { events: [table('plan'), conclude, start] };
    const once: TalksInvariant = { title: 'once', talks: (talks) => count(talks, 'agreement.concluded') <= 1 };
    const [alone] = exhaust(scenario, { invariants: [once], bounds }).findings;
    expect(alone).toEqual({ title: 'once', finding: 'held', asked: 4, undetermined: 0 });
  });

  it('may read the days that are told apart, and its own forks', () => {
    const early = (talks: Talks) => {
      const fork = talks.fork();
      const went = fork.do(suspend).accepted;
      return !went || (fork.undo() && fork.state === talks.state && fork.redo());
    };
    expect(walked(early)?.finding).toBe('held');
    const bounds = { events: [table('plan'), conclude, start] };
    const day: TalksInvariant = { title: 'day', talks: ({ deal }) => (deal?.day ?? 0) === 0 };
    expect(exhaust(scenario, { invariants: [day], bounds }).findings[0]?.finding).toBe('held');
  });

  it('is so of the day up to which reports count, once it is later than all of them', () => {
    const bounds = { events: [pass(9)] };
    const invariants = [{ title: 'soon', talks: ({ clock }: Talks) => (clock.asOf ?? '') < '2030-04-01' }];
    const walk = exhaust(bridge(), { invariants, bounds, talks: { asOf: '2030-02-20' } });
    expect(walk).toMatchObject({ complete: true, states: 3, findings: [{ finding: 'undetermined' }] });
    expect(walk.findings[0]?.why).toContain('the day up to which reports count, past the last of any');
  });

  it('is so of breaches of a text that are alleged and cured again', () => {
    const text = {
      obligations: { haul: { owedBy: ['east'], to: ['west'], of: 'stones', amount: 4, begins: onDay(7) } },
    };
    const signed = { by: ['east', 'west'], terms: { cost: 40, toll: false }, phases: [{ length: days(20) }], text };
    const texted = bridge({ offers: { signed } });
    const haul = { obligation: 'haul' };
    const menu: readonly TalksEvent[] = [
      table('signed'),
      conclude,
      start,
      { type: 'breach.alleged', ...haul },
      { type: 'breach.cured', ...haul },
    ];
    const invariants: readonly TalksInvariant[] = [
      { title: 'few reports', talks: ({ deal }) => (deal?.text?.duties['haul']?.length ?? 0) < 4 },
      { title: 'has a phase', talks: ({ deal }) => !deal || deal.phase < 3 },
      { title: 'has begun', talks: (talks) => progress(talks)?.duties.length !== 0, ofStateAlone: true },
    ];
    const { complete, findings } = exhaust(texted, { invariants, bounds: { events: menu } });
    expect(complete).toBe(true);
    expect(findings.map(({ finding }) => finding)).toEqual(['undetermined', 'held', 'held']);
    expect(findings[0]?.why).toContain('It read how often a breach was alleged and cured, by which');
  });

  it('sees all that talks show, and acts in them, as it would in any', () => {
    const { findings } = exhaust(scenario, {
      invariants: [
        {
          title: 'shows the same',
          talks: (watched) => {
            const talks = openTalks(scenario);
            for (const { event } of watched.log) talks.do(event);
            const shown = (of: Talks) =>
              JSON.stringify([
                Object.entries(of).filter(([key]) => key !== 'options'),
                of.fork().do(allege()),
                of.save(),
              ]);
            const went = (of: Talks) => [
              of.do(cure()).accepted,
              of.do(suspend).accepted,
              of.undo(),
              of.redo(),
              of.state,
            ];
            return shown(watched) === shown(talks) && JSON.stringify(went(watched)) === JSON.stringify(went(talks));
          },
        },
      ],
      bounds: { events: events.slice(0, 6), depth: 6 },
    });
    expect(findings[0]).toMatchObject({ finding: 'undetermined', undetermined: 0 });
  });
});
