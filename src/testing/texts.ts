import type { Arbitrary } from 'fast-check';
import { deepFreeze } from '../base/freeze.js';
import type { Offer } from '../offers/offer.js';
import { phaseEnd, phaseStart } from '../offers/text/text.js';
import {
  earliestOf,
  latestOf,
  onDay,
  START,
  uponCompletion,
  uponEvent,
  uponFinding,
  uponStart,
  type TriggerDraft,
} from '../offers/text/trigger.js';
import { normaliseText } from '../scenario/normalise-text.js';
import type { Scenario } from '../scenario/scenario.js';
import type { ObligationDraft, TextDraft } from '../scenario/text-draft.js';
import { fromSteps, inSteps } from '../terms/decimal.js';
import { days } from '../terms/length.js';
import { pathsOf } from '../terms/term.js';
import { complexityOf, isSimpler } from './complexity.js';
import { fc } from './fast-check.js';
import { printedDeal } from './print/printed-deal.js';
import { shrinkingBy } from './shrinking-by.js';

/** The most obligations of a text that is drawn, days of a count, and steps of an amount. */
const [MOST_DUTIES, MOST_DAYS, MOST_STEPS] = [4, 60, 100];

/** The same offers, each with a text. */
export function withTexts(scenario: Scenario, offers: Arbitrary<Offer>): Arbitrary<Offer> {
  const drawn = fc.tuple(offers, texts(scenario)).map(([offer, draft]) => {
    return deepFreeze(printedDeal(scenario, { ...offer, text: normaliseText(draft, offer) }));
  });
  return shrinkingBy(drawn, (a, b) => isSimpler(complexityOf(scenario, a), complexityOf(scenario, b)));
}

/**
 * Texts of a few obligations that can be written down for a scenario, and may be as wrong as that allows: circles, windows
 * that close first, phases that follow, overlap and are extended. They shrink towards one obligation with nothing said of it.
 */
function texts(scenario: Scenario): Arbitrary<TextDraft> {
  const parties = Object.keys(scenario.parties);
  const { most } = scenario.space.phases;
  const names = Array.from({ length: MOST_DUTIES }, (_, i) => dutyId(scenario, i + 1));
  const events = [START, ...Array.from({ length: most }, (_, i) => [phaseStart(i + 1), phaseEnd(i + 1)]).flat()];
  const trigger = triggers(events);
  const maybe = <T>(of: Arbitrary<T>) => fc.option(of, { nil: undefined });
  const duty = fc.record({
    owedBy: fc.constantFrom(...parties),
    verifier: maybe(fc.constantFrom(...parties)),
    strength: fc.constantFrom('shall' as const, 'may' as const),
    kind: fc.constantFrom('once' as const, 'recurring' as const, 'refrain' as const),
    begins: maybe(trigger),
    until: maybe(trigger),
    within: maybe(fc.nat({ max: MOST_DAYS })),
    times: maybe(fc.integer({ min: 1, max: 4 })),
    perPhase: fc.boolean(),
    phase: maybe(fc.integer({ min: 1, max: most })),
    amount: maybe(amounts(scenario)),
  });
  const later = fc.record({
    begins: maybe(trigger),
    extension: maybe(fc.integer({ min: 1, max: MOST_DAYS })),
    talks: maybe(fc.record({ begin: maybe(trigger), end: maybe(trigger), otherwise: fc.boolean() })),
  });
  return fc
    .tuple(
      fc.array(duty, { minLength: 1, maxLength: MOST_DUTIES }),
      fc.array(later, { maxLength: Math.min(most - 1, 2) }),
    )
    .map(([duties, phases]): TextDraft => {
      const ids = names.slice(0, duties.length);
      const set = <K extends string>(key: K, draw: Drawn | undefined) =>
        (draw ? { [key]: draw(ids) } : {}) as { readonly [key in K]?: TriggerDraft };
      const obligations = duties.map((drawn, i): readonly [string, ObligationDraft] => [
        ids[i] ?? '',
        {
          owedBy: [drawn.owedBy],
          ...(drawn.verifier !== undefined && { verifier: drawn.verifier }),
          ...(drawn.strength !== 'shall' && { strength: drawn.strength }),
          ...(drawn.kind !== 'once' && { kind: drawn.kind }),
          ...(drawn.kind === 'recurring' && recurs(drawn)),
          ...set('begins', drawn.begins),
          ...set('until', drawn.until),
          ...(drawn.within !== undefined && { within: days(drawn.within) }),
          ...(drawn.phase !== undefined && { phase: drawn.phase }),
          ...drawn.amount,
        },
      ]);
      const ordinals = phases.map((phase, i) => ({ ...phase, n: i + 2 }));
      const talks = ordinals.flatMap(({ n, talks: on }) =>
        on
          ? [
              [
                `talks-${n}`,
                {
                  on: n,
                  ...set('begin', on.begin),
                  ...set('end', on.end),
                  ...(on.otherwise && { otherwise: 'as before' }),
                },
              ] as const,
            ]
          : [],
      );
      const clauses = ordinals.flatMap(({ n, begins, extension }) =>
        begins || extension !== undefined
          ? [
              [
                String(n),
                {
                  ...set('begins', begins),
                  ...(extension !== undefined && {
                    extensions: [{ how: 'by consent', unit: days(extension), times: 1 } as const],
                  }),
                },
              ] as const,
            ]
          : [],
      );
      return {
        obligations: Object.fromEntries(obligations),
        ...(talks.length > 0 && { talks: Object.fromEntries(talks) }),
        ...(clauses.length > 0 && { phases: Object.fromEntries(clauses) }),
      };
    });
}

