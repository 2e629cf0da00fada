import { phaseStart, phaseEnd } from '../offers/text/text.js';
import { START } from '../offers/text/trigger.js';
import type { Obligation } from '../offers/text/obligation.js';
import type { nodeParts } from './clause-node.js';
import { phaseOf } from './course.js';
import { phaseIn } from './dependencies.js';
import { dateOf, laterOf, plusDays } from './instant.js';
import { scaledLength } from './scaled-length.js';
import { after, lastOf, timeTrigger } from './trigger-day.js';
import { at, waiting, type Look, type Timed, type Timetable } from './timed.js';
import { endsBy, followedByGroup, triggersOfGroup, type Groups } from './windows.js';

/** When a node of a text is, by the days of those it hangs on. */
export function evaluateNode(
  table: Timetable,
  groups: Groups,
  of: Look,
  { what, id }: ReturnType<typeof nodeParts>,
): Timed {
  const { text } = table;
  if (what === 'event') return timeEvent(table, of, id);
  const obligation = text.obligations[id];
  if (!obligation) return waiting();
  if (what === 'due') return timeDue(table, of, id, obligation);
  const group = groups.get(id) ?? [id];
  const triggers = triggersOfGroup(text, group);
  return lastOf([
    ...(triggers.length > 0 ? triggers.map((begins) => timeTrigger(table, of, begins)) : [waiting({ for: 'trigger' })]),
    ...followedByGroup(text, group).map((other) => timeTrigger(table, of, { kind: 'completed', obligation: other })),
  ]);
}

function timeEvent(table: Timetable, of: Look, id: string): Timed {
  const { text, happened, scenario, offer, by } = table;
  const known = Object.hasOwn(happened.events, id) ? happened.events[id] : undefined;
  if (known) return at(known);
  if (id === START) return by === 'plan' ? at({ count: 'start', day: 0 }) : waiting({ for: 'event', event: START });
  const own = Object.hasOwn(text.events, id) ? text.events[id] : undefined;
  if (own) return own.trigger ? timeTrigger(table, of, own.trigger) : waiting({ for: 'event', event: id });
  const phase = phaseIn(id);
  if (!phase) return waiting({ for: 'event', event: id });
  if (phase.end) {
    const start = of(`event ${phaseStart(phase.n)}`);
    if (!start.at) return start;
    const { days, has } = phaseOf(scenario, offer, phase.n, dateOf(start.at) ?? null);
    if (has === false) return waiting({ for: 'event', event: id });
    if (days.most === undefined || days.most !== days.least) return waiting({ for: 'length' });
    return at(plusDays(start.at, days.most + (happened.extended[phase.n] ?? 0)), start.provisional);
  }
  const begins = text.phases[phase.n]?.begins;
  if (begins) return timeTrigger(table, of, begins);
  if (phase.n === 1) return of(`event ${START}`);
  // That one phase is over does not make the next begin: of that, only a report tells.
  if (by === 'fact') return waiting({ for: 'event', event: id });
  return of(`event ${phaseEnd(phase.n - 1)}`);
}

function timeDue(table: Timetable, of: Look, id: string, obligation: Obligation): Timed {
  const { happened } = table;
  const moved = Object.hasOwn(happened.postponed, id) ? happened.postponed[id] : undefined;
  if (moved && obligation.kind !== 'recurring') return at(moved);
  const byText = timeDueByText(table, of, id, obligation);
  // What comes round again loses no turn by being put off, however long its text lets it go on by now.
  return moved && byText.at ? { ...byText, at: laterOf(byText.at, moved) ?? byText.at } : byText;
}

function timeDueByText(table: Timetable, of: Look, id: string, obligation: Obligation): Timed {
  const opens = of(`opens ${id}`);
  if (!opens.at) return opens;
  const { within, every, times } = obligation;
  if (every && times !== undefined) return after(opens, scaledLength(every, times));
  if (within) return after(opens, within);
  const end = endsBy(obligation);
  // What is to be left undone, and nobody says until when, has no last day.
  if (!end) return obligation.kind === 'refrain' ? waiting() : opens;
  const closes = timeTrigger(table, of, end);
  return closes.at ? { ...closes, provisional: closes.provisional || opens.provisional } : closes;
}
