import { listed, unique } from '../../base/list.js';
import { actorLabel } from '../../obligations/actor-label.js';
import type { Trigger } from '../../offers/text/trigger.js';
import { duty, nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';
import { triggerPlaces } from '../trigger-places.js';
import { sayWhen } from '../when.js';

/**
 * An obligation that is verified by whoever owes it, or by a body on which nobody else sits; or that waits for what these alone
 * certify, so that it is up to them whether it binds; and a choice that nobody may veto but who makes it.
 */
export function find(subject: Subject): readonly Found[] {
  return [...ofVerifiers(subject), ...ofCertifiers(subject), ...ofVetoes(subject)];
}

/** How it stands that someone is who owes an obligation, or a body on which nobody else sits: nothing where others have a say. */
function ownWord({ text }: Subject, owedBy: readonly string[], who: string): string | undefined {
  if (owedBy.includes(who)) return 'who owes it';
  const { members = [] } = (Object.hasOwn(text.bodies, who) ? text.bodies[who] : undefined) ?? {};
  const areMembers = members.length > 0 && members.every((member) => owedBy.includes(member));
  return areMembers ? 'on which nobody sits but who owes it' : undefined;
}

const WORDS = 'If that is not meant, name someone else, or a body on which others sit too.';

function ofVerifiers(subject: Subject): readonly Found[] {
  return Object.entries(subject.text.obligations).flatMap(([id, { verifier, owedBy, strength }]): readonly Found[] => {
    const who = verifier && strength !== 'may' ? ownWord(subject, owedBy.value, verifier.value) : undefined;
    if (!verifier || who === undefined) return [];
    return [
      {
        severity: 'note',
        clauses: [duty(id)],
        message: `${nameOf(subject, duty(id))} is verified by ${actorLabel(subject, verifier.value)}, ${who}. ${WORDS}`,
        mend: { words: WORDS },
        facts: { verifier: verifier.value },
      },
    ];
  });
}

function ofCertifiers(subject: Subject): readonly Found[] {
  const { certifications, obligations } = subject.text;
  return triggerPlaces(subject.text).flatMap(({ clause, doing, trigger }) => {
    const own = obligations[clause.replace(duty(''), '')];
    if (!clause.startsWith(duty('')) || own?.strength !== 'shall') return [];
    return unique(neededIn(trigger)).flatMap((certification): readonly Found[] => {
      const by = certifications[certification]?.by ?? '';
      const who = ownWord(subject, own.owedBy.value, by);
      if (who === undefined) return [];
      return [
        {
          severity: 'note',
          clauses: [clause, `certifications.${certification}`],
          message: `${nameOf(subject, clause)} ${doing} ${sayWhen(trigger, subject)}, and that is up to ${actorLabel(subject, by)}, ${who}. ${WORDS}`,
          mend: { words: WORDS },
          facts: { certification, by },
        },
      ];
    });
  });
}

function ofVetoes(subject: Subject): readonly Found[] {
  return Object.entries(subject.text.selections).flatMap(([id, { namedBy, vetoBy }]): readonly Found[] => {
    const isOwn = vetoBy.length > 0 && vetoBy.every((who) => ownWord(subject, namedBy, who) !== undefined);
    if (!isOwn) return [];
    const clause = `selections.${id}`;
    const words = 'If that is not meant, let someone else veto it, or nobody.';
    const names = listed(vetoBy.map((who) => actorLabel(subject, who)));
    return [
      {
        severity: 'note',
        clauses: [clause],
        message: `${nameOf(subject, clause)} may be vetoed by ${names}, and by nobody but who makes it. ${words}`,
        mend: { words, patches: [textPatch(['selections', id, 'vetoBy'], [])] },
        facts: { namedBy, vetoBy },
      },
    ];
  });
}

/** The certifications without which a trigger cannot fire. */
function neededIn(trigger: Trigger): readonly string[] {
  switch (trigger.kind) {
    case 'certified':
      return [trigger.certification];
    case 'latest':
      return trigger.of.flatMap(neededIn);
    case 'earliest':
      return trigger.of.every((part) => neededIn(part).length > 0) ? trigger.of.flatMap(neededIn) : [];
    default:
      return [];
  }
}
