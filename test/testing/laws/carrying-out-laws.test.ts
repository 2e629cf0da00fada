import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atLeast,
  days,
  onDay,
  openTalks,
  progress,
  uponCompletion,
  type DealProgress,
  type DutyProgress,
  type Talks,
  type TalksEvent,
} from 'sticking-points';
import {
  courses,
  FINDINGS,
  fulfilledOnlyWhenSettled,
  nothingDoneBeforeItsTrigger,
  observersNeverMerged,
  type Finding,
  type TalksInvariant,
  type TellsProgress,
} from 'sticking-points/testing';
import '../../support/seed.js';
import { runs } from '../../laws/runs.js';
import { play } from '../../support/play.js';
import { textedScenarios } from '../../support/texted.js';
import { market, withText } from '../../support/texts.js';

const draft = withText(
  {
    bodies: { board: { members: ['hills', 'coast'] } },
    obligations: {
      sale: { owedBy: ['hills'], of: 'money', amount: 10, verifier: 'board', begins: onDay(2), within: days(5) },
      count: { owedBy: ['coast'], begins: uponCompletion('sale'), within: days(3) },
      calm: { owedBy: ['coast'], kind: 'refrain', begins: onDay(0), until: onDay(4) },
      fund: {
        owedBy: ['hills'],
        of: 'money',
        amount: 5,
        strength: 'may',
        begins: onDay(0),
        escrow: { holder: 'fund', released: onDay(6) },
      },
    },
  },
  { id: 'draft', by: ['hills', 'coast'], phases: [{ length: days(10) }], phaseCount: 1 },
);
const scenario = { ...market, offers: { draft } };

const agreed: readonly TalksEvent[] = [{ type: 'offer.tabled', offer: 'draft' }, { type: 'agreement.concluded' }];
const started: readonly TalksEvent[] = [...agreed, { type: 'deal.started', on: '2030-03-01' }];
const pass = (n: number): TalksEvent => ({ type: 'days.passed', days: n });
const seen = (obligation: string, amount: number, observer?: string, on?: string): TalksEvent => ({
  type: 'performance.reported',
  obligation,
  amount,
  ...(observer !== undefined && { observer }),
  ...(on !== undefined && { on }),
});
const after = (...events: readonly TalksEvent[]) => play(scenario, [...started, ...events], { start: 'talks' });

/** Talks in which three saw different things. */
const disputed = () =>
  after(pass(3), seen('sale', 4, 'hills'), seen('sale', 2, 'coast'), seen('sale', 3), seen('sale', 8, 'hills'));
const verified = () => after(pass(3), seen('sale', 4, 'hills'), seen('sale', 9, 'board'), seen('sale', 2, 'coast'));
const fulfilled = () => after(pass(3), seen('sale', 10, 'board'), pass(1), seen('count', 1), pass(7));
const early = () => after(seen('count', 1), pass(1));

/** Talks of whose deal something else is on record. */
function planted(talks: Talks, change: Partial<Record<'state' | 'deal', unknown>>): Talks {
  return Object.create(
    talks,
    Object.fromEntries(Object.entries(change).map(([key, value]) => [key, { value }])),
  ) as Talks;
}

/** Talks with another record of one obligation. */
function recorded(talks: Talks, id: string, change: (reports: readonly object[]) => readonly object[]): Talks {
  const run = talks.deal!.text!;
  const duties = { ...run.duties, [id]: change(run.duties[id] ?? []) };
  return planted(talks, { deal: { ...talks.deal!, text: { ...run, duties } } });
}

/** A function that tells progress wrongly: of one obligation, or as a whole. */
const wrong =
  (of: string, change: (duty: DutyProgress) => Partial<DutyProgress>): TellsProgress =>
  (talks, options) => {
    const told = progress(talks, options);
    const duties = told?.duties.map((duty) => (duty.obligation === of ? { ...duty, ...change(duty) } : duty));
    return told && duties && { ...told, duties };
  };
