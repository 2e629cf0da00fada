import { readingsOf, type AmountDraft, type Condition, type Offer, type Scenario } from 'sticking-points';
import { isShare, saidIn, type Said } from './agree.js';
import { spokenOf } from './mentioned.js';
import { partsOf, quantity } from './naive.js';

/**
 * Whether `open` must mean that completions of both kinds exist. Reasoning on intervals tells everything where
 * - each term occurs once in the condition, with coefficient one (shares, ratios and steps that differ are coefficients),
 * - the number of phases is known,
 * - no total is reported beside its parts, be they phases or categories, and
 * - reports do not differ: two readings stand for all that lies between them.
 */
export function mustBeExact(scenario: Scenario, condition: Condition, offer: Offer): boolean {
  const said = saidIn(offer);
  return (
    eachTermOnce(condition) &&
    coefficientsAreOne(scenario, condition) &&
    phasesAreKnown(scenario, offer) &&
    !said.some((one) => said.some((other) => isPartOf(scenario, one, other))) &&
    !(offer.length && offer.phases.some((p) => p.length)) &&
    said.every(({ field }) => readingsOf(field).every(({ value }) => !isShare(value))) &&
    reportsAgree(scenario, offer)
  );
}

function eachTermOnce(condition: Condition): boolean {
  const ids = spokenOf(condition).map(({ path }) => path.split('/')[0]);
  return new Set(ids).size === ids.length;
}

function coefficientsAreOne(scenario: Scenario, condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.every((c) => coefficientsAreOne(scenario, c));
    case 'not':
      return coefficientsAreOne(scenario, condition.of);
    case 'ifThen':
      return [condition.if, condition.then].every((c) => coefficientsAreOne(scenario, c));
    case 'compare': {
      const addends = [condition, ...(condition.plus ?? [])];
      const steps = addends.map((a) => quantity(scenario, a.of).step);
      return (
        addends.every((a) => Math.abs(a.times ?? 1) === 1) &&
        isWhole(condition.line) &&
        new Set([...steps, ...baseStep(scenario, condition.line)]).size === 1
      );
    }
    case 'ratio':
      // Only an inequality asks nothing of the figures between the ends.
      return condition.op !== '=';
    default:
      return true;
  }
}

function isWhole(line: AmountDraft): boolean {
  const parts = typeof line === 'number' ? undefined : partsOf(line);
  return !parts || parts[0] === parts[1];
}

function baseStep(scenario: Scenario, line: AmountDraft): readonly number[] {
  if (typeof line === 'number' || !('of' in line) || !line.of) return [];
  return 'count' in line.of ? [1] : [quantity(scenario, line.of.quantity).step];
}

function phasesAreKnown({ space }: Scenario, { phaseCount, phases, known }: Offer): boolean {
  const { least, most } = space.phases;
  if (least === most || phases.length === most || (known === 'full' && !phaseCount)) return true;
  return (
    phaseCount !== undefined &&
    'value' in phaseCount &&
    ['exactly', 'about'].includes(phaseCount.value.wording) &&
    !('give' in phaseCount.value)
  );
}

/** Whether one clause speaks of a part of what another speaks of: a phase of a total, a category of a whole. */
function isPartOf(scenario: Scenario, part: Said, whole: Said): boolean {
  if (part === whole) return false;
  const [id, category] = part.path.split('/');
  const [wholeId, group] = whole.path.split('/');
  if (id !== wholeId) return false;
  const inPhase = part.phase === whole.phase || whole.phase === undefined;
  const term = scenario.terms[id ?? ''];
  const members = term?.kind === 'quantity' && group !== undefined ? term.categories[group]?.of : undefined;
  const inCategory =
    category === group || group === undefined || (category !== undefined && (members ?? []).includes(category));
  return inPhase && inCategory;
}

function reportsAgree({ counts }: Scenario, offer: Offer): boolean {
  const fields = [
    ...saidIn(offer).map((s) => s.field),
    ...Object.values(counts).map((c) => c.figure),
    ...[offer, ...offer.phases].map((o) => o.length),
    offer.phaseCount,
  ];
  return fields.every((field) => !field || 'value' in field);
}
