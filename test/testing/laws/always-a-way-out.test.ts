import fc from 'fast-check';
import {
  onDay,
  openTalks,
  uponCompletion,
  uponEvent,
  weeks,
  type Scenario,
  type Talks,
  type TalksEvent,
} from 'sticking-points';
import { fishingQuota, gaza2024, labourContract } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/testing/invariant.js';
import { newOfferIn } from '../../../src/testing/courses/fewer-offers.js';
import { alwaysAWayOut } from '../../../src/testing/laws/always-a-way-out.js';
import { wayOut } from '../../../src/testing/laws/way-out.js';
import { twoRivers } from '../../../examples/accords/two-rivers.js';
import { courses } from 'sticking-points/testing';
import { bridge } from '../../support/bridge.js';
import { astray, comesHome, homeward } from '../../support/course.js';
import { runs } from '../../laws/runs.js';
import { accept, allege, conclude, pass, play, start, suspend, table } from '../../support/play.js';

const calm = { calm: { title: 'calm' } };
const vote = { id: 'vote', body: 'the council', rule: { kind: 'majority' }, objectionDays: 3 } as const;
const voted = { type: 'ratification.voted', step: 'vote', outcome: 'approved' } as const;
const ended = { type: 'deal.ended', citation: { source: 'crier', attribution: 'narrator' } } as const;
const flood = { flood: { title: 'the flood', by: '2030-05', kind: 'hard' } } as const;

const parts = bridge({
  phases: [{ length: { length: 10, unit: 'days' } }, { toBeNegotiated: true }],
  process: { preconditions: calm, rounds: { only: { needs: ['calm'], mandates: { east: 'negotiate' } } }, ratification: [vote], deadlines: flood }, // prettier-ignore
});
const open = { start: 'talks' } as const;

/** The same, with a round that needs what can never be met, so that nothing can begin. */
const closed = (scenario: Scenario): Scenario => {
  const only = { ...scenario.process.rounds['only']!, needs: ['what could never be met'] };
  return { ...scenario, process: { ...scenario.process, rounds: { only }, deadlines: {} } };
};
/** A phase that nobody can wait for: the calendar ends before it does. */
const endless = bridge({ phases: [{ length: { length: { wording: 'at least', n: 5_000_000 }, unit: 'days' } }] });

type Row = readonly [why: string, talks: () => Talks, finding: Finding, states?: number];

const ROWS: readonly Row[] = [
  ['before the first round', () => play(parts, []), 'held'],
  ['an empty table', () => play(parts, [], open), 'held'],
  ['talks blocked', () => play(parts, [table('dear')], open), 'held'],
  ['suspended', () => play(parts, [table('dear'), suspend], open), 'held'],
  ['a vote ahead', () => play(parts, [table('plan'), conclude], open), 'held'],
  ['within days of objection', () => play(parts, [table('plan'), conclude, voted], open), 'held'],
  ['in the first phase', () => play(parts, [table('plan'), conclude, voted, pass(3), start], open), 'held'],
  ['in dispute', () => play(parts, [table('plan'), conclude, voted, pass(3), start, allege('west')], open), 'held'],
  ['fulfilled', () => play(bridge(), [table('plan'), conclude, start, pass(10)]), 'held'],
  ['collapsed', () => play(bridge(), [table('plan'), conclude, start, ended]), 'held'],
  ['a phase without a length', () => play(bridge({ phases: [{}] }), [table('plan'), conclude, start]), 'held'],
  ['nothing but lapsing', () => play({ ...closed(parts), process: { ...closed(parts).process, deadlines: parts.process.deadlines } }, [{ type: 'mandate.given', party: 'east', mandate: 'listen', on: '2030-01-10' }]), 'held'], // prettier-ignore
  ['a round that never opens', () => play(closed(parts), []), 'broken'],
  ['a phase beyond the calendar, but for an amendment', () => play(endless, [table('plan'), conclude, { ...start, on: '2030-01-10' }]), 'held'], // prettier-ignore
  ['one state looked at', () => play(parts, []), 'undetermined', 1],
  ['a few states looked at', () => play(parts, []), 'undetermined', 5],
  ['a few states of a round that never opens', () => play(closed(parts), []), 'undetermined', 4],
];

const asked = ([, talks, , states]: Row) => alwaysAWayOut(states === undefined ? {} : { states }).talks(talks());

