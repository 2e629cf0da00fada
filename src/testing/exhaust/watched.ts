import type { DealRun, TalksContext } from '../../machine/context.js';
import type { Talks } from '../../machine/talks.js';
import type { Untold } from './left-untold.js';

/** Told what of a state is read that the state leaves untold. */
export type Reads = (what: Untold) => void;

/** The same talks, where it is noticed if anything of them is read that their state leaves untold; and so of their forks. */
export function watched(talks: Talks, untold: ReadonlySet<Untold>, reads: Reads): Talks {
  if (untold.size === 0) return talks;
  const noticed: Reads = (what) => {
    if (untold.has(what)) reads(what);
  };
  return watching(talks, noticed, 0);
}

/** @param own - how many events happened since these talks are watched: to take those back tells nothing. */
function watching(talks: Talks, reads: Reads, own: number): Talks {
  let since = own;
  const inLog = () => reads('log');
  return noticing(
    talks,
    { log: inLog, save: inLog },
    {
      clock: () => noticing(talks.clock, { asOf: () => reads('asOf') }),
      deal: () => talks.deal && dealWatched(talks.deal, reads),
      snapshot: () => noticing(talks.snapshot, {}, { context: () => contextWatched(talks.snapshot.context, reads) }),
      do: () => (event) => {
        const reply = talks.do(event);
        if (reply.accepted) since++;
        return reply;
      },
      undo: () => () => {
        if (since === 0) inLog();
        const undone = talks.undo();
        if (undone) since--;
        return undone;
      },
      redo: () => () => {
        const redone = talks.redo();
        if (redone) since++;
        return redone;
      },
      fork: () => () => watching(talks.fork(), reads, since),
    },
  );
}

function contextWatched(context: TalksContext, reads: Reads): TalksContext {
  const inOrder = () => {
    if (context.met.length > 1) reads('order');
  };
  return noticing(
    context,
    { asOf: () => reads('asOf'), met: inOrder },
    { deal: () => context.deal && dealWatched(context.deal, reads) },
  );
}

function dealWatched(deal: DealRun, reads: Reads): DealRun {
  const { text } = deal;
  const inOrder = () => {
    if (deal.disputes.length > 1) reads('order');
  };
  return noticing(
    deal,
    { day: () => reads('day'), disputes: inOrder },
    text && { text: () => noticing(text, { duties: () => reads('repeats') }) },
  );
}

/** A record that holds the same, where it is noticed if some of it is read, and some of it is another thing when it is. */
function noticing<T extends object>(
  record: T,
  onRead: { readonly [K in keyof T]?: () => void },
  instead: { readonly [K in keyof T]?: () => T[K] } = {},
): T {
  const copy = {};
  for (const [key, own] of Object.entries(Object.getOwnPropertyDescriptors(record))) {
    // An own key of the record.
    const name = key as keyof T & string;
    const [notice, other] = [onRead[name], instead[name]];
    const get = () => {
      notice?.();
      return other ? other() : record[name];
    };
    Object.defineProperty(copy, key, notice || other ? { get, enumerable: true, configurable: true } : own);
  }
  // All that the record holds.
  return copy as T;
}
