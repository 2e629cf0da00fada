import { februaryTimeline } from './timeline-february.js';
import { januaryTimeline } from './timeline-january.js';
import { parisTimeline } from './timeline-paris.js';
import { returnTimeline } from './timeline-return.js';

/**
 * What happened, as reported, in order of event: where dates leave the order open it is that in which this stands. Each
 * event can be done in this order on talks with all that is known.
 *
 * One round is held at a time and one offer lies on the table at a time: what overlapped in the reports stands here one
 * after the other, so that the agenda of Cairo (by 22 February) comes before the pause spoken of in Israel on 22 February.
 */
export const timeline = () =>
  [...januaryTimeline(), ...parisTimeline(), ...februaryTimeline(), ...returnTimeline()] as const;
