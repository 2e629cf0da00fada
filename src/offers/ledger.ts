import type { CalendarDate } from '../base/day.js';
import { stir } from '../base/agenda.js';
import { copyBounds, tighten, type Bounds, type Support, type Tie } from '../base/tighten.js';
import { citationsBy, notedSince, reportedBy, type Sources } from '../evidence/clocks.js';
import { readingsOf, type Field, type Noted } from '../evidence/field.js';
import type { Amount } from '../terms/amount.js';
import { reachOf } from '../terms/amount-span.js';
import { tolerated } from '../terms/amount-words.js';
import type { Counts } from '../terms/count.js';
import { inSteps } from '../terms/decimal.js';
import { placeOf, type Layout } from '../terms/layout.js';
import type { Length } from '../terms/length.js';
import type { Space } from '../terms/space.js';
import type { Terms } from '../terms/term.js';
import type { Value } from '../terms/value.js';
import type { Deal, Fact, KnownShare, WordedLength } from './deal.js';
import { aboutIn, amountIn } from './fact-index.js';

/** What reading an offer needs of its scenario. `settingOf` freezes one made of a frozen scenario. */
export interface Setting {
  readonly sources: Sources;
  readonly terms: Terms;
  readonly counts: Counts;
  readonly space: Space;
  readonly layout: Layout;
}

/** A possible interval of a variable, in its whole numbers. */
export interface Reach {
  readonly least: number;
  readonly most: number;
}

/** What a ledger starts from: the ties that narrow the bounds by themselves are waiting. */
export interface Opening {
  readonly facts: readonly Fact[];
  readonly bounds: Bounds;
  readonly waiting: Uint8Array;
}

/** The readings of a field: what each says, and the numbers of the facts that they were entered as. */
export interface Readings<T> {
  readonly values: T[];
  readonly facts: number[];
}

/** What is known of a deal while its offer is being read: facts entered one by one, and the bounds they set. */
export class Ledger {
  readonly facts: Fact[];
  readonly known: Bounds;
  /** The ties that may narrow something. */
  private readonly waiting: Uint8Array;
  readonly extraTies: Tie[] = [];
  readonly shares = new Map<number, KnownShare>();
  readonly months = new Map<number, WordedLength>();
  /** How long each phase is said to be, by its number, or the whole. */
  readonly lengths = new Map<number | undefined, Readings<Length>>();
  readonly unsettled = new Map<number, number>();
  private readonly said = new Set<string>();

  constructor(
    readonly setting: Setting,
    private readonly asOf: CalendarDate | undefined,
    private readonly since: CalendarDate | undefined,
    { facts, bounds, waiting }: Opening,
  ) {
    this.facts = [...facts];
    this.known = copyBounds(bounds);
    this.waiting = waiting.slice();
  }

  /** Enters what the offer space and the counts say, after the facts about the number of phases, which is the first variable. */
  stand({ facts, bounds }: Opening): void {
    const renumbered = this.facts.length > 1;
    for (const fact of facts) this.facts.push(fact);
    if (!renumbered) return;
    for (let v = 1; v < bounds.least.length; v++) {
      this.known.leastFrom[v] = bounds.leastFrom[v] ?? [];
      this.known.mostFrom[v] = bounds.mostFrom[v] ?? [];
    }
  }

  /** What an offer says of a path id, in a phase or in the whole: each reading that had been reported, entered as a fact. */
  clause<T extends Value | Length>(field: Field<T>, path: string, phase: number | undefined): Readings<T> {
    if (phase === undefined) return this.readings(field, 'offer', path, path);
    return this.readings(field, 'offer', `phases.${phase}.${path}`, path, `${path}@${phase}`);
  }

  /** The readings of a field that had been reported, each entered as a fact; `speaksOf` is what they say something of. */
  readings<T extends Value | Length>(
    field: Field<T>,
    kind: Fact['kind'],
    path: string,
    ...speaksOf: readonly string[]
  ): Readings<T> {
    const current = this.current(field, kind);
    const [values, facts]: [T[], number[]] = [[], []];
    if (current.length > 0) for (const one of speaksOf) this.said.add(one);
    for (const reading of current) {
      values.push(reading.value);
      facts.push(this.enter(reading, kind, path));
    }
    return { values, facts };
  }

