import { listed } from '../../base/list.js';
import { circlesIn } from '../circles.js';
import { nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';

/** How instruments may stand to each other, so that a circle of them says nothing. */
const RELATIONS = {
  over: {
    alone: 'is to go before itself',
    each: 'is to go before the next, and the last before the first',
    words: 'Say which of them prevails where they differ.',
  },
  incorporates: {
    alone: 'takes itself in by reference',
    each: 'takes the next in by reference, and the last the first',
    words: 'Say which of them is part of which.',
  },
} as const;

/** Instruments that each go before another, or are each part of another, round in a circle. */
export function find(subject: Subject): readonly Found[] {
  return [...ofRelation(subject, 'over'), ...ofRelation(subject, 'incorporates')];
}

function ofRelation(subject: Subject, relation: keyof typeof RELATIONS): readonly Found[] {
  const { instruments } = subject.text;
  const { alone, each, words } = RELATIONS[relation];
  const others = (id: string) => instruments[id]?.[relation] ?? [];
  return circlesIn(Object.keys(instruments), others).map((circle): Found => {
    const clauses = circle.map((id) => `instruments.${id}`);
    const [last = '', first = ''] = [circle.at(-1), circle[0]];
    const names = clauses.map((id) => nameOf(subject, id));
    const said = circle.length === 1 ? `${names[0] ?? ''} ${alone}.` : `Each of ${listed(names)} ${each}.`;
    const rest = others(last).filter((id) => id !== first);
    return {
      severity: 'unclear',
      clauses,
      message: `${said} ${words}`,
      mend: { words, patches: [textPatch(['instruments', last, relation], rest)] },
    };
  });
}
