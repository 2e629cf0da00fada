import type { TalksEvent } from '../scenario/event.js';
import { fingerprintOf } from '../scenario/fingerprint.js';
import type { Scenario } from '../scenario/scenario.js';
import type { LogEntry } from './history.js';
import type { TalksOptions } from './options.js';
import type { TalksState } from './where.js';

/** What tells saved talks from other JSON. */
export const SAVED_FORMAT: SavedTalks['format'] = 'sticking-points/talks';

/** The version in which talks are saved. */
export const SAVED_VERSION: SavedTalks['version'] = 1;

/** Talks as they are kept: what happened, and the scenario it happened in. Plain JSON. */
export interface SavedTalks {
  readonly format: 'sticking-points/talks';
  readonly version: 1;
  /** The id of the scenario. */
  readonly scenario: string;
  /** Drawn from what the scenario says, without prose and citations. */
  readonly fingerprint: string;
  readonly options: TalksOptions;
  readonly events: readonly TalksEvent[];
  /** Where they stood: should sources have been dated anew since, the same events may lead elsewhere. */
  readonly state: TalksState;
}

/** Talks in their envelope. */
export function saveOf(
  scenario: Scenario,
  options: TalksOptions,
  log: readonly LogEntry[],
  state: TalksState,
): SavedTalks {
  return {
    format: SAVED_FORMAT,
    version: SAVED_VERSION,
    scenario: scenario.id,
    fingerprint: fingerprintOf(scenario),
    options: { ...options },
    events: log.map(({ event }) => event),
    state,
  };
}
