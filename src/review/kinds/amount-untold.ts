import { listed, unique } from '../../base/list.js';
import { settledAmount, unsettledAmounts } from '../../offers/text/own-amount.js';
import { triggersIn } from '../../offers/text/trigger.js';
import { hasAmount } from '../../obligations/adding-up.js';
import { shareIn, type Share } from '../../terms/amount.js';
import { quantityAt } from '../../terms/term.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import { baseOf, partOf } from '../shares.js';
import type { Subject } from '../subject.js';
import { triggerPlaces } from '../trigger-places.js';
import { sayWhen } from '../when.js';

/**
 * An amount that is not made known; a share of something of which the text does not tell how much there is, or so little that
 * the share may come to nothing; and a total of what is counted in different units.
 */
export function find(subject: Subject): readonly Found[] {
  return [...ofDuties(subject), ...ofTotals(subject)];
}

function ofDuties(subject: Subject): readonly Found[] {
  const { text, owing } = subject;
  return Object.entries(text.obligations).flatMap(([id, obligation]): readonly Found[] => {
    const { of } = obligation;
    if (unsettledAmounts(obligation).some(({ value }) => value.unsettled === 'undisclosed')) {
      return [undisclosed(subject, id, of)];
    }
    const amount = settledAmount(obligation);
    const share = amount && shareIn(amount);
    if (!share || of === undefined || !(owing.isUntold(id) || mayComeToNothing(subject, id, share))) return [];
    const base = baseOf(share, of, subject);
    const words = 'Say how much there is of that, or how much is owed.';
    return [
      {
        severity: 'unclear',
        clauses: [duty(id)],
        message: `${nameOf(subject, duty(id))} asks for ${partOf(share)} of ${base.label}, and nothing tells how much that is. ${words}`,
        mend: { words },
        facts: { base: base.of },
      },
    ];
  });
}

/** Whether a share of something of which there is some for certain may be rounded to nothing, and may be more as well. */
function mayComeToNothing({ text, owing }: Subject, id: string, { of: base }: Share): boolean {
  const { of = '', strength, kind } = text.obligations[id] ?? {};
  const { least, most } = owing.figures(id);
  const isBinding = strength === 'shall' && (kind === 'once' || kind === 'recurring');
  const isNothing = owing.rounded(id, least) <= 0 && owing.rounded(id, most) > 0;
  return isBinding && isNothing && owing.bases.base(base, of).least > 0;
}

/** Totals that a clause waits for, of things of which one cannot be added to another. */
function ofTotals(subject: Subject): readonly Found[] {
  return triggerPlaces(subject.text).flatMap(({ clause, doing, trigger }) =>
    triggersIn(trigger).flatMap((part): readonly Found[] => {
      // All of each is done, whatever it is counted in.
      if (part.kind !== 'total' || (typeof part.reaches !== 'number' && part.reaches.parts >= part.reaches.outOf)) {
        return [];
      }
      const units = unique(part.of.map((id) => unitOf(subject, id)));
      if (units.length < 2) return [];
      const words = 'Let it wait for each by itself, or for what is counted alike.';
      return [
        {
          severity: 'unclear',
          clauses: [clause, ...part.of.map(duty).filter((id) => id !== clause)],
          message: `${nameOf(subject, clause)} ${doing} ${sayWhen(trigger, subject)}: that adds up what is counted in ${listed(units)}, and nothing tells what these come to together. ${words}`,
          mend: { words },
          facts: { trigger, of: part.of, units },
        },
      ];
    }),
  );
}

/** What an obligation is counted in: acts, where it is of no quantity, or says no amount of one. */
function unitOf({ text, scenario }: Subject, id: string): string {
  const own = text.obligations[id];
  return own?.of === undefined || !hasAmount(own) ? 'acts' : quantityAt(scenario.terms, own.of).unit.many;
}

function undisclosed(subject: Subject, id: string, of: string | undefined): Found {
  const words = 'Say how much is owed.';
  return {
    severity: 'unclear',
    clauses: [duty(id)],
    message: `${nameOf(subject, duty(id))} asks for an amount that is not made known: nobody can tell when it is done. ${words}`,
    mend: { words },
    facts: { of },
  };
}