  current<T>(field: Field<T>, kind: Fact['kind'] = 'offer'): readonly Noted<T>[] {
    const readings = readingsOf(field);
    if (this.asOf === undefined) return readings;
    const around = kind === 'offer' ? this.since : undefined;
    return readings.filter((r) => reportedBy(notedSince(r, this.setting.sources, around), this.asOf));
  }

  /** Enters one reading as a fact; a value with a tolerance is supposed. */
  enter(reading: Noted<Value | Length>, kind: Fact['kind'], path: string): number {
    const { value, basis, because = '', citations } = reading;
    const tolerance = toleranceOf(value);
    if (tolerance === undefined && because === '') return this.fact({ kind, path, value, basis, citations });
    const weaker = tolerance === undefined ? basis : 'assumed'; // the weakest there is
    const reasons = [because, tolerance ?? ''].filter((reason) => reason !== '').join(' ');
    return this.fact({ kind, path, value, basis: weaker, because: reasons, citations });
  }

  /** Narrows a variable to the whole numbers of an interval, which a tolerance may give ends between them. */
  narrow(name: string, to: Reach, support: Support): void {
    this.narrowAt(this.place(name), to, support);
  }

  /** The same for the variable at a place. */
  narrowAt(place: number, to: Reach, support: Support): void {
    const [least, most] = [Math.ceil(to.least), Math.floor(to.most)];
    const higher = least > (this.known.least[place] ?? -Infinity);
    const lower = most < (this.known.most[place] ?? Infinity);
    if (higher) {
      this.known.least[place] = least;
      this.known.leastFrom[place] = support;
    }
    if (lower) {
      this.known.most[place] = most;
      this.known.mostFrom[place] = support;
    }
    if (higher) stir(this.setting.layout, this.waiting, place, 'least');
    if (lower) stir(this.setting.layout, this.waiting, place, 'most');
  }

  /** Enters a fact, with those of its citations that had appeared. */
  fact(fact: Fact): number {
    const citations = citationsBy(fact.citations, this.setting.sources, this.asOf);
    return this.facts.push(citations === fact.citations ? fact : { ...fact, citations }) - 1;
  }

  place(name: string): number {
    return placeOf(this.setting.layout, name);
  }

  phaseNumbers(): readonly number[] {
    return Array.from({ length: this.setting.layout.phases }, (_, i) => i + 1);
  }

  /** The deal, once all has been entered: sums of phases and categories narrow each other. */
  finish(): Deal {
    const { layout } = this.setting;
    const ties = this.extraTies.length === 0 ? layout.ties : [...layout.ties, ...this.extraTies];
    // What the offer's own ties narrow is not known beforehand.
    const waiting = this.extraTies.length === 0 ? this.waiting : undefined;
    const contradiction = tighten(this.known, ties, this.tiesOf(), waiting);
    return {
      terms: this.setting.terms,
      counts: this.setting.counts,
      layout,
      bounds: this.known,
      ties,
      facts: this.facts,
      shares: this.shares,
      months: this.months,
      unsettled: this.unsettled,
      about: aboutIn(this.facts),
      said: this.said,
      ...(contradiction && { contradiction }),
    };
  }

  private tiesOf(): readonly (readonly number[])[] {
    const { layout } = this.setting;
    if (this.extraTies.length === 0) return layout.tiesOf;
    const tiesOf = [...layout.tiesOf];
    this.extraTies.forEach((tie, t) => {
      for (const { of } of tie.sum) tiesOf[of] = [...(tiesOf[of] ?? []), layout.ties.length + t];
    });
    return tiesOf;
  }
}

/** Why a value is supposed, where its modeller gave it a tolerance. */
function toleranceOf(value: Value | Length): string | undefined {
  const amount = amountIn(value);
  return amount && tolerated(amount);
}

/** The smallest interval that holds them all. */
export function hullOf(reaches: readonly Reach[]): Reach {
  if (reaches.length === 1 && reaches[0]) return reaches[0];
  return { least: Math.min(...reaches.map((r) => r.least)), most: Math.max(...reaches.map((r) => r.most)) };
}

/** The whole numbers of steps that an amount may be. */
export function stepsOf(amount: Amount, step: number): Reach {
  const { least, most } = reachOf(amount, step);
  return { least: Math.ceil(inSteps(least, step)), most: Math.floor(inSteps(most, step)) };
}
