import type { Arbitrary } from 'fast-check';
import type { LooseDraft } from '../../scenario/draft.js';
import type { BodyRule, VotingRule } from '../../scenario/process.js';
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
  const majority = fc.constant({ kind: 'majority' as const });
  const own = fc.option(fc.oneof(majority, quota), { nil: undefined });
  const bodies = fc
    .subarray(HOUSES, { minLength: 1 })
    .chain((of) =>
      fc
        .tuple(fc.integer({ min: 1, max: of.length }), fc.tuple(...of.map(() => own)))
        .map(([needed, drawn]) => ({ kind: 'bodies' as const, needed, of, ...rulesOf(of, drawn) })),
    );
  return fc.oneof(fc.constant(undefined), majority, quota, bodies);
}

/** Rules of those bodies that have one of their own. */
function rulesOf(of: readonly string[], drawn: readonly (BodyRule | undefined)[]) {
  const rules = Object.fromEntries(
    of.flatMap((body, i): readonly (readonly [string, BodyRule])[] => {
      const rule = drawn[i];
      return rule ? [[body, rule]] : [];
    }),
  );
  return Object.keys(rules).length > 0 && { rules };
}
