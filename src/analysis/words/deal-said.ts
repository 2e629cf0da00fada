import { readingsOf } from '../../evidence/field.js';
import { showField } from '../../offers/offer-words.js';
import type { Clauses, Offer } from '../../offers/offer.js';
import type { Scenario } from '../../scenario/scenario.js';
import { splitPath, termLabel } from '../../terms/term.js';
import { isAmount, type Value } from '../../terms/value.js';

/**
 * What a deal that was worked out says of these terms, the whole first and then each phase. Figures that are nothing are left
 * out of phases and categories, and totals that are those of the one phase; its data hold all of it.
 */
export function dealSaid(scenario: Scenario, deal: Offer, terms: readonly string[]): string {
  const said = (clauses: Clauses, phase?: number) =>
    terms.flatMap((id) =>
      Object.entries(clauses)
        .filter(([path]) => splitPath(path).term === id)
        .filter(([path, field]) => (path === id && phase === undefined) || !isNothing(readingsOf(field)[0]?.value))
        .map(([path, field]) => `${termLabel(scenario.terms, path)}: ${showField(path, field, scenario)}`),
    );
  const length = (field: Offer['length']) =>
    field && terms.includes('length') ? [`length: ${showField('length', field, scenario)}`] : [];
  const [first, second] = deal.phases;
  const apart = Object.entries(deal.terms).filter(([path]) => !first || second || !Object.hasOwn(first.terms, path));
  const phases = deal.phases.map((phase, i) => {
    const parts = [...length(phase.length), ...said(phase.terms, i + 1)];
    return parts.length > 0 ? [`in phase ${i + 1}, ${parts.join(', ')}`] : [];
  });
  return [...length(deal.length), ...said(Object.fromEntries(apart)), ...phases.flat()].join('; ');
}

function isNothing(value: Value | undefined): boolean {
  return value === false || (value !== undefined && isAmount(value) && value.wording === 'exactly' && value.n === 0);
}