describe('always a way out', () => {
  it.each(ROWS.map((row) => [row[0], row] as const))('%s', (_, row) => {
    expect(asked(row)).toBe(row[2]);
  });

  it('could not be said of all of these in one word', () => {
    expect(new Set(ROWS.map((row) => row[2]))).toEqual(new Set(['held', 'broken', 'undetermined']));
  });

  it('asks for a whole number of states', () => {
    for (const states of [0, -1, 2.5, NaN]) expect(() => alwaysAWayOut({ states })).toThrow('testing/bad-bound');
  });
});

/** A scenario and events to try in it: whole talks would take too long to print. */
function coursesIn(among: readonly Scenario[]) {
  const places = among.map((_, place) => place);
  return fc.constantFrom(...places).chain((place) => {
    const scenario = among[place]!;
    const events = fc.constantFrom(...homeward(scenario), ...homeward(scenario), ...astray(scenario));
    return fc.tuple(fc.constant(place), fc.array(events, { maxLength: 25 }));
  });
}

/** Talks in which these events have been tried. */
function tried(scenario: Scenario, events: readonly TalksEvent[]): Talks {
  const talks = openTalks(scenario);
  for (const event of events) talks.do(event);
  return talks;
}

const OUTSIDE: readonly TalksEvent['type'][] = ['deal.ended', 'deal.superseded'];

describe('the course that is found', () => {
  const small = [parts, endless, closed(parts), fishingQuota(), labourContract()];

  it('can be gone, to an end, without anybody ending the deal from outside; the talks stay as they are', () => {
    fc.assert(
      fc.property(coursesIn(small), ([place, events]) => {
        const talks = tried(small[place]!, events);
        const before = JSON.stringify(talks.save());
        const { finding, events: found, states } = wayOut(talks, 300);
        expect(JSON.stringify(talks.save())).toBe(before);
        expect(states).toBeLessThanOrEqual(300);
        if (finding !== 'held') {
          expect(found).toEqual([]);
          return;
        }
        const course = talks.fork();
        expect(found.filter((event) => OUTSIDE.includes(event.type) || !course.do(event).accepted)).toEqual([]);
        expect(course.snapshot.status).toBe('done');
      }),
      { numRuns: 25 },
    );
  });

  it('is there wherever another search finds one', () => {
    fc.assert(
      fc.property(coursesIn(small), ([place, events]) => {
        const talks = tried(small[place]!, events);
        const finding = alwaysAWayOut().talks(talks) as Finding;
        if (comesHome(talks) === true) expect(finding).toBe('held');
      }),
      { numRuns: 12 },
    );
  });

  it.each([[{}], [{ asOf: '2024-02-01' }], [{ answers: 'declared' }]] as const)(
    'leads out of the talks on Gaza: %j',
    (options) => {
      expect(alwaysAWayOut().talks(openTalks(gaza2024(), options))).toBe('held');
    },
  );

  it('goes on where one party has accepted, and where nothing may be known yet', () => {
    const early = openTalks(gaza2024(), { asOf: '2024-01-01', start: 'talks' });
    expect(alwaysAWayOut().talks(early)).toBe('held');
    expect(wayOut(play(bridge(), [table('dear'), accept('west')]), 300).events.map((e) => e.type)).toEqual([
      'agreement.concluded',
      'deal.started',
      'phase.ended',
    ]);
  });
});

/** The same talks, and whatever is forked from them, which tell each time that they are asked for all that can happen next. */
function telling(talks: Talks, tell: () => void): Talks {
  return new Proxy(talks, {
    get(target, key) {
      if (key === 'nextEvents') tell();
      if (key === 'fork') return () => telling(target.fork(), tell);
      return Reflect.get(target, key) as unknown;
    },
  });
}

describe('asked again after each event', () => {
  const small = [parts, endless, closed(parts), fishingQuota(), labourContract()];
  /** What each of these finds after each event, one after another. */
  const along = (scenario: Scenario, events: readonly TalksEvent[], laws: () => ReturnType<typeof alwaysAWayOut>) => {
    let asked = 0;
    const talks = telling(openTalks(scenario), () => asked++);
    const findings = [undefined, ...events].map((event) => {
      if (event) talks.do(event);
      return laws().talks(talks.fork());
    });
    return { findings, asked };
  };

  it('finds the same as one that has not been asked before, and looks for a way less often', () => {
    let [once, anew] = [0, 0];
    fc.assert(
      fc.property(coursesIn(small), ([place, events]) => {
        const law = alwaysAWayOut();
        const same = along(small[place]!, events, () => law);
        const fresh = along(small[place]!, events, () => alwaysAWayOut());
        // Where there is none, all has to be looked at each time.
        if (!fresh.findings.includes('broken')) [once, anew] = [once + same.asked, anew + fresh.asked];
        expect(same.findings).toEqual(fresh.findings);
      }),
      // Of fewer, chance decides.
      { numRuns: 16 },
    );
    expect(once * 3).toBeLessThan(anew);
  });

  it('does not hold of a place without a way out for having held of another', () => {
    const law = alwaysAWayOut();
    expect(law.talks(openTalks(parts))).toBe('held');
    expect(law.talks(openTalks(closed(parts)))).toBe('broken');
    expect(law.talks(openTalks(parts))).toBe('held');
  });

  it('looks at no more states for having found a way before', () => {
    const law = alwaysAWayOut({ states: 1 });
    for (const talks of [play(bridge(), [table('plan'), conclude, start, pass(10)]), play(parts, [])])
      expect(law.talks(talks)).toBe(talks.snapshot.status === 'done' ? 'held' : 'undetermined');
  });
});

