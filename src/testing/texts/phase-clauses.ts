import type { Arbitrary } from 'fast-check';
import type { PhaseExtensionDraft, TextDraft } from '../../scenario/text-draft.js';
import { days } from '../../terms/length.js';
import { fc } from '../fast-check.js';
import { maybe, seldom } from '../maybe.js';
import type { TextNames } from './names.js';
import type { DrawnTrigger } from './triggers.js';

/** What a text says of its phases and of talks on them, once it is known what it names. */
export type DrawnPhases = (names: TextNames) => Pick<TextDraft, 'talks' | 'phases'>;

/**
 * What a text says of the phases of a space of so many: that one begins by a trigger of its own, that it may be made longer,
 * and that there are talks on it. The first has neither a trigger nor talks.
 */
export function phaseClauses(most: number, trigger: Arbitrary<DrawnTrigger>, mostDays: number): Arbitrary<DrawnPhases> {
  const extension = fc.record({
    how: fc.constantFrom('by consent', 'by unit', 'while talks continue'),
    unit: fc.integer({ min: 1, max: mostDays }),
  });
  const later = fc.record({
    begins: maybe(trigger),
    extension: maybe(extension),
    talks: maybe(fc.record({ begin: maybe(trigger), end: maybe(trigger), otherwise: fc.boolean() })),
  });
  return fc
    .tuple(seldom(extension), fc.array(later, { maxLength: Math.min(most - 1, 2), size: 'small' }))
    .map(([first, phases]): DrawnPhases => (names) => {
      const ordinals = [{ begins: undefined, extension: first, talks: undefined }, ...phases].map((phase, i) => ({
        ...phase,
        n: i + 1,
      }));
      const talks = ordinals.flatMap(({ n, talks: on }) => {
        if (!on) return [];
        const said = {
          on: n,
          ...(on.begin && { begin: on.begin(names) }),
          ...(on.end && { end: on.end(names) }),
          ...(on.otherwise && { otherwise: 'as before' }),
        };
        return [[`talks-${n}`, said] as const];
      });
      const clauses = ordinals.flatMap(({ n, begins, extension: longer }) => {
        if (!begins && !longer) return [];
        const said = { ...(begins && { begins: begins(names) }), ...(longer && { extensions: [extensionOf(longer)] }) };
        return [[String(n), said] as const];
      });
      return {
        ...(talks.length > 0 && { talks: Object.fromEntries(talks) }),
        ...(clauses.length > 0 && { phases: Object.fromEntries(clauses) }),
      };
    });
}

function extensionOf({ how, unit }: Pick<PhaseExtensionDraft, 'how'> & { readonly unit: number }): PhaseExtensionDraft {
  return { how, unit: days(unit), times: 1 };
}
