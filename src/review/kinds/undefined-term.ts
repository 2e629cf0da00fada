import { listed, unique } from '../../base/list.js';
import { once } from '../../base/once.js';
import type { Text } from '../../offers/text/text.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';
import { unsettledValues } from '../unsettled-values.js';

/**
 * A term that clauses use and the text does not define, or names among its definitions and says nothing of; or one that is
 * said to be defined elsewhere in the text, where nothing of that name stands.
 */
export function find(subject: Subject): readonly Found[] {
  return [...ofTerms(subject), ...ofPlaces(subject)];
}

function ofTerms(subject: Subject): readonly Found[] {
  const { obligations, definitions } = subject.text;
  const users = new Map<string, string[]>();
  for (const [id, { uses }] of Object.entries(obligations)) {
    for (const term of uses) {
      const known = users.get(term) ?? [];
      known.push(duty(id));
      users.set(term, known);
    }
  }
  const empty = Object.entries(definitions).flatMap(([id, { means, readings }]) =>
    means === undefined && readings.length === 0 ? [id] : [],
  );
  const terms = [...new Set([...[...users.keys()].filter((term) => !Object.hasOwn(definitions, term)), ...empty])];
  return terms.map((term): Found => {
    const clauses = users.get(term) ?? [];
    const words = 'Say what it means.';
    const by =
      clauses.length === 0
        ? ''
        : `, which ${listed(clauses.map((id) => nameOf(subject, id)))} ${clauses.length === 1 ? 'uses' : 'use'}`;
    const label = Object.hasOwn(definitions, term) ? (definitions[term]?.label ?? term) : term;
    return {
      severity: 'unclear',
      clauses: clauses.length > 0 ? clauses : [`definitions.${term}`],
      message: `The text does not say what “${label}” means${by}. ${words}`,
      mend: { words },
      facts: { term },
    };
  });
}

/** Values that are said to be defined somewhere: in an instrument, a definition or a clause that the text has not got. */
function ofPlaces(subject: Subject): readonly Found[] {
  const places = once(() => placesIn(subject.text));
  return unsettledValues(subject).flatMap(({ clause, value, called }): readonly Found[] => {
    if (value.unsettled !== 'defined elsewhere') return [];
    const { where } = value;
    if (places().some((place) => isWithin(place, plain(where)) || isWithin(plain(where), place))) return [];
    const words = 'Write that part of the text down, or say what it means.';
    return [
      {
        severity: 'unclear',
        clauses: [clause],
        message: `The text says that ${called} is defined in “${where}”, and has nothing of that name. ${words}`,
        mend: { words },
        facts: { where },
      },
    ];
  });
}

/** A clause by what it may be called. */
interface Named {
  readonly label?: string;
  readonly clause?: string;
}

/** What a reference within a text may name: its instruments and definitions, and every clause by its label and its place. */
function placesIn(text: Text): readonly string[] {
  const { accepted: _, others: __, phases: ___, ...sections } = text;
  const clauses = Object.values(sections).flatMap((section) => Object.values<Named>(section));
  const said = clauses.flatMap(({ label, clause }) => [label, clause].filter((one) => one !== undefined));
  return unique([...Object.keys(text.instruments), ...Object.keys(text.definitions), ...said].map(plain));
}

/** Whether one place is another, or a part of it: paragraph 2 of Annex B. */
const isWithin = (place: string, whole: string) =>
  place === whole || (place.startsWith(whole) && !/[\p{L}\p{N}]/u.test(place.charAt(whole.length)));

const plain = (name: string) => name.trim().toLowerCase();
