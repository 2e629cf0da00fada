import { actorLabel } from '../../obligations/actor-label.js';
import { nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';
import { unsettledValues } from '../unsettled-values.js';

interface Reading {
  readonly party: string;
  readonly reading: string;
}

/**
 * Words that the text leaves each party to read its own way; that may be what made agreement possible. What all of them read
 * alike is open to no other reading.
 */
export function find(subject: Subject): readonly Found[] {
  const defined = Object.entries(subject.text.definitions).flatMap(([id, { means, readings }]) =>
    means === undefined && readings.length > 0
      ? told(subject, `definitions.${id}`, nameOf(subject, `definitions.${id}`), readings)
      : [],
  );
  const values = unsettledValues(subject).flatMap(({ clause, value, called }) =>
    value.unsettled === 'ambiguous' ? told(subject, clause, called, value.readings) : [],
  );
  return [...defined, ...values];
}

function told(subject: Subject, clause: string, name: string, readings: readonly Reading[]): readonly Found[] {
  const ways = new Set(readings.map(({ reading }) => reading.trim()));
  const isOne = ways.size < 2;
  if (isOne && readings.length > 1) return [];
  const sides = readings
    .map(({ party, reading }) => `${actorLabel(subject, party)} reads it as “${reading}”`)
    .join('; ');
  const [said, words] = isOne
    ? [`is given one reading, and no other party's: ${sides}`, 'Say how the others read it, or settle on that.']
    : [
        `is open to more than one reading: ${sides}`,
        'If that is not meant, settle on one reading, or name who decides between them.',
      ];
  return [
    { severity: 'note', clauses: [clause], message: `${name} ${said}. ${words}`, mend: { words }, facts: { readings } },
  ];
}
