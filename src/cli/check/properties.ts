import { fault, isFaultError, type Fault } from '../../base/fault.js';
import { isRecord, show } from '../../base/plain.js';
import { didYouMean } from '../../base/spelling.js';
import type { Condition } from '../../positions/condition.js';
import type { Scenario } from '../../scenario/scenario.js';
import { draftAmong, type Among } from '../../testing/among.js';
import type { DealInvariant } from '../../testing/invariant.js';
import { acceptancesOnRecord } from '../../testing/laws/acceptances-on-record.js';
import { alwaysAWayOut } from '../../testing/laws/always-a-way-out.js';
import { dueInOrder } from '../../testing/laws/due-in-order.js';
import { everyDeferralSaysWhatOtherwise } from '../../testing/laws/every-deferral-says-what-otherwise.js';
import { everyNegotiatedPhaseHasAFallback } from '../../testing/laws/every-negotiated-phase-has-a-fallback.js';
import { faultsIn } from '../../testing/laws/fitting.js';
import { fulfilledOnlyWhenSettled } from '../../testing/laws/fulfilled-only-when-settled.js';
import { inOrder } from '../../testing/laws/in-order.js';
import { neverMoreThanHeld } from '../../testing/laws/never-more-than-held.js';
import { neverMoreOwedThanHeld } from '../../testing/laws/never-more-owed-than-held.js';
import { nothingDoneBeforeItsTrigger } from '../../testing/laws/nothing-done-before-its-trigger.js';
import { nothingDueBeforeItsTrigger } from '../../testing/laws/nothing-due-before-its-trigger.js';
import { observersNeverMerged } from '../../testing/laws/observers-never-merged.js';
import { ratioWithin } from '../../testing/laws/ratio-within.js';
import { somethingDueWithin } from '../../testing/laws/something-due-within.js';
import { textHoldsTogether } from '../../testing/laws/text-holds-together.js';
import { checkShape } from '../../scenario/shape-faults.js';
import { conditionShape } from '../../positions/shape.js';
import { BadInput } from '../bad-input.js';
import { readText } from '../files/read-text.js';
import { readValue } from '../files/scenario-file.js';

/** What a law is given besides its name, as a file says it: the law itself says what is wrong with it. */
type Given = Readonly<Record<string, never>>;

/** The ready laws by name, each made of what stands beside its name. */
const LAWS: Readonly<Record<string, (scenario: Scenario, given: Given) => DealInvariant>> = {
  acceptancesOnRecord: () => acceptancesOnRecord(),
  alwaysAWayOut: (_, { states }) => alwaysAWayOut(states === undefined ? {} : { states }),
  everyDeferralSaysWhatOtherwise: () => everyDeferralSaysWhatOtherwise(),
  everyNegotiatedPhaseHasAFallback: (_, { term }) => everyNegotiatedPhaseHasAFallback(String(term)),
  dueInOrder: (_, { first, then }) => dueInOrder(String(first), String(then)),
  fulfilledOnlyWhenSettled: () => fulfilledOnlyWhenSettled(),
  inOrder: (_, { first, then }) => inOrder(String(first), String(then)),
  neverMoreThanHeld: (scenario, { of, held }) => neverMoreThanHeld(scenario, String(of), String(held)),
  neverMoreOwedThanHeld: (scenario, { of, held }) => neverMoreOwedThanHeld(scenario, String(of), String(held)),
  nothingDoneBeforeItsTrigger: () => nothingDoneBeforeItsTrigger(),
  nothingDueBeforeItsTrigger: () => nothingDueBeforeItsTrigger(),
  observersNeverMerged: () => observersNeverMerged(),
  ratioWithin: (scenario, { of, per, ...bounds }) => ratioWithin(scenario, String(of), String(per), bounds),
  somethingDueWithin: (_, { days }) => somethingDueWithin(days ?? NaN),
  textHoldsTogether: (_, { codes }) => (codes === undefined ? textHoldsTogether() : textHoldsTogether([codes].flat())),
};

/**
 * What to ask of what completes an offer, or of all offers: the scenario's norms, where the offer defers something that this
 * says what happens otherwise, and the properties of a file.
 */
export async function propertiesOf(
  folder: string,
  scenario: Scenario,
  file: string | undefined,
): Promise<(among: Among) => readonly DealInvariant[]> {
  const norms = Object.values(scenario.invariants).map(({ title, condition }): DealInvariant => ({ title, condition }));
  const own = file === undefined ? [] : await propertiesIn(folder, scenario, file);
  const later = everyDeferralSaysWhatOtherwise();
  return (among) => {
    const draft = draftAmong(scenario, among);
    const defers = draft !== undefined && later.speaksOf?.(draft, scenario) === true;
    return [...norms, ...(defers ? [later] : []), ...own];
  };
}

async function propertiesIn(folder: string, scenario: Scenario, file: string): Promise<readonly DealInvariant[]> {
  const text = readText(folder, file);
  const read = await readValue(file, text);
  const made = read.ok ? propertiesMade(scenario, read.value) : read.faults;
  if (made.every((one): one is DealInvariant => !('code' in one))) return made;
  const { placed } = await import('../files/yaml.js');
  throw new BadInput(
    placed(
      made.filter((one): one is Fault => 'code' in one),
      file,
      text,
    ),
  );
}

function propertiesMade(scenario: Scenario, value: unknown): readonly (DealInvariant | Fault)[] {
  if (Array.isArray(value)) return value.flatMap((entry: unknown, i) => propertyOf(scenario, entry, i));
  return [fault('cli/no-properties', [], 'Properties are a list: begin each with a dash.')];
}

/** One property: a condition, or a law by its name; or what is wrong with it. */
function propertyOf(scenario: Scenario, entry: unknown, i: number): readonly (DealInvariant | Fault)[] {
  // Looked at key by key.
  const { law, condition, title, ...given } = (isRecord(entry) ? entry : {}) as Readonly<Record<string, unknown>>;
  const at = (faults: readonly Fault[], ...keys: readonly string[]) =>
    faults.map((one) => ({ ...one, path: [i, ...keys, ...one.path] }));
  if (condition !== undefined) {
    const shaped = checkShape(conditionShape(), condition);
    const faults: readonly Fault[] = shaped.ok ? faultsIn(scenario, shaped.value) : shaped.faults;
    if (faults.length > 0) return at(faults, 'condition');
    return [{ ...(typeof title === 'string' && { title }), condition: condition as Condition }];
  }
  const make = typeof law === 'string' && Object.hasOwn(LAWS, law) ? LAWS[law] : undefined;
  if (!make) {
    const way =
      typeof law === 'string' ? didYouMean(law, Object.keys(LAWS)) : 'Give a condition, or a law by its name.';
    return at([
      fault('cli/unknown-law', law === undefined ? [] : ['law'], `There is no law called ${show(law)}. ${way}`),
    ]);
  }
  try {
    return [make(scenario, given as Given)];
  } catch (error) {
    if (!isFaultError(error)) throw error;
    return at(error.faults);
  }
}