const wholly =
  (change: (told: DealProgress) => Partial<DealProgress>): TellsProgress =>
  (talks, options) => {
    const told = progress(talks, options);
    return told && { ...told, ...change(told) };
  };

const sumOf = (figures: Readonly<Record<string, number>>) => Object.values(figures).reduce((a, b) => a + b, 0);

type Row = readonly [why: string, talks: () => Talks, finding: Finding, tells?: TellsProgress];

const MERGED: readonly Row[] = [
  ['no deal', () => openTalks(scenario), 'held'],
  ['nobody has reported', () => after(), 'held'],
  ['the lowest counts', disputed, 'held'],
  ['the verifier counts', verified, 'held'],
  ['a late report of an earlier day', () => after(pass(4), seen('sale', 5, 'coast'), seen('sale', 9, 'coast', '2030-03-03')), 'held'], // prettier-ignore
  ['no one figure', () => after(pass(3), { ...seen('sale', 1), amount: atLeast(4) } as TalksEvent), 'undetermined'],
  ['a sum counts', disputed, 'broken', wrong('sale', ({ seen: all }) => ({ done: sumOf(all) }))],
  ['a mean counts', disputed, 'broken', wrong('sale', ({ seen: all }) => ({ done: sumOf(all) / 3 }))],
  ['the highest counts', disputed, 'broken', wrong('sale', () => ({ done: 8 }))],
  ['the verifier is not heard', verified, 'broken', wrong('sale', () => ({ done: 2 }))],
  ['one is left out', disputed, 'broken', wrong('sale', ({ seen: { hills, coast } }) => ({ seen: { hills: hills!, coast: coast! } }))], // prettier-ignore
  ['all saw the same', disputed, 'broken', wrong('sale', ({ seen: all }) => ({ seen: { ...all, hills: 3 } }))],
  ['one view is that of all', disputed, 'broken', (talks) => progress(talks)],
  ['someone who reported is not told of', disputed, 'broken', wholly(() => ({ observers: ['hills', 'coast'] }))],
  ['a report is not on record', () => recorded(disputed(), 'sale', (reports) => reports.slice(1)), 'broken'],
  ['a report is on record as another’s', () => recorded(disputed(), 'sale', ([first, ...rest]) => [{ ...first, observer: 'fund' }, ...rest]), 'broken'], // prettier-ignore
];

const EARLY: readonly Row[] = [
  ['no deal', () => openTalks(scenario), 'held'],
  ['a deal that has not started', () => play(scenario, agreed, { start: 'talks' }), 'held'],
  ['done in its time', fulfilled, 'held'],
  ['done before its trigger, and early', early, 'held'],
  ['kept once its window is over', () => after(pass(6)), 'held'],
  ['set free on its day', () => after(seen('fund', 5), pass(7)), 'held'],
  ['done before its trigger, and in time', early, 'broken', wrong('count', () => ({ when: 'in time' }))],
  ['early, and done since it opened', fulfilled, 'broken', wrong('sale', () => ({ when: 'early' }))],
  ['in time, and done before it opened', () => after(pass(1), seen('sale', 10), pass(3)), 'broken', wrong('sale', () => ({ when: 'in time' }))], // prettier-ignore
  ['done without a report', () => after(pass(3)), 'broken', wrong('sale', () => ({ done: 1 }))],
  ['done before the deal has started', () => play(scenario, agreed, { start: 'talks' }), 'broken', wrong('sale', () => ({ done: 1 }))], // prettier-ignore
  ['reported of a day before the start', () => recorded(early(), 'count', ([first]) => [{ ...first, day: -3 }]), 'broken'], // prettier-ignore
  ['open before its day', () => after(), 'broken', wrong('sale', () => ({ standing: 'open' }))],
  ['open without a day', () => after(), 'broken', wrong('count', () => ({ standing: 'open' }))],
  ['kept before its window is over', () => after(pass(4)), 'broken', wrong('calm', () => ({ standing: 'kept' }))],
  ['set free before its day', () => after(seen('fund', 5), pass(1)), 'broken', wrong('fund', ({ escrow }) => ({ escrow: { ...escrow!, standing: 'released', released: { day: 6 } } }))], // prettier-ignore
  ['days that cannot be compared', () => after(), 'undetermined', wrong('sale', () => ({ standing: 'open', opens: {} }))], // prettier-ignore
];

