import fc from 'fast-check';
import type { TalksEvent } from 'sticking-points';
import { partingOf } from '../../model/texts/compare.js';
import type { Deal } from '../../model/texts/deal.js';
import { anyDeal } from '../../model/texts/drawn.js';
import { anyReports } from '../../model/texts/reports.js';
import type { Check } from '../check.js';
import { lookedFor } from './looked-for.js';

const cases: fc.Arbitrary<readonly [Deal, readonly TalksEvent[]]> = anyDeal.chain((deal) =>
  fc.tuple(fc.constant(deal), anyReports(deal)),
);

/** How a text is carried out, by a model of that. */
export const TEXTS_RIGHT: readonly Check[] = [
  lookedFor({
    title: 'a text is carried out as the model of it is',
    cases: [cases],
    wrong: ([deal, events]) => partingOf(deal, events),
    size: ([{ duties }, events]) => Object.keys(duties).length + events.length,
    tell: ([deal, events]) => JSON.stringify([deal, events]),
    runs: 500,
  }),
];
