import { fault, type Fault, type Path } from '../base/fault.js';
import { show } from '../base/plain.js';
import { conditionShape } from '../positions/shape.js';
import type { Condition } from '../positions/condition.js';
import { checkShape } from '../scenario/shape-faults.js';
import type { Scenario } from '../scenario/scenario.js';
import { isArbitrary } from './among.js';
import {
  anyWhole,
  badOption,
  cannotBe,
  talksOptions,
  wholeBetween,
  wholeFrom,
  type OptionCheck,
} from './bad-options.js';
import { LONGEST } from './courses/longest.js';
import { faultsIn } from './laws/fitting.js';
import { wholeOfferFaults } from './whole-offer.js';

/** Which of the draws and their simpler ones, by number: `3`, `3:0:12`. */
const PATH = /^(\d{1,9}(:\d{1,9})*)?$/;

/** A path as fast-check gives it, as far as that can be seen without drawing. */
const replayPath: OptionCheck = (value, path) =>
  typeof value === 'string' && PATH.test(value)
    ? []
    : cannotBe(path, value, "give that of a finding's replay, like '3:0:1', or leave it out");

/**
 * What each option of `checkDeal` may be: `testing/bad-option` for what it may not, `testing/bad-invariant` for what is no
 * invariant, `testing/unfit-offer` for a draft that does not fit, and the scenario's own faults for such a condition.
 */
export function dealOptionChecks(scenario: Scenario) {
  return {
    invariants: invariantsOf(scenario),
    among: amongOf(scenario),
    runs: wholeFrom(1),
    seed: anyWhole,
    path: replayPath,
    events: wholeBetween(1, LONGEST),
    talks: talksOptions,
  };
}

/** A list of invariants of this scenario. */
export function invariantsOf(scenario: Scenario): OptionCheck {
  return (invariants, path) =>
    Array.isArray(invariants)
      ? invariants.flatMap((one: unknown, i) => invariantFaults(scenario, one, [...path, i]))
      : cannotBe(path, invariants, 'give a list');
}

/** Something that offers can be drawn among, as far as it can be seen without drawing. */
function amongOf(scenario: Scenario): OptionCheck {
  return (among, path) => {
    if (among === 'offers' || among === 'deals' || isArbitrary(among)) return [];
    if (!isRecord(among) || !('completing' in among)) {
      const wayOut = "say 'offers' or 'deals', name a draft with { completing }, or give an arbitrary of offers";
      return cannotBe(path, among, wayOut);
    }
    const { completing: draft } = among;
    if (typeof draft === 'string') return []; // whether there is such an offer is told where it is looked up
    if (isRecord(draft)) return wholeOfferFaults(scenario, draft, [...path, 'completing']);
    const message = `'completing' cannot be ${show(draft)}: give an offer of '${scenario.id}', or its id.`;
    return [badOption([...path, 'completing'], message, draft)];
  };
}

function invariantFaults(scenario: Scenario, invariant: unknown, path: Path): readonly Fault[] {
  const wayOut = "give a 'condition', or a 'title' with a function, 'offer' or 'talks'";
  if (!isRecord(invariant)) {
    return [fault('testing/bad-invariant', path, `${show(invariant)} is no invariant: ${wayOut}.`, {})];
  }
  const { title, condition } = invariant;
  const kinds = ['condition', 'offer', 'talks'].filter((key) => Object.hasOwn(invariant, key));
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    const message = `An invariant says one thing, and '${path.join('.')}' says ${kinds.length}: ${wayOut}.`;
    return [fault('testing/bad-invariant', path, message, { kinds })];
  }
  const found: Fault[] = [];
  if (typeof title !== 'string' && !(kind === 'condition' && title === undefined)) {
    found.push(
      fault('testing/bad-invariant', [...path, 'title'], `A title cannot be ${show(title)}: give a few words.`),
    );
  }
  if (kind === 'condition') {
    const shaped = checkShape(conditionShape(), condition);
    // Of this shape, as was just seen.
    const faults = shaped.ok ? faultsIn(scenario, condition as Condition) : shaped.faults;
    found.push(...faults.map((f) => ({ ...f, path: [...path, 'condition', ...f.path] })));
  } else if (typeof invariant[kind] !== 'function') {
    const message = `'${kind}' cannot be ${show(invariant[kind])}: give a function.`;
    found.push(fault('testing/bad-invariant', [...path, kind], message, { found: show(invariant[kind]) }));
  }
  for (const key of ['speaksOf', 'asksDraft']) {
    if (invariant[key] === undefined || typeof invariant[key] === 'function') continue;
    const message = `'${key}' cannot be ${show(invariant[key])}: give a function, or leave it out.`;
    found.push(fault('testing/bad-invariant', [...path, key], message, { found: show(invariant[key]) }));
  }
  const { ofStateAlone } = invariant;
  if (ofStateAlone !== undefined && typeof ofStateAlone !== 'boolean') {
    const message = `'ofStateAlone' cannot be ${show(ofStateAlone)}: say true or false, or leave it out.`;
    found.push(fault('testing/bad-invariant', [...path, 'ofStateAlone'], message, { found: show(ofStateAlone) }));
  }
  return found;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
