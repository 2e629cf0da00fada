import type { Obligation } from '../offers/text/obligation.js';
import type { ClauseNode } from '../obligations/clause-node.js';
import { daysOf } from '../terms/length.js';
import type { Subject } from './subject.js';
import type { Before } from './unless.js';

/** The day from which something asks for anything, and what it does then: what binds at once does not wait for its last day. */
export function firstAsked({ owing }: Subject, id: string, { kind }: Obligation): readonly [ClauseNode, string] {
  const isKeptTo = kind === 'refrain' || (kind === 'level' && owing.figures(id).least <= 0);
  if (isKeptTo) return [`opens ${id}`, 'binds'];
  return kind === 'recurring' ? [`opens ${id}`, 'comes round'] : [`due ${id}`, 'is due'];
}

/** Whether what comes round opens so shortly before a day that its first turn is due no sooner. */
export function isFirstTurnLater({ kind, every }: Obligation, { days }: Before): boolean {
  return kind === 'recurring' && every !== undefined && (days === undefined || days <= daysOf(every).most);
}
