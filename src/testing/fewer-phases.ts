import { heldIn } from '../base/records.js';
import type { Region } from '../positions/region.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';
import { PHASES, type Point } from '../terms/layout.js';
import { branchesOf } from './branches.js';
import { figuresOf } from './figures.js';
import { drawn, simplest, type Draws } from './guides.js';
import type { Within } from './within.js';

/**
 * Points with fewer phases: as close to one as may be, its totals kept; as it is but for the last phase, which is dropped
 * whole, totals and all.
 */
export function* withFewerPhases(scenario: Scenario, point: Point, within: Within): Generator<Point | undefined> {
  const layout = layoutOf(scenario);
  const phases = phasesAt(scenario, point);
  for (const fewer of fewerThan(scenario, phases)) yield within.nearest(inPhases(fewer), point);
  const left = [...point];
  for (let last = phases; last > (layout.variables[layout.at[PHASES] ?? 0]?.least ?? 1); last--) {
    for (const [place, { name }] of layout.variables.entries()) {
      if (!name.endsWith(`@${last}`)) continue;
      const total = heldIn(layout.at, name.replace(/@\d+$/, ''));
      if (total !== undefined) left[total] = (left[total] ?? 0) - (left[place] ?? 0);
      left[place] = 0;
    }
    yield within.nearest(inPhases(last - 1), left);
  }
}

/** Points in each branch of where to look: the simplest there, and those close to one. */
export function* inEachBranch(scenario: Scenario, point: Point, within: Within): Generator<Point | undefined> {
  for (const branch of branchesOf(within.region)) {
    yield within.find(branch, simplest(figuresOf(scenario)));
    yield within.nearest(branch, point);
  }
}

/**
 * Points with fewer phases, and with as many, where these draws lead, whatever the point has in its phases: it may take other
 * figures to make up for those of a phase that goes, or two terms that change at once.
 */
export function* elsewhere(
  scenario: Scenario,
  point: Point,
  within: Within,
  draws: () => readonly Draws[],
): Generator<Point | undefined> {
  const phases = phasesAt(scenario, point);
  for (const many of [...fewerThan(scenario, phases), phases]) {
    for (const one of draws()) yield within.find(inPhases(many), drawn(layoutOf(scenario), one, figuresOf(scenario)));
  }
}

function phasesAt(scenario: Scenario, point: Point): number {
  return point[layoutOf(scenario).at[PHASES] ?? 0] ?? 0;
}

function fewerThan(scenario: Scenario, phases: number): readonly number[] {
  const layout = layoutOf(scenario);
  const least = layout.variables[layout.at[PHASES] ?? 0]?.least ?? 1;
  return Array.from({ length: Math.max(0, phases - least) }, (_, i) => least + i);
}

function inPhases(many: number): Region {
  return { kind: 'band', sum: [{ of: PHASES, times: 1 }], least: many, most: many };
}
