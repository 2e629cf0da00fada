import fc from 'fast-check';
import type { TalksEvent } from 'sticking-points';
import { partingOf } from '../../model/texts/compare.js';
import { anyDuties, anyReports, type Duties } from '../../model/texts/drawn.js';
import type { Check } from '../check.js';
import { lookedFor } from './looked-for.js';

const cases: fc.Arbitrary<readonly [Duties, readonly TalksEvent[]]> = anyDuties.chain((duties) =>
  fc.tuple(fc.constant(duties), anyReports(duties)),
);

/** How a text is carried out, by a model of that. */
export const TEXTS_RIGHT: readonly Check[] = [
  lookedFor({
    title: 'a text is carried out as the model of it is',
    cases: [cases],
    wrong: ([duties, events]) => partingOf(duties, events),
    size: ([duties, events]) => Object.keys(duties).length + events.length,
    tell: ([duties, events]) => JSON.stringify([duties, events]),
    runs: 500,
  }),
];
