import { deciding, type RatificationStep, type VotingRule } from '../../scenario/process.js';
import { actorLabel } from '../../obligations/actor-label.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/**
 * An approval that a party needs at home, and that no step of ratification provides for: none asks for it, or none needs it,
 * since it is only the second way of another, or one of several of which not all are needed.
 */
export function find(subject: Subject): readonly Found[] {
  const { text, scenario } = subject;
  const { ratification } = scenario.process;
  const second = new Set(ratification.flatMap(({ otherwise = [] }) => otherwise));
  const first = ratification.filter(({ id }) => !second.has(id));
  const needed = namesOf(first.map((step) => ({ ...step, bodies: needsAll(step.rule) ? bodiesOf(step.rule) : [] })));
  const some = namesOf(first.map((step) => ({ ...step, bodies: bodiesOf(step.rule) })));
  const ways = namesOf(ratification.map((step) => ({ ...step, bodies: bodiesOf(step.rule) })));
  return Object.entries(text.approvals).flatMap(([party, { by }]): readonly Found[] => {
    const name = plain(by);
    if (needed.has(name)) return [];
    const why = some.has(name)
      ? 'and a step of ratification can do without it'
      : ways.has(name)
        ? 'which comes only where another approval has failed'
        : 'and no step of ratification provides for it';
    const words = "Add it to the process's ratification, or say that none is needed.";
    return [
      {
        severity: 'unclear',
        clauses: [`approvals.${party}`],
        message: `${actorLabel(subject, party)} needs the approval of “${by}”, ${why}. ${words}`,
        mend: { words },
        facts: { party, by, steps: ratification.map(({ body }) => body) },
      },
    ];
  });
}

/** What steps and the bodies that decide them are called. */
function namesOf(
  steps: readonly (Pick<RatificationStep, 'body' | 'id' | 'label'> & { readonly bodies: readonly string[] })[],
): ReadonlySet<string> {
  return new Set(steps.flatMap(({ body, id, label, bodies }) => [body, id, label, ...bodies].map(plain)));
}

const bodiesOf = (rule: VotingRule) => deciding(rule).flatMap(({ body }) => body ?? []);

const needsAll = (rule: VotingRule) => rule.kind !== 'bodies' || rule.needed >= rule.of.length;

const plain = (name: string) => name.trim().toLowerCase();
