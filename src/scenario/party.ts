import type { Noted } from '../evidence/field.js';

/** Someone with positions or a part in the process. */
export interface Party {
  readonly label: string;
  /** Other names and spellings in the sources. */
  readonly aliases: readonly string[];
  /** What part it takes, an open list: principal, mediator, guarantor, host, witness … Roles may be disputed. */
  readonly roles: readonly Noted<string>[];
  readonly note?: string;
}
