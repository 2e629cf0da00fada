import type { TalksEvent } from '../scenario/event.js';
import type { TalksSnapshot } from './next-events.js';
import type { TalksState } from './where.js';

/** An event that was accepted, and the state it led to. */
export interface LogEntry {
  readonly event: TalksEvent;
  readonly state: TalksState;
}

/** A point in the course of talks. Courses share their past, so that none is copied: neither by an event nor by a fork. */
export interface Point {
  readonly snapshot: TalksSnapshot;
  readonly entry?: LogEntry;
  readonly before?: Point;
}

/** What happened up to a point, oldest first. */
export function logOf(point: Point): readonly LogEntry[] {
  const log: LogEntry[] = [];
  for (let at: Point | undefined = point; at; at = at.before) if (at.entry) log.push(at.entry);
  return log.reverse();
}