interface Recurring {
  readonly times: number | undefined;
  readonly perPhase: boolean;
  readonly phase: number | undefined;
}

/** How something comes round: once a phase, or every week, so often or without an end. */
function recurs({ times, perPhase, phase }: Recurring) {
  // What belongs to one phase does not come round with each.
  if (perPhase && phase === undefined) return { perPhase };
  return { every: days(7), ...(times !== undefined && { times }) };
}

/** A trigger, once it is known which obligations there are. */
type Drawn = (ids: readonly string[]) => TriggerDraft;

function triggers(events: readonly string[]): Arbitrary<Drawn> {
  const event = fc.constantFrom(...events);
  const nth = fc.nat({ max: MOST_DUTIES - 1 });
  const n = fc.nat({ max: MOST_DAYS });
  const one = (ids: readonly string[], i: number) => ids[i % ids.length] ?? '';
  const simple: Arbitrary<Drawn> = fc.oneof(
    fc.tuple(n, event).map(
      ([day, from]): Drawn =>
        () =>
          onDay(day, { from }),
    ),
    fc.tuple(event, n).map(
      ([id, late]): Drawn =>
        () =>
          late === 0 ? uponEvent(id) : uponEvent(id, days(late)),
    ),
    nth.map(
      (i): Drawn =>
        (ids) =>
          uponCompletion(one(ids, i)),
    ),
    fc.tuple(nth, n).map(
      ([i, late]): Drawn =>
        (ids) =>
          uponStart(one(ids, i), days(late)),
    ),
    fc.tuple(nth, n).map(
      ([i, late]): Drawn =>
        (ids) =>
          uponFinding(one(ids, i), days(late)),
    ),
  );
  const several = fc.tuple(fc.constantFrom(earliestOf, latestOf), simple, simple).map(
    ([of, a, b]): Drawn =>
      (ids) =>
        of(a(ids), b(ids)),
  );
  return fc.oneof({ weight: 4, arbitrary: simple }, { weight: 1, arbitrary: several });
}

/** So much of a quantity, or of a category of one; nothing where the scenario has none that can be given. */
function amounts({ terms }: Scenario): Arbitrary<Pick<ObligationDraft, 'of' | 'amount'>> {
  const given = Object.entries(terms).flatMap(([id, term]) => {
    if (term.kind !== 'quantity') return [];
    const least = Math.max(0, Math.ceil(inSteps(term.bounds.least, term.step)));
    const most = term.bounds.most === undefined ? Infinity : Math.floor(inSteps(term.bounds.most, term.step));
    if (most < least) return [];
    const figures = fc.integer({ min: least, max: Math.min(most, least + MOST_STEPS) });
    return pathsOf(id, term).map((of) => figures.map((steps) => ({ of, amount: fromSteps(steps, term.step) })));
  });
  return given.length > 0 ? fc.oneof(...given) : fc.constant({});
}

/** An id for an obligation that names no quantity. */
function dutyId({ terms }: Scenario, n: number): string {
  let id = `duty-${n}`;
  while (Object.hasOwn(terms, id)) id += '-of-the-text';
  return id;
}
