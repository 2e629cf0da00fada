import fc from 'fast-check';
import type { Course } from './compare.js';
import { amendmentsOf } from './drawn-amendments.js';
import type { Deal } from './deal.js';
import { anyDeal } from './drawn.js';
import { anyReports } from './reports.js';
import { anyCourse, outlasting } from './reports-amended.js';

/** Whether its second phase is still to be negotiated, and something else holds until then. */
const mayOutlast = ({ phases, talks }: Deal): boolean =>
  phases[1]?.isToSettle === true && Object.values(talks).some(({ on, isBackedUp }) => on === 2 && isBackedUp);

/** A deal and what is told of it, while it stays as it is or is amended on the way. */
export const anyCase: fc.Arbitrary<Course> = anyDeal.chain((deal) =>
  fc.oneof(
    anyReports(deal).map((events) => ({ deal, amendments: {}, events })),
    ...(mayOutlast(deal)
      ? [fc.tuple(amendmentsOf(deal), outlasting(deal)).map(([amendments, events]) => ({ deal, amendments, events }))]
      : []),
    amendmentsOf(deal).chain((amendments) =>
      anyCourse(deal, amendments).map((events) => ({ deal, amendments, events })),
    ),
  ),
);
