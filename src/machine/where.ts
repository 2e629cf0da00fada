import type { TalksSnapshot } from './next-events.js';

/** Where talks stand, as one name. While a deal is carried out, how the next phase stands is a name of its own. */
export type TalksState =
  | 'betweenRounds'
  | 'talks.open'
  | 'talks.considering'
  | 'talks.blocked'
  | 'talks.agreedInPrinciple'
  | 'suspended'
  | 'ratifying.voting'
  | 'ratifying.objectionWindow'
  | 'carryingOut.awaitingStart'
  | `carryingOut.phase${number}`
  | 'carryingOut.inDispute'
  | 'fulfilled'
  | 'superseded'
  | 'lapsed'
  | 'collapsed';

/** How the talks on the next phase stand. */
export type NextPhaseState = 'none' | 'toBegin' | 'underWay' | 'settled' | 'failed';

/** A state of the machine by its one name. */
export function stateOf(value: TalksSnapshot['value']): TalksState {
  const [name, inner] = outerOf(value);
  // The names above are those of the machine's states; its own types lose the phases, which are made by number.
  if (inner === undefined) return name as TalksState;
  return `${name}.${typeof inner === 'string' ? inner : inner['delivery']}` as TalksState;
}

/** How the next phase stands; nothing while no deal is carried out. */
export function nextPhaseOf(value: TalksSnapshot['value']): NextPhaseState | undefined {
  const [, inner] = outerOf(value);
  return typeof inner === 'object' ? (inner['nextPhase'] as NextPhaseState) : undefined;
}

function outerOf(value: TalksSnapshot['value']): [string, (string | Readonly<Record<string, string>>)?] {
  if (typeof value === 'string') return [value];
  const [outer] = Object.entries(value) as [string, string | Readonly<Record<string, string>>][];
  return outer ?? [''];
}
