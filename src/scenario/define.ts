import { fault, type Fault } from '../base/fault.js';
import { deepFreeze } from '../base/freeze.js';
import { printable } from '../base/printable.js';
import { failure, success, valueOrThrow, type Result } from '../base/result.js';
import type { LooseDraft, ScenarioDraft } from './draft.js';
import type { CheckedTerms, TermDrafts } from './ids.js';
import { normaliseScenario } from './normalise.js';
import { withTitles } from './normalise-position.js';
import { referenceFaults } from './references.js';
import type { Scenario } from './scenario.js';
import { scenarioShape } from './shape.js';
import { checkShape } from './shape-faults.js';

/**
 * Checks a scenario and fills it in: a misspelt id does not compile, and whatever the compiler cannot see is a fault.
 *
 * Returns the wide, frozen {@link Scenario} that every other function takes. Throws a `FaultError` that carries all
 * faults of shape, or if there are none, all faults of reference. {@link checkScenario} returns them instead, and lists
 * their codes. The examples in this library's docstrings speak of the scenario that stands here.
 *
 * @example
 * const scenario = defineScenario({
 *   id: 'lake',
 *   parties: { north: {}, south: {} },
 *   terms: {
 *     catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } },
 *     observer: { kind: 'flag' },
 *   },
 *   positions: {
 *     enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
 *     limit: { party: 'south', rigidity: 'red line', condition: { kind: 'compare', of: 'catch', op: '<=', line: 60 } },
 *     watched: { party: 'south', rigidity: 'demand', condition: { kind: 'flag', of: 'observer', is: true } },
 *   },
 *   offers: {
 *     'first-offer': { by: ['south'], terms: { catch: 30, observer: true } },
 *     counter: { by: ['north'], terms: { catch: 50 } },
 *   },
 * });
 * const first = scenario.offers['first-offer'];
 * const counter = scenario.offers['counter'];
 */
export function defineScenario<
  const T extends TermDrafts,
  const P extends string,
  const S extends string = never,
  const C extends string = never,
  const X extends string = never,
  const N extends string = never,
  const F extends Readonly<Record<string, unknown>> = {},
  const R extends string = never,
  const K extends string = never,
>(draft: ScenarioDraft<S, P, T, C, X, N, F, R, K> & { readonly terms: CheckedTerms<NoInfer<T>> }): Scenario {
  // What JavaScript hands in may be anything: its faults are the result's, not a TypeError of this sentence.
  const id: unknown = Object.getOwnPropertyDescriptor(Object(draft), 'id')?.value;
  const name = typeof id === 'string' ? ` '${printable(id)}'` : '';
  return valueOrThrow(checkScenario(draft), `The scenario${name} does not hold together.`);
}

/**
 * Checks what may be a scenario draft, from anywhere: all faults of shape at once, and without any, all of reference.
 *
 * Codes of shape: `scenario/shape`, `scenario/unknown-key`, `scenario/too-deep`, `scenario/too-big`, `scenario/computed`.
 * Of reference: `scenario/unknown-term`, and so on for whatever else has an id; `scenario/…`, `space/…`, `term/…`,
 * `amount/…`, `condition/…` and `offer/…` for what cannot be so, such as `term/contradictory-bounds` or
 * `offer/contradiction`.
 *
 * @example
 * const result = checkScenario({
 *   id: 'lake',
 *   parties: { north: {} },
 *   terms: { catch: { kind: 'quantity', unit: 'tonnes' } },
 *   positions: { enough: { party: 'nort', rigidity: 'demand', condition: { kind: 'compare', of: 'cach', op: '>=', line: 4 } } },
 * });
 * const faults = result.ok ? [] : result.faults.map((fault) => fault.code);
 * faults; // ['scenario/unknown-party', 'scenario/unknown-term', …]
 */
export function checkScenario(draft: unknown): Result<Scenario> {
  const shaped = checkShape(scenarioShape(), draft);
  if (!shaped.ok) return shaped;
  // The shape has just been checked; only the ids inside it are wider than the draft's own types.
  const loose = shaped.value as unknown as LooseDraft;
  const early = readingFaults(loose);
  if (early.length > 0) return failure(early);
  const scenario = deepFreeze(normaliseScenario(loose)); // what cannot change is read once, however often it is asked for
  const faults = referenceFaults(scenario, loose);
  return faults.length > 0 ? failure(faults) : success(deepFreeze(withTitles(scenario)));
}

/** A position has a condition or readings of one. The types say so; a file may not. */
function readingFaults(draft: LooseDraft): readonly Fault[] {
  return Object.entries(draft.positions).flatMap(([id, position]) => {
    const conditions = (position.condition ? 1 : 0) + (position.readings ? 1 : 0);
    const empty = position.readings && Object.keys(position.readings).length === 0;
    if (conditions === 1 && !empty) return [];
    return [
      fault(
        'scenario/shape',
        ['positions', id],
        `The position '${id}' needs either a condition or at least one reading with a condition.`,
        {
          conditions,
        },
      ),
    ];
  });
}
