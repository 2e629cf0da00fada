import fc from 'fast-check';
import type { Course } from './compare.js';
import { amendmentsOf } from './drawn-amendments.js';
import { anyDeal } from './drawn.js';
import { anyReports } from './reports.js';
import { anyCourse } from './reports-amended.js';

/** A deal and what is told of it, while it stays as it is or is amended on the way. */
export const anyCase: fc.Arbitrary<Course> = anyDeal.chain((deal) =>
  fc.oneof(
    anyReports(deal).map((events) => ({ deal, amendments: {}, events })),
    amendmentsOf(deal).chain((amendments) =>
      anyCourse(deal, amendments).map((events) => ({ deal, amendments, events })),
    ),
  ),
);
