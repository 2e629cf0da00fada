import { oneOf, wholeBetween, yesOrNo, type OptionChecks } from './bad-options.js';

/** Which scenarios to draw: small ones, of which every offer could be listed, unless told otherwise. */
export interface ScenariosConstraints {
  /** The most parties, 4 at most. @defaultValue `3` */
  readonly parties?: number;
  /** The most terms, 8 at most. @defaultValue `4` */
  readonly terms?: number;
  /** The most phases, 12 at most. @defaultValue `3` */
  readonly phases?: number;
  /** The most steps from the lower to the upper bound of a quantity, 1,000,000 at most. @defaultValue `4` */
  readonly steps?: number;
  /** The most positions, 100 at most. @defaultValue `4` */
  readonly positions?: number;
  /** How many sets of positions to plant besides that exclude each other, with no norms beside them, for `plantedConflicts` to name. @defaultValue `0` */
  readonly conflicts?: number;
  /**
   * Whether there may be a rule of agreement other than that all who could stand in the way must accept, rounds with what
   * they need, ratification, deadlines and ways to extend a phase. @defaultValue `true`
   */
  readonly process?: boolean;
  /** Whether parties may accept by a score, which is always assumed; none do beside planted sets. @defaultValue `true` */
  readonly scores?: boolean;
  /** The most offers on record, 10 at most. @defaultValue `2` */
  readonly offers?: number;
  /** Whether these may have texts. @defaultValue `true` */
  readonly texts?: boolean;
  /** Whether every quantity has an upper bound, and the deal a longest duration. @defaultValue `true` */
  readonly bounded?: boolean;
  /** `awkward`: labels with brackets, quotes and words of the grammar, which sentences must keep apart. @defaultValue `'plain'` */
  readonly labels?: 'plain' | 'awkward';
}

/** What is drawn unless told otherwise. */
export const SCENARIO_DEFAULTS: Required<ScenariosConstraints> = {
  parties: 3,
  terms: 4,
  phases: 3,
  steps: 4,
  positions: 4,
  conflicts: 0,
  process: true,
  scores: true,
  offers: 2,
  texts: true,
  bounded: true,
  labels: 'plain',
};

/** What there are parties and terms for, by their ids. */
export const PARTIES = ['north', 'south', 'west', 'east'];
export const PLAIN_IDS = ['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'gorse', 'hazel'];

export const SCENARIO_CHECKS: OptionChecks<ScenariosConstraints> = {
  parties: wholeBetween(1, PARTIES.length),
  terms: wholeBetween(1, PLAIN_IDS.length),
  phases: wholeBetween(1, 12),
  steps: wholeBetween(0, 1_000_000),
  positions: wholeBetween(0, 100),
  conflicts: wholeBetween(0, 100),
  process: yesOrNo,
  scores: yesOrNo,
  offers: wholeBetween(0, 10),
  texts: yesOrNo,
  bounded: yesOrNo,
  labels: oneOf('plain', 'awkward'),
};
