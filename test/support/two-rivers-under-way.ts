import type { TalksEvent } from 'sticking-points';

/** The accord of the two rivers in force for some days: one duty done late, of another a breach alleged. */
export const twoRiversUnderWay: readonly TalksEvent[] = [
  { type: 'offer.tabled', offer: 'accord', on: '2030-02-20' },
  { type: 'agreement.concluded' },
  { type: 'deal.started', on: '2030-03-01' },
  { type: 'days.passed', days: 20 },
  { type: 'performance.reported', obligation: 'notice-up', amount: 1 },
  { type: 'breach.alleged', obligation: 'maps-up', by: 'lowlands' },
];
