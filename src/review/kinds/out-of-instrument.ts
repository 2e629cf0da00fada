import { figure, listed } from '../../base/list.js';
import { instrumentWithParts } from '../../obligations/instruments.js';
import { duty, nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';

/** Undertakings that an instrument names as unaffected and that do not stand in it; and those that stand in none of several. */
export function find(subject: Subject): readonly Found[] {
  return [...ofUnaffected(subject), ...ofNone(subject)];
}

function ofUnaffected(subject: Subject): readonly Found[] {
  const { text } = subject;
  return Object.entries(text.instruments).flatMap(([id, { unaffected }]): readonly Found[] => {
    const parts = instrumentWithParts(text, id);
    const others = unaffected.filter((one) => !parts.has(text.obligations[one]?.instrument ?? ''));
    if (others.length === 0) return [];
    const words = 'Name only what stands in it, or in what is part of it.';
    const rest = unaffected.filter((one) => !others.includes(one));
    const names = listed(others.map((one) => nameOf(subject, duty(one))));
    return [
      {
        severity: 'unclear',
        clauses: [`instruments.${id}`, ...others.map(duty)],
        message: `${nameOf(subject, `instruments.${id}`)} is to leave ${names} unaffected, and ${others.length === 1 ? 'that does' : 'they do'} not stand in it. ${words}`,
        mend: { words, patches: [textPatch(['instruments', id, 'unaffected'], rest)] },
      },
    ];
  });
}

/** Of a deal made up of several texts, what stands in none: it is suspended with none of them, and no precedence tells of it. */
function ofNone(subject: Subject): readonly Found[] {
  const { text } = subject;
  if (Object.keys(text.instruments).length < 2) return [];
  const clauses = Object.entries(text.obligations).flatMap(([id, { instrument }]) =>
    instrument === undefined ? [duty(id)] : [],
  );
  if (clauses.length === 0) return [];
  const words = 'Say in which of them each stands.';
  const some = clauses.slice(0, 3).map((id) => nameOf(subject, id));
  const more = clauses.length > 3 ? [`${figure(clauses.length - 3)} more`] : [];
  return [
    {
      severity: 'note',
      clauses,
      message: `The deal is made up of several texts, and ${listed([...some, ...more])} ${clauses.length === 1 ? 'stands' : 'stand'} in none of them. ${words}`,
      mend: { words },
    },
  ];
}
