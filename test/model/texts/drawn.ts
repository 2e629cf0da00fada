import fc from 'fast-check';
import {
  days,
  defineScenario,
  earliestOf,
  latestOf,
  onDay,
  uponCompletion,
  uponEvent,
  whenCertified,
  whenTotal,
  type ObligationDraft,
  type Scenario,
  type TalksEvent,
  type TriggerDraft,
} from 'sticking-points';

export const IDS = ['a', 'b', 'c', 'd'] as const;
export const PARTIES = ['north', 'south'] as const;

/** The day on which each deal starts, and how long its one phase lasts. */
export const STARTS = '2030-03-01';
export const LASTS = 20;

/** An obligation as the model reads it. */
export interface Duty {
  readonly kind: 'once' | 'refrain';
  readonly strength: 'shall' | 'aims to' | 'may';
  readonly owedBy: 'north' | 'south';
  readonly isTo: boolean;
  readonly verifier: 'board' | 'north' | undefined;
  /** Tonnes; one act, where there is none. */
  readonly tonnes: number | undefined;
  readonly begins: Begins;
  readonly within: number;
}

export type Begins =
  | { readonly on: number }
  | { readonly flood: number }
  | { readonly completed: string; readonly after: number }
  | { readonly certified: true }
  | { readonly total: readonly string[]; readonly reaches: number }
  | { readonly first: readonly Begins[] }
  | { readonly last: readonly Begins[] };

export type Duties = Readonly<Record<string, Duty>>;

/** A begin that hangs only on obligations before it, so that none waits for itself. */
function begins(before: readonly string[]): fc.Arbitrary<Begins> {
  const simple: readonly fc.Arbitrary<Begins>[] = [
    fc.record({ on: fc.nat(12) }),
    fc.record({ flood: fc.nat(3) }),
    fc.constant<Begins>({ certified: true }),
    ...(before.length > 0
      ? [
          fc.record({ completed: fc.constantFrom(...before), after: fc.nat(4) }),
          fc.record({ total: fc.subarray([...before], { minLength: 1 }), reaches: fc.integer({ min: 1, max: 8 }) }),
        ]
      : []),
  ];
  const one = fc.oneof(...simple);
  const two = fc.array(one, { minLength: 2, maxLength: 2 });
  return fc.oneof(
    { weight: 3, arbitrary: one },
    { weight: 1, arbitrary: two.map((first) => ({ first })) },
    { weight: 1, arbitrary: two.map((last) => ({ last })) },
  );
}

export const anyDuties: fc.Arbitrary<Duties> = fc
  .tuple(
    ...IDS.map((_, i) =>
      fc.record<Duty>({
        kind: fc.constantFrom('once', 'once', 'once', 'refrain'),
        strength: fc.constantFrom('shall', 'shall', 'shall', 'aims to', 'may'),
        owedBy: fc.constantFrom(...PARTIES),
        isTo: fc.boolean(),
        verifier: fc.constantFrom('board', 'north', undefined),
        tonnes: fc.constantFrom(undefined, 4, 6),
        begins: begins(IDS.slice(0, i)),
        within: fc.constantFrom(0, 1, 3, 7),
      }),
    ),
  )
  .chain((all) => fc.integer({ min: 1, max: IDS.length }).map((n) => all.slice(0, n)))
  .map((all) => Object.fromEntries(all.map((duty, i) => [IDS[i] ?? '', duty])));

const other = (party: string) => (party === 'north' ? 'south' : 'north');

function triggerOf(when: Begins): TriggerDraft {
  if ('on' in when) return onDay(when.on);
  if ('flood' in when) return uponEvent('flood', days(when.flood));
  if ('completed' in when) return uponCompletion(when.completed, days(when.after));
  if ('certified' in when) return whenCertified('counted');
  if ('total' in when) return whenTotal(when.total, when.reaches);
  if ('first' in when) return earliestOf(...when.first.map(triggerOf));
  return latestOf(...when.last.map(triggerOf));
}

/** A deal of one phase with a text of these duties, which both parties have written. */
export function scenarioOf(duties: Duties): Scenario {
  const obligations = Object.entries(duties).map(([id, duty]): [string, ObligationDraft] => [
    id,
    {
      kind: duty.kind,
      strength: duty.strength,
      owedBy: [duty.owedBy],
      ...(duty.isTo && { to: [other(duty.owedBy)] }),
      ...(duty.verifier && { verifier: duty.verifier }),
      ...(duty.tonnes !== undefined && duty.kind === 'once' && { of: 'grain', amount: duty.tonnes }),
      begins: triggerOf(duty.begins),
      within: days(duty.within),
    },
  ]);
  return defineScenario({
    id: 'carried',
    parties: { north: {}, south: {} },
    terms: { grain: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } } },
    space: { phases: { least: 1, most: 1 } },
    positions: {},
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: days(LASTS) }],
        text: {
          bodies: { board: { members: ['north', 'south'] } },
          events: { flood: {} },
          certifications: { counted: { by: 'board' } },
          obligations: Object.fromEntries(obligations),
        },
      },
    },
  });
}

