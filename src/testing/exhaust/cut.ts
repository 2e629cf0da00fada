import { heldIn } from '../../base/records.js';
import { figure, listed } from '../../base/list.js';
import { ANSWERS } from '../../scenario/agreement.js';
import { MANDATES } from '../../scenario/process.js';
import type { Scenario } from '../../scenario/scenario.js';
import { MOST_SHOWN } from '../../base/spelling.js';
import { offersToTable, type ExhaustBounds, type UsedBounds } from './bounds.js';
import { obligationsOf } from './menu.js';

/** What a bound cut off. */
export interface Cut {
  readonly bound: keyof ExhaustBounds;
  /** What was left out, and how to have it in. */
  readonly sentence: string;
  /** How often: of what is left out by name, how many there are; of what happens, each event in each state. */
  readonly times: number;
}

/** What the bounds that make events leave out from the first. */
export function leftOut(scenario: Scenario, bounds: UsedBounds): readonly Cut[] {
  if ('events' in bounds) return [];
  const { offers, positions, answers, mandates, disputes } = bounds;
  const missing = (all: readonly string[], among: readonly string[]) => all.filter((id) => !among.includes(id));
  const narrower = Object.keys(scenario.parties).flatMap((party) =>
    missing(MANDATES, heldIn(mandates, party) ?? []).map((mandate) => `'${mandate}' to '${party}'`),
  );
  const cuts: readonly (readonly [Cut['bound'], readonly string[], string])[] = [
    ['offers', quoted(missing(offersToTable(scenario), offers)), 'Never tabled'],
    ['answers', quoted(missing(ANSWERS, answers)), 'Never declared'],
    ['positions', quoted(missing(Object.keys(scenario.positions), positions)), 'Never given up'],
    ['mandates', narrower, 'Mandates never given'],
    ['disputes', quoted(obligationsOf(scenario).slice(disputes)), 'Never said to be broken'],
  ];
  return cuts.flatMap(([bound, what, how]) => {
    if (what.length === 0) return [];
    return [{ bound, sentence: `${how}, as '${bound}' leaves it: ${shortly(what)}.`, times: what.length }];
  });
}

/** Counts what is cut during a walk, under its sentence. */
export function cutter(bounds: UsedBounds) {
  const times = new Map<keyof typeof SENTENCES, number>();
  return {
    count: (bound: keyof typeof SENTENCES) => void times.set(bound, (times.get(bound) ?? 0) + 1),
    counted: (): readonly Cut[] =>
      [...times].map(([bound, n]) => ({
        bound,
        sentence: SENTENCES[bound](figure(bounds[bound]), figure(n)),
        times: n,
      })),
  };
}

const SENTENCES = {
  extensions: (most: string, times: string) =>
    `A phase is extended ${most} times at most: ${times} times an event would have extended one further.`,
  revisions: (most: string, times: string) =>
    `A course revises ${most} positions at most: ${times} times an event would have revised another.`,
  depth: (most: string, times: string) =>
    `A course has ${most} events at most: ${times} times an event would have led on to a state not reached.`,
  states: (most: string, times: string) =>
    `The walk stopped at ${most} states, with ${times} of them not gone on from, or not to the end.`,
  megabytes: (most: string, times: string) =>
    `The walk stopped at ${most} megabytes as they are counted, with ${times} states not gone on from, or not to the end.`,
} as const;

function quoted(ids: readonly string[]): readonly string[] {
  return ids.map((id) => `'${id}'`);
}

function shortly(items: readonly string[]): string {
  if (items.length <= MOST_SHOWN) return listed(items);
  return `${items.slice(0, MOST_SHOWN).join(', ')} and ${figure(items.length - MOST_SHOWN)} more`;
}
