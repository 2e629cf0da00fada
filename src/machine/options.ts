import { isCalendarDate, type CalendarDate } from '../base/day.js';
import { fault, type Fault } from '../base/fault.js';
import { show } from '../base/plain.js';
import { failure, valueOrThrow } from '../base/result.js';
import { didYouMean } from '../base/spelling.js';

/**
 * How talks are run.
 *
 * @example
 * const talks = openTalks(scenario, { answers: 'declared' });
 * talks.do({ type: 'offer.tabled', offer: 'first-offer' });
 * talks.state; // 'talks.considering'
 */
export interface TalksOptions {
  /**
   * Offers and positions reported by this day only; without it, all that is known. It moves on as days pass, and with what
   * is reported of an event.
   */
  readonly asOf?: CalendarDate;
  /**
   * Which answers count. `by position`: declared ones, else authorship, else what the positions say, at once.
   * `declared`: only those declared or reported; every party is waited for.
   * @defaultValue 'by position'
   */
  readonly answers?: 'by position' | 'declared';
  /**
   * Where the talks begin: in them, or before their first round where the scenario has any.
   * @defaultValue `'betweenRounds'` where the scenario has rounds, else `'talks'`
   */
  readonly start?: 'talks' | 'betweenRounds';
}

const CHOICES = {
  answers: ['by position', 'declared'],
  start: ['talks', 'betweenRounds'],
} as const satisfies { readonly [K in keyof TalksOptions]?: readonly TalksOptions[K][] };

const OPTIONS: readonly string[] = ['asOf', 'answers', 'start'] satisfies readonly (keyof TalksOptions)[];

/** Everything wrong with what is to be the options of talks: `talks/bad-option`. */
export function optionFaults(options: unknown): readonly Fault[] {
  if (typeof options !== 'object' || options === null) {
    return [bad([], `The options of talks cannot be ${show(options)}: give a record, or leave them out.`, options)];
  }
  return Object.entries(options).flatMap(([key, value]: [string, unknown]) => {
    if (value === undefined && OPTIONS.includes(key)) return [];
    if (key === 'asOf') {
      if (typeof value === 'string' && isCalendarDate(value)) return [];
      return [bad([key], `${show(value)} is no date: give a real day, 2024-02-23, or a month, 2024-02.`, value)];
    }
    if (key === 'answers' || key === 'start') {
      const choices: readonly unknown[] = CHOICES[key];
      if (choices.includes(value)) return [];
      const [first, second] = CHOICES[key];
      const message = `'${key}' cannot be ${show(value)}: say '${first}' or '${second}', or leave it out.`;
      return [bad([key], message, value)];
    }
    return [bad([key], `Talks have no option called '${key}'. ${didYouMean(key, OPTIONS)}`, key)];
  });
}

/** Throws a `FaultError` where options cannot be. */
export function checkOptions(options: TalksOptions): void {
  const found = optionFaults(options);
  if (found.length > 0) valueOrThrow(failure(found), 'These talks cannot be opened.');
}

function bad(path: readonly string[], message: string, found: unknown): Fault {
  return fault('talks/bad-option', path, message, { found: show(found), known: OPTIONS });
}
