import type { Arbitrary } from 'fast-check';
import type { LooseDraft } from '../../scenario/draft.js';
import { FORMATS, MANDATES, type Mandate } from '../../scenario/process.js';
import { fc } from '../fast-check.js';
import { onceIn, seldom } from '../maybe.js';

type ProcessDraft = NonNullable<LooseDraft['process']>;

/** Preconditions by themselves, and one that is met while these two are. */
const [PLAIN, JOINT] = [['survey', 'truce'], 'both'] as const;
const ROUNDS = ['first-round', 'second-round'];

/** One or two rounds, some of which need preconditions, a joint one among them, and mandates of these parties. */
export function rounds(parties: readonly string[]): Arbitrary<Pick<ProcessDraft, 'rounds' | 'preconditions'>> {
  const precondition = fc.record({ party: onceIn(3, fc.constantFrom(...parties)) });
  const round = fc.record({
    needs: fc.subarray([...PLAIN, JOINT]),
    mandates: fc.tuple(...parties.map(() => onceIn(3, fc.constantFrom(...MANDATES)))),
    format: onceIn(4, fc.constantFrom(...FORMATS)),
  });
  return fc
    .record({
      preconditions: fc.array(precondition, { maxLength: PLAIN.length, size: 'small' }),
      isJoint: fc.boolean(),
      rounds: fc.array(round, { minLength: 1, maxLength: ROUNDS.length, size: 'small' }),
      attended: seldom(fc.subarray([...parties])),
    })
    .map((drawn) => {
      const plain = PLAIN.slice(0, drawn.preconditions.length);
      const named = plain.map((id, i) => {
        const party = drawn.preconditions[i]?.party;
        return [id, { title: 'a drawn precondition', ...(party !== undefined && { party }) }] as const;
      });
      const joint = drawn.isJoint && plain.length > 1 ? { [JOINT]: { title: 'both of them', jointly: plain } } : {};
      const preconditions = { ...Object.fromEntries(named), ...joint };
      const all = drawn.rounds.map(({ needs, mandates, format }, i) => {
        const needed = needs.filter((id) => Object.hasOwn(preconditions, id));
        const held = parties.flatMap((party, at): readonly (readonly [string, Mandate])[] =>
          mandates[at] === undefined ? [] : [[party, mandates[at]]],
        );
        const said = {
          ...(needed.length > 0 && { needs: needed }),
          ...(held.length > 0 && { mandates: Object.fromEntries(held) }),
          ...(format !== undefined && { format }),
          ...(i === 0 && drawn.attended && { participants: drawn.attended }),
        };
        return [ROUNDS[i] ?? '', said] as const;
      });
      return { ...(plain.length > 0 && { preconditions }), rounds: Object.fromEntries(all) };
    });
}
