import type { ClauseGrounds } from '../offers/text/grounds.js';
import type { Text } from '../offers/text/text.js';
import { isLabelledTwice } from '../obligations/label-twice.js';
import { termLabel } from '../terms/term.js';
import type { FoundClause } from './finding.js';
import type { Subject } from './subject.js';

/** The clause that an id names: a section of the text and a name in it, or a term of the offer. */
export function clauseAt({ text, scenario }: Pick<Subject, 'text' | 'scenario'>, id: string): FoundClause {
  const dot = id.indexOf('.');
  const [section, name] = [id.slice(0, dot), id.slice(dot + 1)];
  const clauses = Object.hasOwn(text, section) ? text[section as keyof Text] : {};
  const own: unknown = Object.hasOwn(clauses, name) ? Reflect.get(clauses, name) : {};
  // Every clause that is written as a record has its grounds; which of them has a label, is looked up.
  const { label, clause } = (typeof own === 'object' && own !== null ? own : {}) as Partial<ClauseGrounds> & {
    readonly label?: string;
  };
  return { id, label: label ?? labelOf(scenario, section, name), ...(clause !== undefined && { clause }) };
}

function labelOf(scenario: Subject['scenario'], section: string, name: string): string {
  switch (section) {
    case 'phases': {
      const [n = '', ...path] = name.split('.');
      return path.length === 0 ? `phase ${n}` : `${termLabel(scenario.terms, path.join('.'))} in phase ${n}`;
    }
    case 'terms':
      return termLabel(scenario.terms, name);
    case 'approvals':
    case 'parties':
      return scenario.parties[name]?.label ?? name;
    case 'extensions':
      return scenario.process.extensions[name]?.title ?? name;
    case 'accepted':
      return `acceptance ${Number(name) + 1}`;
    default:
      return name;
  }
}

/** A clause as a sentence names it: `“counts the stock” (Article 3)`; with its id, where another is called the same. */
export function nameOf(subject: Pick<Subject, 'text' | 'scenario'>, id: string): string {
  const { label, clause } = clauseAt(subject, id);
  const plain = /^(phases|terms|approvals|parties|accepted)\./.test(id);
  const dot = id.indexOf('.');
  const section = Object.hasOwn(subject.text, id.slice(0, dot)) ? subject.text[id.slice(0, dot) as keyof Text] : {};
  const isTwice = !plain && isLabelledTwice(section as Readonly<Record<string, unknown>>, id.slice(dot + 1));
  const apart = [...(clause === undefined ? [] : [clause]), ...(isTwice ? [id.slice(dot + 1)] : [])];
  return `${plain ? label : `“${label}”`}${apart.length === 0 ? '' : ` (${apart.join(', ')})`}`;
}

/** The id of an obligation as a clause. */
export const duty = (id: string) => `obligations.${id}`;
