import type { Arbitrary } from 'fast-check';
import type { LooseDraft } from '../../scenario/draft.js';
import type { VotingRule } from '../../scenario/process.js';
import { fc } from '../fast-check.js';
import { onceIn } from '../maybe.js';

type ProcessDraft = NonNullable<LooseDraft['process']>;

const HOUSES = ['the assembly', 'the senate', 'the court'];

/**
 * Chains of one to three approvals, decided in every way there is, some of which may be objected to; where one fails, the
 * talks go on, or end, or a later step stands in its place.
 */
export function ratifications(parties: readonly string[]): Arbitrary<Pick<ProcessDraft, 'ratification'>> {
  const step = fc.record({
    body: fc.constantFrom('the council', ...parties),
    rule: votingRules(),
    objectionDays: onceIn(3, fc.integer({ min: 1, max: 5 })),
    onFailure: fc.constantFrom('talks' as const, 'ends' as const),
    hasSecondWay: onceIn(4, fc.constant(true)),
  });
  return fc.array(step, { minLength: 1, maxLength: 3, size: 'small' }).map((steps) => ({
    ratification: steps.map(({ body, rule, objectionDays, onFailure, hasSecondWay }, i) => ({
      id: idOf(i),
      body,
      ...(rule && { rule }),
      ...(objectionDays !== undefined && { objectionDays }),
      ...(onFailure === 'ends' && { onFailure }),
      ...(hasSecondWay && i + 1 < steps.length && { otherwise: idOf(i + 1) }),
    })),
  }));
}

function idOf(i: number): string {
  return `step-${i + 1}`;
}

/** Nothing stands for what is only reported. */
function votingRules(): Arbitrary<VotingRule | undefined> {
  const quota = fc
    .integer({ min: 1, max: 9 })
    .chain((of) => fc.integer({ min: 1, max: of }).map((needed) => ({ kind: 'quota' as const, needed, of })));
  const bodies = fc
    .subarray(HOUSES, { minLength: 1 })
    .chain((of) => fc.integer({ min: 1, max: of.length }).map((needed) => ({ kind: 'bodies' as const, needed, of })));
  return fc.oneof(fc.constant(undefined), fc.constant({ kind: 'majority' as const }), quota, bodies);
}
