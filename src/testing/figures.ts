import { heldIn } from '../base/records.js';
import { remembered } from '../base/remembered.js';
import { readingsOf } from '../evidence/field.js';
import type { Condition } from '../positions/condition.js';
import { draw } from '../positions/draw.js';
import type { Region } from '../positions/region.js';
import { layoutOf, settingOf, type Scenario } from '../scenario/scenario.js';
import { fromSteps, inSteps } from '../terms/decimal.js';
import { flagName, lengthName, optionName, quantityName, type Layout } from '../terms/layout.js';
import type { Amount } from '../terms/amount.js';
import type { Term } from '../terms/term.js';
import { clausesOf } from '../offers/clauses.js';

/** What figures mean to a person who knows the scenario, by the place of their variable. */
export interface Figures {
  /** Figures that the scenario itself gives: in its offers and on the lines of its positions, ascending. */
  readonly own: readonly (readonly number[])[];
  /** Figures on which something turns: those of the lines, and the last ones on either side of them. */
  readonly turning: readonly (readonly number[])[];
  /** How far a figure is from what goes without saying: 0 that itself, 1 one of the scenario's own, more the odder it is. */
  readonly oddness: (place: number, value: number) => number;
  /** The least odd figure between two; of several, the one nearest to nothing. */
  readonly simplest: (place: number, least: number, most: number) => number;
}

/** What figures mean in a scenario. */
export const figuresOf: (scenario: Scenario) => Figures = /* @__PURE__ */ remembered((scenario: Scenario): Figures => {
  const layout = layoutOf(scenario);
  const units = unitsOf(scenario, layout);
  const absent = absentIn(scenario, layout);
  const lines = linesOf(scenario, layout);
  const offered = offeredIn(scenario, layout);
  const own = layout.variables.map((_, place) => ascending([...(lines.met[place] ?? []), ...(offered[place] ?? [])]));
  const turning = layout.variables.map((_, place) =>
    ascending([...(lines.met[place] ?? []), ...(lines.unmet[place] ?? [])]),
  );
  const oddness = (place: number, value: number) => {
    if (value === (absent[place] ?? 0)) return 0;
    return own[place]?.includes(value) ? 1 : 1 + digitsOf(fromSteps(value, units[place] ?? 1));
  };
  const simplest = (place: number, least: number, most: number) => {
    const silent = absent[place] ?? 0;
    const among = [silent, ...(own[place] ?? []), ...roundest(least, most, units[place] ?? 1), least, most];
    const inReach = among.filter((n) => n >= least && n <= most);
    return inReach.reduce((a, b) => {
      const [oddA, oddB] = [oddness(place, a), oddness(place, b)];
      return oddB < oddA || (oddB === oddA && Math.abs(b) < Math.abs(a)) ? b : a;
    });
  };
  return { own, turning, oddness, simplest };
});

/** How many digits a figure has, noughts before and behind them left out. */
export function digitsOf(figure: number): number {
  return String(Math.abs(figure)).replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length;
}

