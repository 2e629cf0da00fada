import type * as z from 'zod/mini';
import { fault, type Fault, type Path } from '../base/fault.js';
import { deepFreeze } from '../base/freeze.js';
import { failure, success, valueOrThrow, type Result } from '../base/result.js';
import type { Offer } from '../offers/offer.js';
import type { LooseDraft, OfferDraft, ScenarioDraft } from './draft.js';
import type { TermDrafts } from './ids.js';
import { normaliseOffer, normaliseScenario } from './normalise.js';
import { checkOfferReferences } from './offer-references.js';
import { evidenceFaults, referenceFaults } from './references.js';
import type { Scenario } from './scenario.js';
import { offerShape, scenarioShape } from './shape.js';

/**
 * Checks a scenario and fills it in: a misspelt id does not compile, and whatever the compiler cannot see is a fault.
 *
 * Returns the wide, frozen {@link Scenario} that every other function takes. Throws a `FaultError` that carries all
 * faults of shape, or if there are none, all faults of reference. {@link checkScenario} returns them instead.
 *
 * @example
 * const scenario = defineScenario({
 *   id: 'fishery',
 *   parties: { north: {}, south: {} },
 *   terms: { catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } } },
 *   positions: {
 *     enough: { party: 'north', title: 'at least 40 tonnes', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
 *   },
 * });
 */
export function defineScenario<
  const T extends TermDrafts,
  const P extends string,
  const S extends string = never,
  const C extends string = never,
  const X extends string = never,
  const N extends string = never,
  const O extends string = never,
>(draft: ScenarioDraft<S, P, T, C, X, N, O>): Scenario {
  return valueOrThrow(checkScenario(draft), `The scenario '${draft.id}' does not hold together.`);
}

/** Checks what may be a scenario draft, from anywhere: all faults of shape at once, and without any, all of reference. */
export function checkScenario(draft: unknown): Result<Scenario> {
  const shaped = scenarioShape().safeParse(draft);
  if (!shaped.success) return failure(shaped.error.issues.flatMap((issue) => shapeFaults(issue, [])));
  // The shape has just been checked; only the ids inside it are wider than the draft's own types.
  const loose = shaped.data as unknown as LooseDraft;
  const early = readingFaults(loose);
  if (early.length > 0) return failure(early);
  const scenario = normaliseScenario(loose);
  const faults = referenceFaults(scenario);
  return faults.length > 0 ? failure(faults) : success(deepFreeze(scenario));
}

/**
 * Checks an offer against a scenario it is not part of, and fills it in.
 *
 * @example
 * const result = checkOffer(scenario, 'counter', { by: ['south'], terms: { catch: 50 } });
 */
export function checkOffer(scenario: Scenario, id: string, draft: OfferDraft): Result<Offer> {
  const shaped = offerShape().safeParse(draft);
  if (!shaped.success) return failure(shaped.error.issues.flatMap((issue) => shapeFaults(issue, [])));
  return checkNormalOffer(scenario, normaliseOffer(id, draft, scenario.basis, scenario.sources));
}

/** Checks an offer already filled in, such as an amended one, against a scenario. */
export function checkNormalOffer(scenario: Scenario, offer: Offer): Result<Offer> {
  const faults = [
    ...checkOfferReferences(scenario, offer, []),
    ...evidenceFaults(offer, Object.keys(scenario.sources)),
  ];
  return faults.length > 0 ? failure(faults) : success(deepFreeze(offer));
}

/** A position has a condition or readings of one. The types say so; a file may not. */
function readingFaults(draft: LooseDraft): readonly Fault[] {
  return Object.entries(draft.positions).flatMap(([id, position]) => {
    const conditions = (position.condition ? 1 : 0) + (position.readings ? 1 : 0);
    const empty = position.readings && Object.keys(position.readings).length === 0;
    if (conditions === 1 && !empty) return [];
    return [
      fault('scenario/shape', ['positions', id], `The position '${id}' needs either a condition or at least one reading with a condition.`, {
        conditions,
      }),
    ];
  });
}

type Issue = z.core.$ZodIssue;

/** A fault for each thing that zod found; of a union, what is wrong with the alternative that came nearest. */
function shapeFaults(issue: Issue, above: Path): readonly Fault[] {
  const path = [...above, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.reduce((best, errors) => (depth(errors) > depth(best) ? errors : best));
    if (depth(nearest) > 0) return nearest.flatMap((inner) => shapeFaults(inner, path));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      fault('scenario/unknown-key', [...path, key], `'${key}' is no key of this record: take it out, or correct its spelling.`, { key }),
    );
  }
  const place = path.length > 0 ? `'${path.join('.')}'` : 'The whole';
  return [fault('scenario/shape', path, `${place} has the wrong shape: ${describe(issue)}.`, { issue: issue.code })];
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((i) => i.path.length + (i.code === 'invalid_union' ? Math.max(0, ...i.errors.map(depth)) : 0)));
}

function describe(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `it should be a ${issue.expected}`;
    case 'invalid_value':
      return `it should be ${issue.values.map((v) => `'${String(v)}'`).join(' or ')}`;
    case 'invalid_union':
      return 'it is none of the forms that may stand here';
    case 'too_small':
      return `it should be at least ${issue.minimum}`;
    case 'too_big':
      return `it should be at most ${issue.maximum}`;
    default:
      return issue.message || 'it cannot be read';
  }
}
