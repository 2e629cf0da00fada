import fc from 'fast-check';
import {
  days,
  defineScenario,
  onDay,
  schedule,
  uponCompletion,
  uponEvent,
  type ObligationDraft,
  type TriggerDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../../support/seed.js';
import { runs } from '../../laws/runs.js';

/*
 * When phases that follow, overlap or run from one anchor make things due, written apart from what the page of the design
 * and the docstrings say: the first phase begins with entry into force, another with the end of the one before, unless the
 * text words it; each lasts as long as it is long. What hangs on another obligation is planned for when that is last due.
 */

/** When something begins: so long after a phase begins or ends, or after an obligation before it. */
type Begins =
  | { readonly phase: number; readonly end: boolean; readonly after: number }
  | { readonly duty: number; readonly after: number };

interface Drawn {
  readonly lengths: readonly number[];
  /** So long after the entry into force, where the first phase does not begin with that. */
  readonly first: number | undefined;
  /** Of the second phase and the third; one that follows has none. */
  readonly begins: readonly (Extract<Begins, { phase: number }> | undefined)[];
  readonly duties: readonly { readonly begins: Begins; readonly within: number; readonly phase: number }[];
}

const after = fc.nat(12);
/** From a phase before the one at this place, so that none waits for itself. */
const from = (most: number) => fc.record({ phase: fc.integer({ min: 1, max: most }), end: fc.boolean(), after });

const drawn: fc.Arbitrary<Drawn> = fc.record<Drawn>({
  lengths: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 3, maxLength: 3 }),
  first: fc.option(after, { nil: undefined, freq: 2 }),
  begins: fc.tuple(...[1, 2].map((most) => fc.option(from(most), { nil: undefined, freq: 2 }))),
  duties: fc.tuple(
    ...[0, 1, 2, 3].map((i) =>
      fc.record({
        begins:
          i === 0 ? from(3) : fc.oneof<fc.Arbitrary<Begins>[]>(from(3), fc.record({ duty: fc.nat(i - 1), after })),
        within: fc.nat(9),
        phase: fc.integer({ min: 1, max: 3 }),
      }),
    ),
  ),
});

/** The days of the plan, from the day of entry into force on. */
function planned({ lengths, first = 0, begins, duties }: Drawn) {
  const starts: number[] = [first];
  const ends: number[] = [first + lengths[0]!];
  const dayOf = (when: Begins, dues: readonly number[]): number => {
    if ('duty' in when) return dues[when.duty]! + when.after;
    return (when.end ? ends : starts)[when.phase - 1]! + when.after;
  };
  for (const [i, worded] of begins.entries()) {
    const start = worded ? dayOf(worded, []) : ends[i]!;
    starts.push(start);
    ends.push(start + lengths[i + 1]!);
  }
  const dues: number[] = [];
  const opens: number[] = [];
  for (const duty of duties) {
    opens.push(dayOf(duty.begins, dues));
    dues.push(opens.at(-1)! + duty.within);
  }
  return { opens, dues };
}

const name = (i: number) => `duty-${i}`;

function triggerOf(when: Begins): TriggerDraft {
  if ('duty' in when) return uponCompletion(name(when.duty), days(when.after));
  const event = when.end ? `phase${when.phase}.end` : `phase${when.phase}`;
  // Two ways of saying the same.
  return when.after % 2 === 0 ? onDay(when.after, { from: event }) : uponEvent(event, days(when.after));
}

function scenarioOf({ lengths, first, begins, duties }: Drawn) {
  const obligations = duties.map((duty, i): [string, ObligationDraft] => [
    name(i),
    { owedBy: ['north'], phase: duty.phase, begins: triggerOf(duty.begins), within: days(duty.within) },
  ]);
  const phases = begins.flatMap((worded, i) =>
    worded ? [[String(i + 2), { begins: triggerOf(worded) }] as const] : [],
  );
  return defineScenario({
    id: 'phased',
    parties: { north: {} },
    terms: { grain: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } } },
    space: { phases: { least: 1, most: 3 } },
    positions: {},
    offers: {
      deal: {
        phaseCount: 3,
        phases: lengths.map((length) => ({ length: days(length) })),
        text: {
          obligations: Object.fromEntries(obligations),
          phases: {
            ...(first !== undefined && { 1: { begins: uponEvent('start', days(first)) } }),
            ...Object.fromEntries(phases),
          },
        },
      },
    },
  });
}

describe('a text of several phases, and a model of its days written apart', () => {
  it('make the same due on the same days, whether phases follow, overlap or run from one anchor', () => {
    let [overlapping, apart, later] = [0, 0, 0];
    fc.assert(
      fc.property(drawn, (deal) => {
        const { opens, dues } = planned(deal);
        const laidOut = new Map(schedule(scenarioOf(deal), 'deal').duties.map((duty) => [duty.obligation, duty]));
        const found = deal.duties.map((_, i) => [laidOut.get(name(i))?.opens?.day, laidOut.get(name(i))?.due?.day]);
        expect(found).toEqual(opens.map((day, i) => [day, dues[i]]));
        const [second] = deal.begins;
        if (second && !second.end && second.after < deal.lengths[0]!) overlapping++;
        if (second?.end === true && second.after > 0) apart++;
        if (deal.first !== undefined) later++;
      }),
      runs(200),
    );
    expect(Math.min(overlapping, apart, later)).toBeGreaterThan(5);
  });
});
