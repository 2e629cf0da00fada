import { clausesOf } from '../offers/clauses.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';
import { fromSteps } from '../terms/decimal.js';
import { flagName, lengthName, monthsName, optionName, phaseName, PHASES, quantityName } from '../terms/layout.js';
import { findEnd } from './ends.js';
import type { Feasibility } from './feasibility.js';
import type { Unknown, Values } from './program.js';
import { pathOf } from './stated.js';
import type { Stopped } from './watch.js';

/** What something of a deal may be among the offers looked at. */
export interface TermSpan {
  /** `catch`, `phases.1.hostages/women`, `length`, `phases`. */
  readonly path: string;
  /** Of a figure: the least, in its term's unit; a length's in days. */
  readonly least?: number;
  /** The most; absent where nothing limits it. */
  readonly most?: number;
  /** Of a choice or a flag: what it may be, as the scenario lists the options, no before yes. */
  readonly found?: readonly (string | boolean)[];
}

/** Something of a deal whose span can be looked for. */
export interface Place {
  readonly path: string;
  readonly phase: number | undefined;
  /** The unknowns that say what it is: a figure's own; of a flag or a choice, what has to be 1 or 0 for each thing it may be. */
  readonly figure?: { readonly name: string; readonly unit: (n: number) => number; readonly unlimited: boolean };
  /** Of a length: the calendar months that it may be worded in, each with the unknown that is 1 where it is. */
  readonly months?: readonly { readonly is: number; readonly name: string }[];
  readonly options?: readonly { readonly is: string | boolean; readonly where: Unknown }[];
}

/** Every place of a scenario's deals, in the declared order: number of phases, lengths, and then the terms. */
export function placesOf(scenario: Scenario, unlimited: (name: string) => boolean): readonly Place[] {
  const phases = Array.from({ length: scenario.space.phases.most }, (_, i) => i + 1);
  const figure = (of: string, phase: number | undefined, name: string, unit: (n: number) => number): Place => ({
    path: pathOf(of, phase),
    phase,
    figure: { name, unit, unlimited: unlimited(name) },
  });
  const same = (n: number) => n;
  const { months } = layoutOf(scenario);
  const wordings = (phase: number | undefined) => months.map((is) => ({ is, name: monthsName(is, phase) }));
  return [
    figure(PHASES, undefined, PHASES, same),
    ...[undefined, ...phases].map((phase) => ({
      ...figure('length', phase, lengthName(phase), same),
      ...(months.length > 0 && { months: wordings(phase) }),
    })),
    ...clausesOf(scenario).map(({ id, path, phase, term }): Place => {
      if (term.kind === 'quantity') {
        return figure(path, phase, quantityName(path, phase), (n) => fromSteps(n, term.step));
      }
      const only = (name: string, n: number): Unknown => ({ name, least: n, most: n });
      const options =
        term.kind === 'flag'
          ? [false, true].map((is) => ({ is, where: only(flagName(id, phase), Number(is)) }))
          : Object.keys(term.options).map((is) => ({ is, where: only(optionName(id, is, phase), 1) }));
      return { path: pathOf(path, phase), phase, options };
    }),
  ];
}

/** The offers that spans are looked for among. */
export interface Among {
  readonly feasibility: Feasibility;
  readonly claims: readonly number[];
  readonly within?: readonly Unknown[];
  /** Values met with so far, to begin from; more are put in. */
  readonly seen: Values[];
}

/** A span, nothing where no offer has the phase it is in, or why it was not found. */
export type SpanFound = { readonly span: TermSpan | undefined } | { readonly why: Stopped };

/** Finds the span of a place; in a phase, among the offers that have it. */
export async function findSpan(among: Among, place: Place): Promise<SpanFound> {
  const { phase, path, figure, options = [] } = place;
  const within = [...(among.within ?? []), ...hasPhase(phase)];
  const any = await meeting(among, within);
  if ('why' in any) return any;
  if (!any.values) return { span: undefined };
  if (!figure) {
    const found: (string | boolean)[] = [];
    for (const { is, where } of options) {
      const one = await meeting(among, [...within, where]);
      if ('why' in one) return one;
      if (one.values) found.push(is);
    }
    return { span: { path, found } };
  }
  const ends: Partial<Record<'least' | 'most', number>> = {};
  for (const end of ['least', 'most'] as const) {
    if (end === 'most' && figure.unlimited) continue;
    const { claims, feasibility, seen } = among;
    const from =
      farthest(
        seen.filter((values) => fits(values, within)),
        figure.name,
        end,
      ) ?? any.values;
    const at = await findEnd(feasibility, { claims, within, name: figure.name, end, from });
    if (at.found === 'unknown') return { why: at.why };
    seen.push(at.values);
    ends[end] = figure.unit(at.at);
  }
  return { span: { path, ...ends } };
}

/** That an offer has a phase. */
export function hasPhase(phase: number | undefined): readonly Unknown[] {
  return phase === undefined ? [] : [{ name: phaseName(phase), least: 1, most: 1 }];
}

/** Values within these ends: met with before, or looked for. */
async function meeting(
  { feasibility, claims, seen }: Among,
  within: readonly Unknown[],
): Promise<{ readonly values: Values | undefined } | { readonly why: Stopped }> {
  const before = seen.find((values) => fits(values, within));
  if (before) return { values: before };
  const { stopped } = feasibility.watch;
  if (stopped) return { why: stopped };
  const checked = await feasibility.check(claims, within);
  if (checked.found === 'unknown') return { why: checked.why };
  if (checked.found === 'nothing') return { values: undefined };
  seen.push(checked.values);
  return { values: checked.values };
}

function fits(values: Values, within: readonly Unknown[]): boolean {
  return within.every(({ name, least, most }) => {
    const n = values[name] ?? NaN;
    return n >= least && n <= most;
  });
}

function farthest(all: readonly Values[], name: string, end: 'least' | 'most'): Values | undefined {
  const sign = end === 'least' ? 1 : -1;
  return all.reduce<Values | undefined>(
    (best, values) => (best && sign * (best[name] ?? 0) <= sign * (values[name] ?? 0) ? best : values),
    undefined,
  );
}
