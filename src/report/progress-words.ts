import { listed } from '../base/list.js';
import { printable } from '../base/printable.js';
import { sayUnsettled } from '../terms/value.js';
import type { DealProgress, DutyProgress, EscrowProgress } from '../obligations/progress.js';
import type { TalksProgress } from '../obligations/talks-progress.js';

/** Where what is paid in lies, in words; of what is not, nothing. */
const ESCROW: Readonly<Record<EscrowProgress['standing'], (holder: string) => readonly string[]>> = {
  'not paid in': () => [],
  held: (holder) => [`held by ${holder}`],
  released: () => ['set free'],
  returned: () => ['given back'],
};

/** How an obligation stands, in words: `done, late, put off by consent`. */
export function standingWords({ standing, when, alleged, found, putOff, escrow, unsettled }: DutyProgress): string {
  return [
    standing,
    // A level that was reached, and is not held, is late both ways.
    ...(when === undefined || when === standing ? [] : [when]),
    ...(unsettled ? [`amount ${sayUnsettled(unsettled)}`] : []),
    ...(putOff ? ['put off by consent'] : []),
    ...(escrow ? ESCROW[escrow.standing](escrow.holder) : []),
    ...breachWords({ alleged, found }),
  ].join(', ');
}

/** How promised talks stand, in words: `talks on the fees: overdue; as long as they are not settled holds “the old fees”`. */
function talksWords({ label, on, standing, otherwise, alleged, found }: TalksProgress): string {
  const about = on === undefined ? label : `${label} (on phase ${on})`;
  const holds = otherwise === undefined ? '' : `; as long as they are not settled holds “${otherwise}”`;
  return printable(`${[`${about}: ${standing}`, ...breachWords({ alleged, found })].join(', ')}${holds}`);
}

/** Who says of something that it is not kept, and who has found so. */
function breachWords({ alleged, found }: Pick<DutyProgress, 'alleged' | 'found'>): readonly string[] {
  return [
    ...(alleged.length > 0 ? [`breach alleged by ${listed(alleged.map((who) => who || 'somebody'))}`] : []),
    ...(found.length > 0 ? [`breach found by ${listed(found)}`] : []),
  ];
}

/** How many of the obligations that bind leave nothing to do: `2 of 5 that bind are settled`. */
export function settledWords({ phases }: DealProgress): string {
  const sum = (key: 'settled' | 'of') => phases.reduce((total, phase) => total + phase[key], 0);
  return `${sum('settled')} of ${sum('of')} that bind ${sum('of') === 1 ? 'is' : 'are'} settled`;
}

/** What is to be told beside what was done: how promised talks stand, who reported on it whom the text does not name, and what came before its time. */
export function asidesOf({ talks, strangers, outOfTurn }: DealProgress) {
  const told = (about: string, all: readonly { readonly message: string }[]) =>
    all.length === 0 ? [] : [{ about, messages: all.map(({ message }) => message) }];
  return [
    ...told(
      'Talks that the text promises',
      talks.map((one) => ({ message: talksWords(one) })),
    ),
    ...told('Among those who reported are some whom the text does not name', strangers),
    ...told('Something is reported that by the text had not come yet', outOfTurn),
  ];
}
