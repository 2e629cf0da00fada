import { figure, listed, unique } from '../base/list.js';
import { remembered } from '../base/remembered.js';
import { readingsOf } from '../evidence/field.js';
import { draw } from '../positions/draw.js';
import type { Region } from '../positions/region.js';
import { layoutOf, settingOf, type Scenario } from '../scenario/scenario.js';
import { reachOf } from '../terms/amount-span.js';
import { conditionsOf, figuresOf } from './figures.js';

/** To so many at most what has no upper end is drawn above all figures: far beyond, sums would no longer be exact. */
export const GREATEST_MOST = 1_000_000_000;

/**
 * How far what has no upper end is searched, in steps or days: to `most` above every figure of scenario and region, times
 * as many as the region asks of one thing for each of another.
 */
export function topOf(scenario: Scenario, region: Region, most: number): number {
  const greatest = Math.max(greatestOf(scenario).figure, endOf(region));
  return most + Math.min(greatest * factorOf(region), Math.max(greatest, GREATEST_MOST));
}

/** That nothing was found so far up, which is no proof; what has no upper bound; and the way out. */
export function noProof(scenario: Scenario, top: number): string {
  const terms = endlessOf(scenario).map((id) => `'${id}'`);
  const have = terms.length === 1 ? 'has' : 'have';
  return `up to ${figure(top)} steps, or days: ${listed(terms)} ${have} no upper bound, so that this is no proof. Give one, or a greater 'most' where you draw.`;
}

/** What has no upper bound, by its id: a term, the length, a count that nobody reports. */
function endlessOf(scenario: Scenario): readonly string[] {
  const reported = Object.keys(scenario.counts).filter((id) => scenario.counts[id]?.figure);
  const endless = layoutOf(scenario).variables.filter(({ most }) => !Number.isFinite(most));
  const ids = unique(endless.map(({ name }) => name.split(/[/@=]/)[0] ?? name));
  return ids.map((id) => id.replace(/^count /, '')).filter((id) => !reported.includes(id));
}

/** The greatest figure that a scenario speaks of: in bounds, offers, counts, and on the lines of positions and norms. */
const greatestOf = /* @__PURE__ */ remembered((scenario: Scenario) => {
  const { own, turning } = figuresOf(scenario);
  const regions = conditionsOf(scenario).flatMap((condition) =>
    (['met', 'unmet'] as const).map((want) => draw(condition, { ...settingOf(scenario), want })),
  );
  const counted = Object.values(scenario.counts).flatMap(({ figure: field }) =>
    (field ? readingsOf(field) : []).flatMap(({ value }) => Object.values(reachOf(value, 1)).map(Number)),
  );
  const bounds = layoutOf(scenario).variables.flatMap(({ least, most }) => [least, most]);
  const all = [...own.flat(), ...turning.flat(), ...regions.map(endOf), ...counted, ...bounds];
  return { figure: all.reduce((a, n) => (Number.isFinite(n) ? Math.max(a, Math.ceil(Math.abs(n))) : a), 0) };
});

/** The greatest figure at an end of a band: where its variables count several times, of the one that counts least. */
function endOf(region: Region): number {
  if (region.kind !== 'band') return region.of.reduce((greatest, part) => Math.max(greatest, endOf(part)), 0);
  const end = Math.max(Math.abs(region.least ?? 0), Math.abs(region.most ?? 0));
  return Math.ceil(end / smallestIn(region));
}

/** How many times one variable a band of the region may ask of another. */
function factorOf(region: Region): number {
  if (region.kind !== 'band') return region.of.reduce((greatest, part) => Math.max(greatest, factorOf(part)), 1);
  const times = region.sum.reduce((greatest, m) => Math.max(greatest, Math.abs(m.times)), 1);
  return Math.ceil(times / smallestIn(region));
}

function smallestIn({ sum }: Extract<Region, { kind: 'band' }>): number {
  const least = sum.reduce((a, { times }) => (times === 0 ? a : Math.min(a, Math.abs(times))), Infinity);
  return Number.isFinite(least) ? least : 1;
}
