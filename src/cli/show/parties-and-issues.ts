import { figure } from '../../base/list.js';
import { printable } from '../../base/printable.js';
import type { Basis } from '../../evidence/basis.js';
import { paragraph } from '../../report/wrap.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { Term } from '../../terms/term.js';

/** Each party: what it is called, its part, and whether its acceptance decides. */
export function partiesShown({ parties, agreement }: Scenario, width: number): readonly string[] {
  return Object.entries(parties).map(([id, { label, roles, note }]) => {
    const parts = roles.map((role) => based(role.value, role.basis));
    const decides = agreement.of.includes(id) ? ['its acceptance decides'] : [];
    return entry(id, [label === id ? '' : label, ...parts, ...decides, note ?? ''], width);
  });
}

/** Each issue: what is to be settled, in what unit, and between which bounds. */
export function issuesShown({ terms }: Scenario, width: number): readonly string[] {
  return Object.entries(terms).map(([id, term]) => {
    const scope = term.scope === 'phase' ? 'in each phase' : '';
    return entry(id, [term.label === id ? '' : term.label, termWords(term), scope], width);
  });
}

function termWords(term: Term): string {
  switch (term.kind) {
    case 'flag':
      return 'yes or no';
    case 'choice':
      return `${term.ordered ? 'one of, lowest first' : 'one of'}: ${Object.values(term.options).join('; ')}`;
    case 'quantity': {
      const { least, most, basis } = term.bounds;
      const span = most === undefined ? `from ${figure(least)}` : `${figure(least)} to ${figure(most)}`;
      const categories = Object.values(term.categories).map((category) => category.label);
      const counted = categories.length > 0 ? `, counted also by: ${categories.join(', ')}` : '';
      return `${based(`${span} ${term.unit.many}`, basis)}${counted}`;
    }
  }
}

function based(words: string, basis: Basis): string {
  return basis === 'reported' ? words : `${words} (${basis})`;
}

/** `  id: a; b`, wrapped with what follows set in. */
function entry(id: string, parts: readonly string[], width: number): string {
  const said = parts.filter((part) => part !== '').join('; ');
  return paragraph(printable(said === '' ? id : `${id}: ${said}`), width, '  ', '    ');
}
