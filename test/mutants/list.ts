import { IN_AMENDMENTS } from './in-amendments.js';
import { IN_ASSESSMENT } from './in-assessment.js';
import { IN_DELIVERY } from './in-delivery.js';
import { IN_LASTING } from './in-lasting.js';
import { IN_OBLIGATIONS } from './in-obligations.js';
import { IN_POSITIONS } from './in-positions.js';
import { IN_SCENARIO } from './in-scenario.js';
import { IN_TALKS } from './in-talks.js';
import { IN_TERMS } from './in-terms.js';
import { IN_TEXTS } from './in-texts.js';
import { IN_TRIGGERS } from './in-triggers.js';
import { IN_TURNS } from './in-turns.js';
import type { Mutation } from './mutation.js';

/**
 * The flaws planted one at a time to see whether they are found. Each shows on some offer or course of talks. The list
 * stood before what finds them was written: what is not found is a want of the checks, and no reason to take it off.
 */
export const MUTATIONS: readonly Mutation[] = [
  ...IN_TERMS,
  ...IN_POSITIONS,
  ...IN_ASSESSMENT,
  ...IN_TALKS,
  ...IN_DELIVERY,
  ...IN_AMENDMENTS,
  ...IN_OBLIGATIONS,
  ...IN_LASTING,
  ...IN_SCENARIO,
  ...IN_TEXTS,
  ...IN_TRIGGERS,
  ...IN_TURNS,
];
