import { fault, type Fault } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import type { Delivery } from '../obligations/delivery.js';
import type { TalksOnPhase, TextRun } from '../obligations/text-run.js';
import type { PromisedTalksEvent } from '../scenario/events/deal.js';
import { againstTooEarly, dateIn, type Earliest } from './against-too-early.js';
import { unknownIn } from './unknown-in-text.js';

/** Talks on a phase are told of otherwise; those that are under way are not opened, nor those that are over ended. */
export function againstTalks({ text, run }: Delivery, event: PromisedTalksEvent): readonly Fault[] {
  const { type, talks: id } = event;
  const talks = Object.hasOwn(text.talks, id) ? text.talks[id] : undefined;
  if (!talks) return [unknownIn('talks', 'talks', ['talks'], id, idsOf(text.talks))];
  if (talks.on !== undefined) {
    const message = `'${id}' are talks on phase ${talks.on}: report how they go as 'nextPhase.opened', 'settled' or 'failed'.`;
    return [fault('talks/on-a-phase', ['talks'], message, { talks: id, on: talks.on })];
  }
  const turns = (Object.hasOwn(run.talks, id) ? run.talks[id] : undefined) ?? {};
  const { opened, settled, failed } = turns;
  const stand =
    settled !== undefined ? 'settled' : failed !== undefined ? 'failed' : opened !== undefined ? 'open' : 'to begin';
  // Talks may fail without having begun, and begin again after they failed.
  const free = {
    'promisedTalks.opened': ['to begin', 'failed'],
    'promisedTalks.settled': ['open'],
    'promisedTalks.failed': ['to begin', 'open'],
  }[type];
  if (free.includes(stand))
    return againstTooEarly(event, `That the talks '${id}' ${TURNS[type]}`, earliest(run, type, turns));
  const message = `'${id}' ${stand === 'open' || stand === 'to begin' ? 'are' : 'have'} ${stand}: that cannot be told of them now.`;
  return [fault('talks/so-already', ['talks'], message, { talks: id, stand })];
}

const TURNS = {
  'promisedTalks.opened': 'were opened',
  'promisedTalks.settled': 'were settled',
  'promisedTalks.failed': 'failed',
} as const;

/**
 * What talks were opened after, which they may be before the deal is in force: that it was agreed, or that they failed; and, if
 * they were, what they ended after.
 */
function earliest(run: TextRun, type: PromisedTalksEvent['type'], { opened, failed }: TalksOnPhase): Earliest {
  if (failed !== undefined) return { after: 'they failed', day: dateIn(run, failed) };
  if (type === 'promisedTalks.opened' || opened === undefined)
    return { after: 'the deal was agreed', day: dateIn(run, 0) };
  return { after: 'they were opened', day: dateIn(run, opened) };
}
