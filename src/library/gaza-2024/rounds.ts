import { februaryRounds } from './rounds-february.js';
import { januaryRounds } from './rounds-january.js';

/**
 * Meetings and exchanges, in order of event. How those present met is reported of none of them: a format is given only to
 * the exchanges in which both sides had a part, and is inferred.
 */
export const rounds = () => ({ ...januaryRounds(), ...februaryRounds() });
