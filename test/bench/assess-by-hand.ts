import { deepEqual } from 'node:assert/strict';
import { assess, type Offer } from 'sticking-points';
import type { Bench } from './bench.js';
import { heldByHand, type ByHand } from './by-hand.js';
import { harbour, mediatorsDraft } from './harbour.js';
import { speedBeside } from './measure.js';

const CALLS = 60;

/** `assess` beside a function written for these twelve positions alone; first it is made sure that the two agree. */
export const againstByHand: Bench = {
  name: 'assess beside a hand-written function, by speed: 1 is as fast (aim: at least 0.33)',
  rows: () => {
    for (const offer of Object.values(harbour.offers)) deepEqual(inBrief(offer), byId(heldByHand(offer)));
    const contest = { ours: (offer: Offer) => assess(harbour, offer), theirs: heldByHand };
    return [
      [
        'an offer never seen before at each call',
        speedBeside({
          ...contest,
          prepare: () => Array.from({ length: CALLS }, () => structuredClone(mediatorsDraft)),
        }),
      ],
      [
        'the same offer at each call',
        speedBeside({ ...contest, prepare: () => Array.from({ length: CALLS }, () => mediatorsDraft) }),
      ],
    ];
  },
};

/** What `assess` says, as far as the hand-written function says it. */
function inBrief(offer: Offer): readonly ByHand[] {
  const { verdicts } = assess(harbour, offer);
  return byId(
    verdicts.map(({ position, verdict, readings }) => ({
      position,
      verdict,
      slack: readings.flatMap((r) => r.margins.map((m) => m.slack)),
    })),
  );
}

function byId(held: readonly ByHand[]): readonly ByHand[] {
  return [...held].sort((a, b) => (a.position < b.position ? -1 : 1));
}
