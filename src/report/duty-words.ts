import { figure } from '../base/list.js';
import { actorLabel } from '../obligations/actor-label.js';
import type { ScheduledDay, ScheduledDuty } from '../obligations/duty.js';
import { sayWait } from '../obligations/wait.js';
import { sayWhen } from '../obligations/when.js';
import type { Text } from '../offers/text/text.js';
import type { Scenario } from '../scenario/scenario.js';
import { splitPath, unitFor, type Terms } from '../terms/term.js';
import { sayUnsettled } from '../terms/value.js';

/** A day as a schedule gives it: `2030-03-05`, `day 4`. */
export function dayWords({ on, day }: ScheduledDay): string {
  return on ?? (day === undefined ? '' : `day ${day}`);
}

/**
 * What a schedule says of a duty beside who owes it and when: how much, how firmly, who verifies it, where it lies meanwhile,
 * what it rests on.
 */
export function dutyWords(duty: ScheduledDuty, scenario: Scenario, text: Text): readonly string[] {
  const { strength, verifier, provisional, waitsFor, trigger, opens, due } = duty;
  const actor = (id: string) => actorLabel({ scenario, text }, id);
  return [
    ...howMuch(duty, scenario.terms),
    ...(strength === 'may' ? ['which it may do, and need not'] : []),
    ...(strength === 'aims to' ? ['which it aims to do, and is not bound to'] : []),
    ...(verifier === undefined ? [] : [`verified by ${actor(verifier)}`]),
    ...(!due && opens && waitsFor.length === 0 ? [`from ${dayWords(opens)} on, without end`] : []),
    ...held(duty, actor, text),
    ...(trigger && waitsFor.length === 0 ? [sayWhen(trigger, text, scenario)] : []),
    ...(provisional ? ['provisional'] : []),
    ...waitsFor.map((wait) => `waits for ${sayWait(wait, text)}`),
  ];
}

function howMuch({ of, amount, unsettled, kind }: ScheduledDuty, terms: Terms): readonly string[] {
  const why = unsettled ? [sayUnsettled(unsettled)] : [];
  if (of === undefined || amount?.least === undefined) return why;
  const term = terms[splitPath(of).term];
  const unit =
    term?.kind === 'quantity' ? ` ${unitFor(term.unit, amount.least === amount.most ? amount.most : 2)}` : '';
  return [`${kind === 'level' ? 'a level of ' : ''}${spanWords(amount.least, amount.most)}${unit}`, ...why];
}

function spanWords(least: number, most: number | undefined): string {
  if (least === most) return figure(least);
  return most === undefined ? `at least ${figure(least)}` : `${figure(least)}–${figure(most)}`;
}

function held({ escrow }: ScheduledDuty, actor: (id: string) => string, text: Text): readonly string[] {
  if (!escrow) return [];
  const { holder, released, waitsFor } = escrow;
  return [
    `paid in to ${actor(holder)}${released ? `, set free on ${dayWords(released)}` : ''}`,
    ...waitsFor.map((wait) => `its release waits for ${sayWait(wait, text)}`),
  ];
}
