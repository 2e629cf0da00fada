import type { Answer, Mandate, Offer, Positions, Scenario, TalksOptions } from 'sticking-points';

/** What a party has answered in the course of the talks. */
interface Declared {
  readonly answer: Answer;
  /** The demands it gives up by accepting. */
  readonly concedes: readonly string[];
}

/** Which step of ratification the agreement has come to, and how long an approval may still be objected to. */
export interface Approval {
  readonly offer: string;
  readonly step: number;
  /** `null` while the vote is still to come. */
  readonly daysLeft: number | null;
  /** Bodies that have decided, and how, where the step asks several. */
  readonly heard: Readonly<Record<string, 'approved' | 'rejected'>>;
  /** The step of the chain that another now stands in for. */
  readonly inPlaceOf: number | null;
  /** The day of the approval that may be objected to, as told; where any is known. */
  readonly approved: string | null;
  /** The day on which the chain came to the step; at first, that of the agreement. */
  readonly since: string | null;
  /** The days on which bodies were heard, as told. */
  readonly heardOn: Readonly<Record<string, string | null>>;
}

type NextPhase = 'none' | 'toBegin' | 'underWay' | 'settled' | 'failed';

/** A deal in force. */
export interface Delivery {
  /** The offer that is its text. */
  readonly offer: string;
  /** 0 before it has started. */
  readonly phase: number;
  /** Days since the phase began. */
  readonly day: number;
  /** The day on which it began, where that is known. */
  readonly began: string | null;
  /** The day on which the deal started, or that on which it came through its approvals as long as it has not. */
  readonly since: string | null;
  /** The day on which the talks on the next phase were opened. */
  readonly opened: string | null;
  /** Days by which the phase was made longer. */
  readonly extended: number;
  /** How often, by each rule. */
  readonly extensions: Readonly<Record<string, number>>;
  readonly disputes: readonly { readonly obligation: string; readonly by?: string }[];
  readonly next: NextPhase;
  /** The offer by which the next phase was settled, if it was by one. */
  readonly settled: string | null;
  /** The day from which on it has gone by its offer, if it went by another before and that day is known. */
  readonly byOfferSince: string | null;
}

/**
 * How talks stand, as far as anything may depend on it. Written from what the events, the states and the process are said
 * to mean, and from nothing that the machine is made of.
 */
export interface Model {
  readonly scenario: Scenario;
  readonly options: TalksOptions;
  readonly state: string;
  readonly round: string | null;
  /** Preconditions that are met, joint ones aside. */
  readonly met: readonly string[];
  readonly mandates: Readonly<Record<string, Mandate>>;
  /** Every offer that is known: the scenario's, and those that events brought. */
  readonly offers: Readonly<Record<string, Offer>>;
  /** What is asked now. */
  readonly positions: Positions;
  /** The offer that lies on the table. */
  readonly table: string | null;
  /** Answers to it. */
  readonly declared: Readonly<Record<string, Declared>>;
  readonly approval: Approval | null;
  readonly delivery: Delivery | null;
  /** The day the talks have come to, where that is known. */
  readonly today: string | null;
  /** The day up to which reports count; `null` for all that is known. */
  readonly asOf: string | null;
}

/** Talks in which nothing has happened. */
export function initial(scenario: Scenario, options: TalksOptions = {}): Model {
  const withRounds = Object.keys(scenario.process.rounds).length > 0;
  return {
    scenario,
    options,
    state: options.start === 'talks' || !withRounds ? 'talks.open' : 'betweenRounds',
    round: null,
    met: [],
    mandates: {},
    offers: scenario.offers,
    positions: scenario.positions,
    table: null,
    declared: {},
    approval: null,
    delivery: null,
    today: null,
    asOf: options.asOf ?? null,
  };
}

export const FINAL: readonly string[] = ['fulfilled', 'superseded', 'lapsed', 'collapsed'];

export const inTalks = ({ state }: Model): boolean => state.startsWith('talks.');
export const inDelivery = ({ state }: Model): boolean => state.startsWith('carryingOut.');
export const isRatifying = ({ state }: Model): boolean => state.startsWith('ratifying.');

/** A record's own value: a party may be called `constructor`. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
