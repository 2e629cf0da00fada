import { mapValues } from '../base/records.js';
import { phaseEnd, phaseStart } from '../offers/text/text.js';
import { START } from '../offers/text/trigger.js';
import type { Delivery } from './delivery.js';
import { breachesOf } from './breaches.js';
import { addedDays } from './extension.js';
import type { Happened } from './happened.js';
import type { Instant } from './instant.js';
import { turnsPutOff } from './put-off.js';
import { suspensionsOf } from './suspensions.js';
import { lastPhase } from './text-laid-out.js';
import { instantIn } from './text-run.js';

/** What has happened in a run, as the timing of its text wants it. */
export function happenedIn(
  delivery: Delivery,
  { done, letGo, completed }: Pick<Happened, 'done' | 'letGo' | 'completed'>,
): Happened {
  const { run } = delivery;
  const at = (day: number): Instant => instantIn(run, day);
  const named = (days: Readonly<Record<string, number>>, name: (phase: number) => string) =>
    Object.fromEntries(Object.entries(days).map(([n, day]) => [name(Number(n)), at(day)] as const));
  const postponed = Object.entries(run.duties).flatMap(([id, reports]) => {
    const whole = reports.findLast(({ what, occurrence }) => what === 'postponed' && occurrence === undefined);
    const until = whole?.until;
    return until === undefined ? [] : [[id, at(until)] as const];
  });
  const putOff = Object.keys(run.duties).flatMap((id) => {
    const turns = turnsPutOff(run, id);
    return turns.length > 0 ? [[id, turns] as const] : [];
  });
  const found = Object.entries(run.duties).flatMap(([id, reports]) => {
    const { foundOn } = breachesOf(reports);
    return foundOn === undefined ? [] : [[id, at(foundOn)] as const];
  });
  const suspended = Object.keys(run.duties).flatMap((id) => {
    const all = suspensionsOf(run, id);
    return all.length > 0 ? [[id, all] as const] : [];
  });
  const extended = Object.keys(run.phases).map((n) => [n, addedDays(delivery, Number(n))] as const);
  return {
    ...(run.started !== null && { today: at(run.day) }),
    isAtEnd: isAtEnd(delivery),
    events: {
      ...(run.started !== null && { [START]: at(run.started) }),
      ...named(run.phases, phaseStart),
      ...named(run.ended, phaseEnd),
      ...mapValues(run.events, at),
    },
    certified: mapValues(run.certified, at),
    ...(run.brought && { brought: mapValues(run.brought, at) }),
    found: Object.fromEntries(found),
    done,
    letGo,
    completed,
    postponed: Object.fromEntries(postponed),
    turnsPutOff: Object.fromEntries(putOff),
    suspended: Object.fromEntries(suspended),
    extended: Object.fromEntries(extended),
  };
}

/** Whether all phases of a deal are over. */
export function isAtEnd({ scenario, offer, run }: Delivery): boolean {
  const over = Object.keys(run.ended).length;
  return over > 0 && over >= lastPhase(scenario, offer)();
}
