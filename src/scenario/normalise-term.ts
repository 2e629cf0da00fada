import { mapValues, optional } from '../base/records.js';
import type { Basis } from '../evidence/basis.js';
import type { Condition } from '../positions/condition.js';
import type { Space } from '../terms/space.js';
import type { Term } from '../terms/term.js';
import type { LooseDraft } from './draft.js';
import { monthsToldApart } from './months-told-apart.js';
import type { TermDraft } from './term-draft.js';

/** A term with every default written out. */
export function normaliseTerm(id: string, draft: TermDraft, scenarioBasis: Basis): Term {
  const base = { label: draft.label ?? id, scope: draft.scope ?? 'deal', ...optional('note', draft.note) } as const;
  switch (draft.kind) {
    case 'flag':
      return { ...base, kind: 'flag', absent: draft.absent ?? false };
    case 'choice':
      return {
        ...base,
        kind: 'choice',
        options: draft.options,
        ordered: draft.ordered ?? false,
        basis: draft.basis ?? scenarioBasis,
        ...optional('because', draft.because),
        ...optional('absent', draft.absent),
      };
    case 'quantity': {
      const { least = 0, most, basis = 'assumed', because } = draft.bounds ?? {};
      return {
        ...base,
        kind: 'quantity',
        unit: typeof draft.unit === 'string' ? { one: draft.unit, many: draft.unit } : draft.unit,
        step: draft.step ?? 1,
        bounds: { least, ...optional('most', most), basis, ...optional('because', because) },
        ...optional('verb', draft.verb),
        categories: mapValues(draft.categories ?? {}, (c) => (typeof c === 'string' ? { label: c } : c)),
        overlap: draft.overlap ?? true,
        complete: draft.complete ?? false,
        absent: draft.absent ?? Math.min(Math.max(0, least), most ?? Infinity),
      };
    }
  }
}

/** The offer space with every default written out. */
export function normaliseSpace({ space }: LooseDraft, conditions: readonly Condition[]): Space {
  const phases = space?.phases ?? 1;
  // Without a longest duration what depends on how long a deal lasts cannot be analysed at all.
  const months = monthsToldApart(space?.days === undefined ? [] : conditions, space?.months);
  return {
    phases: typeof phases === 'number' ? { least: phases, most: phases } : phases,
    ...optional('days', space?.days),
    ...optional('months', months.length > 0 ? months : undefined),
    basis: space?.basis ?? 'assumed',
    ...optional('because', space?.because),
  };
}
