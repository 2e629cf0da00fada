import type { Check } from './check.js';
import { DRAFTS_READ } from './checks/drafts.js';
import { LAWS_HOLD } from './checks/laws.js';
import { POSITIONS_RIGHT } from './checks/positions.js';
import { SPACES_WHOLE } from './checks/spaces.js';
import { TALKS_RIGHT } from './checks/talks.js';
import { TEXTS_BY_HAND } from './checks/texts-by-hand.js';
import { TEXTS_RIGHT } from './checks/texts.js';
import { VERDICTS_RIGHT } from './checks/verdicts.js';

export const CHECKS: readonly Check[] = [
  ...DRAFTS_READ,
  ...SPACES_WHOLE,
  ...POSITIONS_RIGHT,
  ...VERDICTS_RIGHT,
  ...TALKS_RIGHT,
  ...TEXTS_BY_HAND,
  ...TEXTS_RIGHT,
  ...LAWS_HOLD,
];
