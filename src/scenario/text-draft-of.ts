import { isRecord } from '../base/plain.js';
import { mapEntries } from '../base/records.js';
import type { Surroundings } from '../evidence/field.js';
import type { Text } from '../offers/text/text.js';
import type { TextDraft } from './text-draft.js';

/** What is filled in where a clause leaves it out, as it is written; of what is not named here, nothing is left out. */
const FILLED_IN: Readonly<Record<string, string>> = {
  kind: '"once"',
  strength: '"shall"',
  rounding: '"down"',
  holds: '"whole"',
  rule: '{"kind":"unanimity"}',
  parties: '{}',
  totals: '{}',
  ...Object.fromEntries(
    'over incorporates members movedBy outside vetoBy criteria exclusions readings between concurrent following uses extensions'
      .split(' ')
      .map((key) => [key, '[]']),
  ),
};

type Data = Readonly<Record<string, unknown>>;

/** The draft that a modeller could have written to get this text, in an offer that rests on what stands around it. */
export function textDraftOf(text: Text, outer: Surroundings): TextDraft {
  const sections = Object.entries(text).map(([section, clauses]: [string, unknown]) => [
    section,
    isRecord(clauses)
      ? mapEntries(clauses as Data, (id, clause) =>
          isRecord(clause) ? clauseDraft(id, clause as Data, outer) : clause,
        )
      : clauses,
  ]);
  // It is what `normaliseText` fills in again, section by section: the tests hold the two together.
  return Object.fromEntries(sections.filter(([, held]) => Object.keys(held as object).length > 0)) as TextDraft;
}

function clauseDraft(id: string, { basis, because, citations, ...clause }: Data, outer: Surroundings): Data {
  const own = basis === undefined ? outer : ({ basis, because, citations } as unknown as Surroundings);
  const said = Object.entries(clause).filter(
    ([key, held]) => held !== undefined && !(key === 'label' ? held === id : FILLED_IN[key] === JSON.stringify(held)),
  );
  return {
    ...Object.fromEntries(said.map(([key, held]) => [key, bare(held, own)])),
    ...(!isSame(own, outer) && { basis, ...(because !== undefined && { because }), citations }),
  };
}

/** Data without what is filled in again: notes that rest on what is around them, and exact figures, stand bare. */
function bare(held: unknown, around: Surroundings): unknown {
  if (Array.isArray(held)) return held.map((item) => bare(item, around));
  if (!isRecord(held)) return held;
  const record = held as Data;
  if (record['wording'] === 'exactly' && record['words'] === undefined) return record['n'];
  const { value, ...note } = record;
  if ('value' in record && 'basis' in record && record['reported'] === undefined) {
    if (isSame(note as unknown as Surroundings, around)) return bare(value, around);
  }
  return mapEntries(record, (_, part) => bare(part, around));
}

function isSame(one: Surroundings, other: Surroundings): boolean {
  const parts = ({ basis, because, citations }: Surroundings) => JSON.stringify([basis, because ?? null, citations]);
  return parts(one) === parts(other);
}