/** The roundest figures between two, in steps: of the greatest power of ten of which there is a multiple. */
function roundest(least: number, most: number, step: number): readonly number[] {
  const reach = Math.max(Math.abs(least), Math.abs(most)) * step;
  for (let power = 10 ** Math.ceil(Math.log10(Math.max(1, reach))); power >= step; power /= 10) {
    const grain = Math.round(power / step);
    const found = [Math.ceil(least / grain) * grain, Math.floor(most / grain) * grain].filter(
      (n) => n >= least && n <= most && n !== 0,
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** For each variable, how much one of it is in the unit people use. */
function unitsOf({ terms }: Scenario, layout: Layout): readonly number[] {
  const steps = new Map(Object.entries(terms).map(([id, term]) => [id, term.kind === 'quantity' ? term.step : 1]));
  return layout.variables.map(({ name }) => steps.get(name.split(/[/@=]/)[0] ?? '') ?? 1);
}

/** For each variable, what goes without saying: what absence means; the first option, where it means nothing. */
function absentIn(scenario: Scenario, layout: Layout): readonly number[] {
  const absent = layout.variables.map(({ name, least }) => (/^phase(s$|@)/.test(name) ? least : 0));
  const put = (name: string, value: number) => {
    const place = heldIn(layout.at, name);
    if (place !== undefined) absent[place] = value;
  };
  const phases = [undefined, ...Array.from({ length: layout.phases }, (_, i) => i + 1)];
  const entries: readonly [string, Term][] = Object.entries(scenario.terms);
  for (const [id, term] of entries) {
    // Its categories, and its parts in phases, go without saying where they are nothing.
    if (term.kind === 'quantity') put(id, inSteps(term.absent, term.step));
    for (const phase of phases) {
      if (term.kind === 'flag') put(flagName(id, phase), term.absent ? 1 : 0);
      if (term.kind === 'choice') put(optionName(id, term.absent ?? Object.keys(term.options)[0] ?? '', phase), 1);
    }
  }
  return absent;
}

/** What positions, in each of their readings, and norms ask. */
export function conditionsOf({ positions, invariants }: Scenario): readonly Condition[] {
  return [
    ...Object.values(positions).flatMap((p) => p.readings.map((r) => r.condition)),
    ...Object.values(invariants).map((i) => i.condition),
  ];
}

/** The ends of the regions in which positions and norms are met, and of those in which they are not, by single variables. */
function linesOf(scenario: Scenario, layout: Layout) {
  const conditions = conditionsOf(scenario);
  const ends = (want: 'met' | 'unmet') => {
    const found: number[][] = layout.variables.map(() => []);
    for (const condition of conditions) collect(draw(condition, { ...settingOf(scenario), want }), layout, found);
    return found;
  };
  return { met: ends('met'), unmet: ends('unmet') };
}

function collect(region: Region, layout: Layout, found: number[][]): void {
  if (region.kind !== 'band') {
    for (const part of region.of) collect(part, layout, found);
    return;
  }
  const [only, ...others] = region.sum;
  if (!only || others.length > 0 || only.times === 0) return;
  for (const end of [region.least, region.most]) {
    if (end !== undefined && end % only.times === 0) found[layout.at[only.of] ?? 0]?.push(end / only.times);
  }
}

/** The figures that offers of the scenario give, as they give them, for each variable. */
function offeredIn(scenario: Scenario, layout: Layout): readonly (readonly number[])[] {
  const found: number[][] = layout.variables.map(() => []);
  const put = (name: string, figures: readonly number[]) => {
    found[heldIn(layout.at, name) ?? -1]?.push(...figures.filter(Number.isInteger));
  };
  for (const offer of Object.values(scenario.offers)) {
    for (const [i, field] of [offer.length, ...offer.phases.map((phase) => phase.length)].entries()) {
      for (const { value } of field ? readingsOf(field) : []) {
        const days = { days: 1, weeks: 7, months: NaN }[value.unit];
        put(
          lengthName(i === 0 ? undefined : i),
          figuresIn(value.length).map((n) => n * days),
        );
      }
    }
    for (const { path, phase, term } of clausesOf(scenario)) {
      const field = heldIn(phase === undefined ? offer.terms : offer.phases[phase - 1]?.terms, path);
      if (!field || term.kind !== 'quantity') continue;
      for (const { value } of readingsOf(field)) {
        const figures = typeof value === 'object' && 'wording' in value ? figuresIn(value) : [];
        put(
          quantityName(path, phase),
          figures.map((n) => inSteps(n, term.step)),
        );
      }
    }
  }
  return found;
}

/** The figures that an amount names. */
export function figuresIn(amount: Amount): readonly number[] {
  if ('n' in amount) return [amount.n];
  return 'from' in amount ? [amount.from, amount.to] : [];
}

function ascending(figures: readonly number[]): readonly number[] {
  return [...new Set(figures)].sort((a, b) => a - b);
}
