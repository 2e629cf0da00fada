import type { Arbitrary } from 'fast-check';
import type { LooseDraft } from '../../scenario/draft.js';
import { fc } from '../fast-check.js';
import { maybe, onceIn, seldom } from '../maybe.js';
import { ratifications } from './ratifications.js';
import { rounds } from './rounds.js';

type ProcessDraft = NonNullable<LooseDraft['process']>;

/**
 * What a scenario may say of how these parties come to talk, and an agreement into force: rounds, with preconditions and
 * mandates; ratification; deadlines; ways to make a phase longer. Each of them now and then.
 */
export function processes(parties: readonly string[]): Arbitrary<ProcessDraft> {
  return fc
    .tuple(
      onceIn(3, rounds(parties)),
      onceIn(3, ratifications(parties)),
      onceIn(6, deadlines(parties)),
      onceIn(5, extensions()),
    )
    .map((parts) => Object.assign({}, ...parts.filter((part) => part !== undefined)) as ProcessDraft);
}

/** One that ends the talks once it is over, or is only told. */
function deadlines(parties: readonly string[]): Arbitrary<Pick<ProcessDraft, 'deadlines'>> {
  const deadline = fc.record({
    by: fc.constantFrom('2030-05' as const, '2030-04-15' as const),
    kind: fc.constantFrom('soft' as const, 'hard' as const),
    party: seldom(fc.constantFrom(...parties)),
  });
  return deadline.map(({ party, ...rest }) => ({
    deadlines: { season: { title: 'a drawn deadline', ...rest, ...(party !== undefined && { party }) } },
  }));
}

/** One way, by so many days, so often, or neither said. */
function extensions(): Arbitrary<Pick<ProcessDraft, 'extensions'>> {
  const few = fc.integer({ min: 1, max: 7 });
  return fc.record({ days: maybe(few), times: maybe(few) }).map(({ days, times }) => ({
    extensions: {
      consent: {
        title: 'a drawn extension',
        ...(days !== undefined && { days }),
        ...(times !== undefined && { times }),
      },
    },
  }));
}
