import type { Length, Trigger } from 'sticking-points';

/** What a plain reckoning of triggers goes by: days from the start, of what has a day. */
export interface KnownDays {
  /** The date of the start. */
  readonly start: string;
  readonly event: (id: string) => number | undefined;
  readonly begun: (obligation: string) => number | undefined;
  readonly done: (obligation: string) => number | undefined;
  /** Since when so much has been done of these. */
  readonly reached: (of: readonly string[], needed: number) => number | undefined;
  readonly certified: (id: string) => number | undefined;
}

const DAY = 86_400_000;

/** The day on which a trigger fires, counted from the start, written as plainly as may be; nothing where it does not. */
export function firesOn(trigger: Trigger, known: KnownDays): number | undefined {
  const part = (one: Trigger) => firesOn(one, known);
  switch (trigger.kind) {
    case 'day': {
      const from = known.event(trigger.from);
      return from === undefined ? undefined : from + trigger.day - trigger.first;
    }
    case 'event':
      return moved(moved(known.event(trigger.event), trigger.after, 1, known), trigger.before, -1, known);
    case 'date':
      return (Date.parse(trigger.date) - Date.parse(known.start)) / DAY;
    case 'started':
      return moved(known.begun(trigger.obligation), trigger.after, 1, known);
    case 'completed':
      return moved(known.done(trigger.obligation), trigger.after, 1, known);
    case 'total':
      if (typeof trigger.reaches !== 'number') throw new TypeError('Shares are not reckoned with.');
      return moved(known.reached(trigger.of, trigger.reaches), trigger.after, 1, known);
    case 'certified':
      return moved(known.certified(trigger.certification), trigger.after, 1, known);
    case 'found':
      return undefined;
    case 'earliest': {
      const days = trigger.of.map(part).filter((day) => day !== undefined);
      return days.length === 0 ? undefined : Math.min(...days);
    }
    case 'latest': {
      const days = trigger.of.map(part);
      return days.includes(undefined) ? undefined : Math.max(...days.map((day) => day ?? 0));
    }
  }
}

/** So long after a day, or before it; of lengths, only exact ones. */
function moved(day: number | undefined, length: Length | undefined, sign: 1 | -1, { start }: KnownDays) {
  if (day === undefined || !length) return day;
  if (length.length.wording !== 'exactly') throw new TypeError('Only exact lengths are reckoned with.');
  const { n } = length.length;
  if (length.unit !== 'months') return day + sign * n * (length.unit === 'weeks' ? 7 : 1);
  const from = new Date(Date.parse(start) + day * DAY);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + sign * n];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return day + (Date.UTC(year, month, Math.min(from.getUTCDate(), last)) - from.getTime()) / DAY;
}