const ENDED: readonly Row[] = [
  ['no deal', () => openTalks(scenario), 'held'],
  ['not fulfilled', () => after(pass(4)), 'held'],
  ['all that binds is done', fulfilled, 'held'],
  ['what is done was let go', () => after({ type: 'performance.excused', obligation: 'sale', by: ['hills', 'coast'] }, pass(3), { type: 'performance.excused', obligation: 'count', by: ['hills', 'coast'] }, pass(8)), 'held'], // prettier-ignore
  ['fulfilled too soon', () => planted(after(pass(4)), { state: 'fulfilled' }), 'broken'],
  ['what binds is told as not settled', fulfilled, 'broken', wrong('sale', () => ({ settled: false }))],
  ['what does not bind is not settled', fulfilled, 'held', wrong('fund', () => ({ settled: false }))],
  ['settled with less than is owed', fulfilled, 'broken', wrong('sale', () => ({ done: 9 }))],
  ['found not kept', fulfilled, 'broken', wrong('calm', () => ({ found: ['board'] }))],
  ['nothing is told', fulfilled, 'undetermined', () => undefined],
];

describe.each<readonly [string, (tells?: TellsProgress) => TalksInvariant, readonly Row[]]>([
  ['observersNeverMerged', observersNeverMerged, MERGED],
  ['nothingDoneBeforeItsTrigger', nothingDoneBeforeItsTrigger, EARLY],
  ['fulfilledOnlyWhenSettled', fulfilledOnlyWhenSettled, ENDED],
])('%s', (_, law, rows) => {
  it.each(rows.map((row) => [row[0], row] as const))('%s', (_why, [, talks, finding, tells]) => {
    expect(law(tells).talks(talks())).toBe(finding);
  });

  it('is held, is broken and cannot be told somewhere', () => {
    expect(new Set(rows.map((row) => row[2]))).toEqual(new Set(FINDINGS));
  });
});

describe('laws of carrying out', () => {
  it('hang on figures in steps of their unit', () => {
    // Money goes in halves of a million: some of it is one step.
    const talks = after(pass(3), { ...seen('sale', 1), amount: { wording: 'some' } } as TalksEvent);
    const sale = progress(talks)?.duties.find(({ obligation }) => obligation === 'sale');
    expect([sale?.done, sale?.seen]).toEqual([0.5, { '': 0.5 }]);
  });

  it('are all held all along random courses over random texts', () => {
    const met = { reports: 0, several: 0, early: 0, fulfilled: 0 };
    const laws = [observersNeverMerged(), nothingDoneBeforeItsTrigger(), fulfilledOnlyWhenSettled()];
    const drawn = textedScenarios({ positions: 1, terms: 2, phases: 2, bounded: false });
    fc.assert(
      fc.property(
        drawn.chain((one) => courses(one, { events: 40 }).map((events) => ({ one, events }))),
        ({ one, events }) => {
          const talks = openTalks(one);
          for (const event of events) {
            talks.do(event);
            if (!talks.deal?.text) continue;
            expect(laws.map((law) => [law.title, law.talks(talks)])).toEqual(laws.map(({ title }) => [title, 'held']));
            const told = progress(talks);
            if (event.type === 'performance.reported') met.reports++;
            if (told?.duties.some((duty) => Object.keys(duty.seen).length > 1)) met.several++;
            if (told?.duties.some(({ when }) => when === 'early')) met.early++;
            if (talks.state === 'fulfilled') met.fulfilled++;
          }
        },
      ),
      runs(150),
    );
    expect(Math.min(...Object.values(met)), JSON.stringify(met)).toBeGreaterThan(0);
  });
});
