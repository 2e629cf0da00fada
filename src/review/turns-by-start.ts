import { phaseEnd, type Text } from '../offers/text/text.js';
import { START } from '../offers/text/trigger.js';
import type { Offer } from '../offers/offer.js';
import type { ClauseNode } from '../obligations/clause-node.js';
import { NOTHING_HAPPENED } from '../obligations/happened.js';
import type { Instant } from '../obligations/instant.js';
import { asWorded, turnsIn } from '../obligations/last-day.js';
import type { Owing } from '../obligations/owing.js';
import type { Timetable } from '../obligations/timetable.js';
import { timeText } from '../obligations/timing.js';
import type { Groups } from '../obligations/windows.js';
import type { Scenario } from '../scenario/scenario.js';
import { FIXED, hangingIn } from './hanging.js';
import { DAYS_OF_A_YEAR, hasMonths } from './year-round.js';

/** How often obligations come round if the deal enters into force on one day of a year. */
export interface TurnsFrom {
  /** `01-31`. */
  readonly start: string;
  /** Nothing where that day alone does not tell. */
  readonly timesOf: (obligation: string) => number | undefined;
}

interface Given {
  readonly scenario: Scenario;
  readonly offer: Offer;
  readonly text: Text;
  readonly groups: Groups;
  readonly owing: Owing;
  readonly dependsOn: (node: string) => readonly string[];
  readonly events: Readonly<Record<string, Instant>>;
}

/**
 * How often some obligations come round, from each day of a year that is tried, where that hangs on months and on no calendar
 * day of its own: nothing where the start is known, or the text counts in days.
 */
export function turnsByStart(given: Given, ids: readonly string[]): readonly TurnsFrom[] {
  const { scenario, offer, text, owing, events } = given;
  if (ids.length === 0 || START in events || !hasMonths(offer, text)) return [];
  const known = ids.filter((id) => !hangsOnDate(given, id));
  const { least: owes, most: allows, turns, isUnsettled } = owing;
  return DAYS_OF_A_YEAR.map(({ name, day }): TurnsFrom => {
    const happened = { ...NOTHING_HAPPENED, events: { ...events, [START]: { count: 'calendar', day } as const } };
    const figures = { owes, allows, turns, isUnsettled };
    const table: Timetable = { scenario, offer, text, happened, by: 'plan', shutWindows: 'wait', ...figures };
    const times = timesIn(table, known);
    return { start: name, timesOf: (id) => times.get(id) };
  });
}

/** How often each comes round, as far as nothing that may be done sooner or later has a part in it. */
function timesIn(table: Timetable, ids: readonly string[]): ReadonlyMap<string, number> {
  const timing = timeText(table);
  const times = new Map<string, number>();
  for (const id of ids) {
    const obligation = table.text.obligations[id];
    if (!obligation) continue;
    const opens = timing.of(`opens ${id}`);
    const closes = asWorded(obligation, opens, timing);
    if (!opens.at || !closes.at || opens.provisional || closes.provisional) continue;
    times.set(id, turnsIn(table, obligation, { opens, closes }, timing).count);
  }
  return times;
}

function hangsOnDate({ scenario, text, groups, dependsOn }: Given, id: string): boolean {
  const hanging = hangingIn({ text, groups, dependsOn }, new Set());
  const phases = text.obligations[id]?.perPhase === true ? scenario.space.phases.most : 0;
  const nodes: readonly ClauseNode[] = [
    `opens ${id}`,
    `due ${id}`,
    ...Array.from({ length: phases }, (_, i) => `event ${phaseEnd(i + 1)}` as const),
  ];
  return nodes.some((node) => hanging(node).anchors.has(FIXED));
}
