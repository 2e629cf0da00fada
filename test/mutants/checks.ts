import type { Check } from './check.js';
import { DRAFTS_READ } from './checks/drafts.js';
import { LAWS_HOLD } from './checks/laws.js';
import { POSITIONS_RIGHT } from './checks/positions.js';
import { SPACES_WHOLE } from './checks/spaces.js';
import { TALKS_BY_HAND } from './checks/talks-by-hand.js';
import { TALKS_RIGHT } from './checks/talks.js';
import { TEXTS_BY_HAND } from './checks/texts-by-hand.js';
import { TEXTS_RIGHT } from './checks/texts.js';
import { VERDICTS_RIGHT } from './checks/verdicts.js';

const OF_TALKS: readonly Check[] = [...TALKS_BY_HAND, ...TALKS_RIGHT];
const OF_TEXTS: readonly Check[] = [...TEXTS_BY_HAND, ...TEXTS_RIGHT];
const OF_OFFERS: readonly Check[] = [...DRAFTS_READ, ...SPACES_WHOLE, ...POSITIONS_RIGHT, ...VERDICTS_RIGHT];

/** All checks, those of what a flaw is about before the others: most flaws are found there, and the rest need not be run. */
export function checksFor(about?: string): readonly Check[] {
  const isOfTexts = about === 'obligations' || about === 'review';
  const first = about === 'machine' ? [OF_TALKS, OF_TEXTS] : isOfTexts ? [OF_TEXTS] : [OF_OFFERS];
  return [...new Set([...first, OF_OFFERS, OF_TALKS, OF_TEXTS, LAWS_HOLD])].flat();
}
