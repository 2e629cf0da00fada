import { unique } from '../../base/list.js';
import type { Obligation } from '../../offers/text/obligation.js';
import type { Text } from '../../offers/text/text.js';
import { isTotal } from '../../obligations/adding-up.js';
import { circlesIn } from '../circles.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** Obligations that owe each other by exchange keys: how much follows from what was done, and never comes to a figure. */
export function find(subject: Subject): readonly Found[] {
  const { obligations } = subject.text;
  const follows = followingFrom(subject.text);
  return circlesIn(Object.keys(obligations), follows).map((circle): Found => {
    const clauses = circle.map(duty);
    const steps = clauses.map((clause, i) => {
      const next = clauses[(i + 1) % clauses.length] ?? clause;
      return `how much ${nameOf(subject, clause)} owes follows from ${next === clause ? 'itself' : nameOf(subject, next)}`;
    });
    const words =
      clauses.length === 1 ? 'Let it owe an amount of its own.' : 'Let one of them owe an amount of its own.';
    return {
      severity: 'unclear',
      clauses,
      message: `${steps.join('; ')}: nothing in the text says how much that is. ${words}`,
      mend: { words },
      facts: { circle },
    };
  });
}

/** For each obligation, those from which it follows how much it owes: by a key, or as what is left of their series. */
function followingFrom({ obligations }: Text): (id: string) => readonly string[] {
  // Of those that owe a figure of their own, nothing is left to follow.
  const byKey = new Map<string, string[]>();
  for (const [id, obligation] of Object.entries(obligations)) {
    const name = obligation.byKey && seriesOf(obligation);
    if (name === undefined) continue;
    const known = byKey.get(name);
    if (known) known.push(id);
    else byKey.set(name, [id]);
  }
  return (id) => {
    const own = obligations[id];
    if (!own) return [];
    const others = isTotal(own) ? (byKey.get(seriesOf(own) ?? '') ?? []) : [];
    return unique([...(own.byKey?.of ?? []), ...others.filter((other) => other !== id)]);
  };
}

function seriesOf({ series, of = '' }: Obligation): string | undefined {
  return series && JSON.stringify([series.series, of]);
}