/** Anything that may be reported while it is carried out: most of it of obligations there are. */
export function anyReports(duties: Duties): fc.Arbitrary<readonly TalksEvent[]> {
  const id = fc.constantFrom(...Object.keys(duties));
  const by = fc.subarray<string>([...PARTIES]);
  const amount = fc.constantFrom(undefined, 1, 2, 4);
  const optional = (n: number | undefined) => (n === undefined ? {} : { amount: n });
  const votes = fc.constantFrom(
    {},
    { votes: { north: 'for', south: 'for' } } as const,
    { votes: { north: 'for', south: 'against' } } as const,
    { votes: { east: 'for' } } as const,
  );
  const done = fc
    .tuple(id, fc.nat(7), fc.constantFrom(undefined, 'board', 'north', 'south'), fc.boolean())
    .map(([obligation, n, observer, whole]): TalksEvent => ({
      type: 'performance.reported',
      obligation,
      amount: whole ? (duties[obligation]?.tonnes ?? 1) : n,
      ...(observer !== undefined && { observer }),
    }));
  const event: fc.Arbitrary<TalksEvent> = fc.oneof(
    { weight: 5, arbitrary: done },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }).map((n): TalksEvent => ({ type: 'days.passed', days: n })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(id, by, amount)
        .map(([obligation, who, n]): TalksEvent => ({
          type: 'performance.waived',
          obligation,
          by: who,
          ...optional(n),
        })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(id, amount)
        .map(([obligation, n]): TalksEvent => ({ type: 'performance.excused', obligation, ...optional(n) })),
    },
    { weight: 1, arbitrary: id.map((obligation): TalksEvent => ({ type: 'performance.withheld', obligation })) },
    {
      weight: 1,
      arbitrary: fc.tuple(id, fc.integer({ min: 0, max: 25 }), by).map(([obligation, n, who]): TalksEvent => ({
        type: 'performance.postponed',
        obligation,
        to: `2030-03-${String(n + 1).padStart(2, '0')}`,
        by: who,
      })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom<'performance.suspended' | 'performance.resumed'>(
            'performance.suspended',
            'performance.resumed',
          ),
          fc.uniqueArray(id, { minLength: 1, maxLength: 2 }),
        )
        .map(([type, obligations]): TalksEvent => ({ type, obligations })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom<'breach.alleged' | 'breach.cured'>('breach.alleged', 'breach.cured'),
          id,
          fc.constantFrom(undefined, ...PARTIES),
        )
        .map(([type, obligation, who]): TalksEvent => ({ type, obligation, ...(who !== undefined && { by: who }) })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(id, fc.constantFrom('board', 'north'), votes)
        .map(([obligation, who, cast]): TalksEvent => ({ type: 'breach.found', obligation, by: who, ...cast })),
    },
    { weight: 1, arbitrary: fc.constant<TalksEvent>({ type: 'event.happened', event: 'flood' }) },
    {
      weight: 1,
      arbitrary: votes.map((cast): TalksEvent => ({ type: 'certification.given', certification: 'counted', ...cast })),
    },
    { weight: 1, arbitrary: fc.constant<TalksEvent>({ type: 'phase.ended', phase: 1 }) },
  );
  const noise = fc.array(event, { maxLength: 4 });
  const settling = Object.entries(duties).flatMap(([obligation, duty]): TalksEvent[] =>
    duty.kind === 'refrain'
      ? []
      : [
          {
            type: 'performance.reported',
            obligation,
            amount: duty.tonnes ?? 1,
            ...(duty.verifier && { observer: duty.verifier }),
          },
        ],
  );
  // Everything is done, in some order, and days pass; now and then something comes between.
  const pass = (n: number): TalksEvent => ({ type: 'days.passed', days: n });
  const through = fc
    .tuple(noise, fc.shuffledSubarray(settling, { minLength: Math.max(0, settling.length - 1) }), noise, fc.boolean())
    .map(([before, done, after, isLast]) =>
      isLast ? [...before, pass(LASTS + 1), ...after, ...done] : [...before, ...done, pass(7), ...after, pass(LASTS)],
    );
  return fc.oneof({ weight: 2, arbitrary: fc.array(event, { maxLength: 25 }) }, { weight: 1, arbitrary: through });
}
