import { readingsOf } from '../../evidence/field.js';
import { showValue } from '../../offers/offer-words.js';
import { reachOf } from '../../terms/amount-span.js';
import { shareIn } from '../../terms/amount.js';
import { quantityAt } from '../../terms/term.js';
import { isAmount, isUnsettled, type Value } from '../../terms/value.js';
import { actorLabel } from '../../obligations/actor-label.js';
import { nameOf } from '../clauses.js';
import { fieldsOf, pathIn } from '../fields.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';

/**
 * Readings that cannot all be so: a clause that reports give in ways that exclude each other; a word that one party reads
 * in two ways, or that the text defines while parties are said to read it otherwise.
 */
export function find(subject: Subject): readonly Found[] {
  return [...ofFields(subject), ...ofDefinitions(subject)];
}

function ofFields(subject: Subject): readonly Found[] {
  const { scenario } = subject;
  return fieldsOf(subject.offer).flatMap(([clause, field]): readonly Found[] => {
    const values = readingsOf(field).map(({ value }) => value);
    const clash = values.some((value, i) =>
      values.slice(i + 1).some((other) => exclude(subject, clause, value, other)),
    );
    if (!clash) return [];
    const words = 'Settle which of them the text is to say.';
    const said = values.map((value) => showValue(pathIn(clause), value, scenario));
    return [
      {
        severity: 'unclear',
        clauses: [clause],
        message: `Of ${nameOf(subject, clause)} there are readings that exclude each other: ${said.join('; ')}. ${words}`,
        mend: { words },
        facts: { values },
      },
    ];
  });
}

/** Whether two values cannot both be so. */
function exclude({ scenario }: Subject, clause: string, a: Value, b: Value): boolean {
  if (isUnsettled(a) || isUnsettled(b)) return false;
  if (typeof a === 'boolean' || typeof b === 'boolean') return a !== b;
  if (isAmount(a) && isAmount(b)) {
    if (shareIn(a) || shareIn(b)) return false;
    const { step } = quantityAt(scenario.terms, pathIn(clause));
    const [one, other] = [reachOf(a, step), reachOf(b, step)];
    return one.most < other.least || other.most < one.least;
  }
  return 'oneOf' in a && 'oneOf' in b && !a.oneOf.some((option) => b.oneOf.includes(option));
}

function ofDefinitions(subject: Subject): readonly Found[] {
  return Object.entries(subject.text.definitions).flatMap(([id, { means, readings }]): readonly Found[] => {
    const clause = `definitions.${id}`;
    const otherwise = means === undefined ? [] : readings.filter(({ reading }) => reading !== means);
    if (otherwise.length > 0) {
      const words = 'Settle whether the definition or a reading holds.';
      const sides = otherwise.map(({ party, reading }) => `${actorLabel(subject, party)} reads it as “${reading}”`);
      return [
        {
          severity: 'unclear',
          clauses: [clause],
          message: `The text says that ${nameOf(subject, clause)} means “${means ?? ''}”, and ${sides.join('; ')}. ${words}`,
          mend: { words, patches: [textPatch(['definitions', id, 'readings'], [])] },
          facts: { means, readings: otherwise },
        },
      ];
    }
    const twice = readings.filter(({ party, reading }, i) =>
      readings.slice(0, i).some((before) => before.party === party && before.reading !== reading),
    );
    const [first] = twice;
    if (!first) return [];
    const words = 'Keep one reading for each party.';
    return [
      {
        severity: 'unclear',
        clauses: [clause],
        message: `${actorLabel(subject, first.party)} is said to read ${nameOf(subject, clause)} in more than one way. ${words}`,
        mend: { words },
        facts: { readings },
      },
    ];
  });
}