/** A quay for which stones are owed, as its text has it. */
const quayBy = (text: object) =>
  bridge({
    phases: [{ length: { length: 6, unit: 'weeks' } }],
    offers: {
      plan: {
        by: ['guild'],
        terms: { cost: 40, toll: false },
        phaseCount: 1,
        phases: [{ length: { length: 6, unit: 'weeks' } }],
        text,
      },
    },
  });
const stones = { owedBy: ['east'], to: ['west'], of: 'stones', amount: 4, begins: onDay(7), within: weeks(1) };

describe('the way out of a deal with a text', () => {
  const plain = quayBy({ obligations: { quay: stones } });
  const seen = quayBy({
    bodies: { wardens: { label: 'the wardens' } },
    obligations: { quay: { ...stones, verifier: 'wardens' } },
  });
  const rung = quayBy({
    events: { bell: { label: 'the bell rings' } },
    obligations: { quay: { ...stones, begins: uponEvent('bell') } },
  });
  const optional = quayBy({
    obligations: {
      look: { owedBy: ['guild'], to: ['west'], strength: 'may' },
      quay: { ...stones, begins: uponCompletion('look') },
    },
  });
  const inForce = (scenario: Scenario, ...events: readonly TalksEvent[]) =>
    play(scenario, [table('plan'), conclude, start, ...events]);
  const report = (amount: number, observer?: string): TalksEvent => ({
    type: 'performance.reported',
    obligation: 'quay',
    amount,
    ...(observer !== undefined && { observer }),
  });

  it.each([
    ['nothing done yet', () => inForce(plain)],
    ['before it is in force', () => play(plain, [table('plan'), conclude])],
    ['two who saw less done than is owed', () => inForce(plain, report(2, 'east'), report(3, 'west'))],
    ['all days gone, and something left', () => inForce(plain, pass(42), report(2))],
    [
      'alleged not to be kept',
      () => inForce(plain, pass(20), { type: 'breach.alleged', obligation: 'quay', by: 'west' }),
    ],
    [
      'suspended, and reported on since',
      () => inForce(plain, { type: 'performance.suspended', obligations: ['quay'] }, report(1)),
    ],
    ['seen done by the wrong ones', () => inForce(seen, report(4, 'east'))],
    [
      'found not to be kept',
      () => inForce(seen, pass(20), { type: 'breach.found', obligation: 'quay', by: 'wardens' }),
    ],
    ['waiting for an event', () => inForce(rung)],
    ['waiting for what somebody may do, and need not', () => inForce(optional)],
    ['waiting for that, all days gone', () => inForce(optional, pass(42))],
    ['an accord on a whole river', () => play(twoRivers(), [table('accord'), conclude, start])],
  ] as const)('is found in a few tens of states: %s', (_, talks) => {
    const from = talks();
    const { finding, events } = wayOut(from, 80);
    expect(finding).toBe('held');
    for (const event of events) expect(from.do(event).accepted).toBe(true);
    expect(from.snapshot.status).toBe('done');
  });

  it('is found from wherever courses lead, where a text can always be carried out', () => {
    let [asked, deals, own] = [0, 0, 0];
    fc.assert(
      fc.property(courses(plain, { events: 12 }), (events) => {
        const talks = openTalks(plain);
        for (const event of events) talks.do(event);
        asked++;
        if (talks.deal?.text) deals++;
        const { finding } = wayOut(talks, 80);
        // A text that is drawn may wait for itself, or for what nobody can do: of that alone a search may come to no end.
        const isDrawn = events.some((event) => newOfferIn(event)?.text);
        if (!isDrawn) own++;
        expect(isDrawn ? ['held', 'undetermined'] : ['held']).toContain(finding);
      }),
      runs(40),
    );
    expect(deals).toBeGreaterThan(asked / 8);
    expect(own).toBeGreaterThan(asked / 5);
  });
});
