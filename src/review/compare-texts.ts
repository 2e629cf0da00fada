import { printable } from '../base/printable.js';
import { deepFreeze } from '../base/freeze.js';
import type { Change } from '../offers/changes.js';
import type { Offer } from '../offers/offer.js';
import { offerWithText } from '../obligations/text-to-schedule.js';
import type { Scenario } from '../scenario/scenario.js';
import { nameOf } from './clauses.js';
import { clausesInWords, PARTS } from './text-words.js';

/**
 * What one draft of a text changed against another, clause by clause: clauses added and taken out, with what they say, and
 * for every other the parts that no longer say the same. What a clause rests on is left aside, as `describeChanges` leaves
 * it, which says the same of an offer's terms and phases.
 *
 * Throws a `FaultError`: `review/unknown-offer`, `review/no-text`.
 *
 * @example
 * const draftOf = (within: LengthDraft) => {
 *   const draft = checkOffer(scenario, 'draft', { text: { obligations: { survey: { owedBy: ['north'], within } } } });
 *   return draft.ok ? draft.value : first;
 * };
 * compareTexts(scenario, draftOf(weeks(2)), draftOf(days(10))).map((change) => change.sentence);
 * // ['“survey”: within: 2 weeks became 10 days']
 */
export function compareTexts(scenario: Scenario, a: string | Offer, b: string | Offer): readonly Change[] {
  const [one, other] = [a, b].map((offer) => {
    const { text, whole } = offerWithText(scenario, offer, 'review');
    return { scenario, text, phases: whole.phases.length };
  });
  if (!one || !other) return [];
  // A phase that a text says nothing of is there all the same, where the offer has it.
  const withPhases = (said: ReturnType<typeof clausesInWords>) => {
    const had = Array.from({ length: Math.min(one.phases, other.phases) }, (_, i) => `phases.${i + 1}`);
    return new Map([
      ...said,
      ...had.filter((id) => !said.has(id)).map((id) => [id, new Map<string, string>()] as const),
    ]);
  };
  const [before, after] = [withPhases(clausesInWords(one)), withPhases(clausesInWords(other))];
  const ids = [...before.keys(), ...[...after.keys()].filter((id) => !before.has(id))];
  return deepFreeze(
    ids.flatMap((id): readonly Change[] => {
      const [from, to] = [before.get(id), after.get(id)];
      if (from && to) return changesOf(id, called(other, id), from, to);
      const parts = from ?? to ?? new Map<string, string>();
      const words = printable(
        [...parts].flatMap(([part, said]) => (part === 'label' ? [] : [`${PARTS[part] ?? part} ${said}`])).join('; '),
      );
      const name = printable(called(from ? one : other, id));
      const sentence = `${name} was ${from ? 'taken out' : 'added'}${words === '' ? '' : `: ${words}`}`;
      return [{ path: id, ...(from ? { from: words } : { to: words }), sentence }];
    }),
  );
}

/** What a clause is called, with what it is where its label alone does not say so. */
function called(by: Parameters<typeof nameOf>[0], id: string): string {
  const [section = ''] = id.split('.');
  return `${NOUNS[section] ?? ''}${nameOf(by, id)}`;
}

const NOUNS: Readonly<Record<string, string>> = {
  approvals: 'the approval of ',
  certifications: 'the certification ',
  definitions: 'the definition ',
};

function changesOf(
  id: string,
  name: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly Change[] {
  const parts = [...before.keys(), ...[...after.keys()].filter((part) => !before.has(part))];
  return parts.flatMap((part): readonly Change[] => {
    const [from, to] = [before.get(part), after.get(part)];
    if (from === to) return [];
    const label = `${name}: ${PARTS[part] ?? part}`;
    const sentence =
      from === undefined
        ? `${label}: ${to ?? ''} was added`
        : to === undefined
          ? `${label}: ${from} was taken out`
          : `${label}: ${from} became ${to}`;
    return [
      {
        path: `${id}.${part}`,
        ...(from !== undefined && { from: printable(from) }),
        ...(to !== undefined && { to: printable(to) }),
        sentence: printable(sentence),
      },
    ];
  });
}
