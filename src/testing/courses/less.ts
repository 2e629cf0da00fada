import type { TalksEvent } from '../../scenario/event.js';
import { nearerToNothing } from '../nearer-to-nothing.js';

/** What may be left out of events. */
const DETAILS = [
  'on',
  'reportedOn',
  'citation',
  'because',
  'by',
  'concedes',
  'rule',
  'phase',
  'observer',
  'amount',
  'parts',
  'votes',
  'outcome',
  'title',
  'rigidity',
];

/** What has ways of its own to become simpler. */
const WHOLE = ['offer', 'condition', 'citation'];

/** An event with less in it: without a detail, with how a vote came out in place of its figures, or with a smaller figure. */
export function withLess(event: TalksEvent): readonly TalksEvent[] {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(event);
  const without = (left: string) => Object.fromEntries(entries.filter(([key]) => key !== left));
  // Which other deal takes the place of one need not be said; of all else an offer is what it is about.
  const isDetail = (key: string) => DETAILS.includes(key) || (key === 'offer' && event.type === 'deal.superseded');
  const details = entries.filter(([key]) => isDetail(key)).map(([key]) => without(key));
  const cameOut =
    event.type === 'ratification.voted' && event.votes
      ? (['approved', 'rejected'] as const).map((outcome) => ({ ...without('votes'), outcome }))
      : [];
  const within = entries.flatMap(([key, value]) =>
    WHOLE.includes(key) ? [] : lessIn(value).map((less) => ({ ...event, [key]: less })),
  );
  // What is left is the same event, or one that will be refused, and then it is not used.
  return [...details, ...cameOut, ...within] as unknown as readonly TalksEvent[];
}

/** What an event carries with less in it: one thing left out of several, or a figure nearer to nothing, at any depth. */
function lessIn(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return nearerToNothing(value);
  if (Array.isArray(value)) return value.map((_, i): readonly unknown[] => value.toSpliced(i, 1));
  if (typeof value !== 'object' || value === null) return [];
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const fewer = entries.map(([left]) => Object.fromEntries(entries.filter(([key]) => key !== left)));
  return [...fewer, ...entries.flatMap(([key, inner]) => lessIn(inner).map((less) => ({ ...value, [key]: less })))];
}
