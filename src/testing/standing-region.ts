import { heldIn } from '../base/records.js';
import type { CalendarDate } from '../base/day.js';
import { draw } from '../positions/draw.js';
import type { Want } from '../positions/ask.js';
import { canBlock, readingsBy, type Position } from '../positions/position.js';
import type { Region } from '../positions/region.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import { worthEnough } from '../assessment/score-region.js';

/** Where the offers lie that meet a position under every reading known by a day, or leave it unmet under every one. */
export function positionRegion(scenario: Scenario, position: Position, want: Want, asOf?: CalendarDate): Region {
  const frame = { ...settingOf(scenario), want };
  const readings = readingsBy(position, scenario.sources, asOf);
  // Before anything of a position was reported, no offer sticks on it.
  if (readings.length === 0 && want === 'unmet') return { kind: 'either', of: [] };
  return { kind: 'both', of: readings.map(({ condition }) => draw(condition, frame)) };
}

/** Where the offers lie that nothing a party is known to hold stands against: its red lines, its demands, its score. */
export function acceptableRegion(scenario: Scenario, party: string, asOf?: CalendarDate): Region {
  const positions = Object.values(scenario.positions).filter((p) => p.party === party && canBlock(p.rigidity.value));
  const score = heldIn(scenario.scores, party);
  return {
    kind: 'both',
    of: [
      ...positions.map((position) => positionRegion(scenario, position, 'met', asOf)),
      ...(score ? [worthEnough(scenario, score)] : []),
    ],
  };
}

/** Where the offers lie that the parties whose acceptance is enough would all accept, by the rule of agreement. */
export function dealRegion(scenario: Scenario): Region {
  const { agreement } = scenario;
  const weightOf = (party: string) => (agreement.rule === 'weights' ? (heldIn(agreement.weights, party) ?? 0) : 1);
  const needed = agreement.rule === 'unanimity' ? agreement.of.length : agreement.needed;
  const vetoes: readonly string[] = agreement.rule === 'unanimity' ? [] : agreement.vetoes;
  const regions = new Map(agreement.of.map((party) => [party, acceptableRegion(scenario, party)]));
  const enough = (parties: readonly string[]) => parties.reduce((sum, party) => sum + weightOf(party), 0) >= needed;
  const coalitions = subsetsOf(agreement.of).filter(
    (some) => enough(some) && vetoes.every((party) => some.includes(party)),
  );
  // One that holds another asks for more than that one does.
  const smallest = coalitions.filter(
    (some) => !coalitions.some((other) => other.length < some.length && other.every((party) => some.includes(party))),
  );
  return {
    kind: 'either',
    of: smallest.map((some): Region => ({ kind: 'both', of: some.flatMap((party) => regions.get(party) ?? []) })),
  };
}

function subsetsOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.reduce<readonly (readonly T[])[]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}
