import type { DutyAccount } from './account.js';
import type { ScheduledDuty } from './duty.js';
import type { DueBy } from './in-exchange.js';
import type { DutyReport } from './text-run.js';
import type { Timed } from './timed.js';

/** How an obligation stands in the carrying out of a deal, in one word or two. */
export const DUTY_STANDINGS = [
  'waiting',
  'open',
  'partly done',
  'done',
  'late',
  'not done',
  'withheld',
  'suspended',
  'waived',
  'excused',
  'binding',
  'kept',
  'not kept',
  'breach found',
] as const;

/** How an obligation stands: one of {@link DUTY_STANDINGS}. */
export type DutyStanding = (typeof DUTY_STANDINGS)[number];

/** An obligation on the present day, by instants. */
export interface DutyNow {
  readonly id: string;
  readonly duties: readonly ScheduledDuty[];
  readonly account: DutyAccount;
  readonly standing: DutyStanding;
  /** When it opened and is due by what has happened; undated while its trigger has not fired. */
  readonly opens: Timed;
  readonly due: Timed;
  /** When what a third hand holds is set free, or goes back, by what has happened; of what goes to none, nothing. */
  readonly released?: Timed;
  readonly returned?: Timed;
  /** Whether it comes round up to a day not known yet, or is to be held, or left undone, up to one still to come, known or not. */
  readonly lasts: boolean;
  /** How much of what is owed by a key falls due by when, where not all of it does on its last day. */
  readonly inExchange?: readonly DueBy[];
  /** Whether it is not set off, and need not be done: only a finding could, or, once the text is over, a notice. */
  readonly isLeftOut: boolean;
  readonly reports: readonly DutyReport[];
  readonly alleged: readonly string[];
  readonly found: readonly string[];
}
