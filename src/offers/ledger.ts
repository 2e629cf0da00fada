import type { CalendarDate } from '../base/day.js';
import { tighten, type Bounds, type Support, type Tie } from '../base/tighten.js';
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
import { isAmount, type Value } from '../terms/value.js';
import type { Deal, Fact, KnownShare, WordedLength } from './deal.js';

/** What reading an offer needs of its scenario. */
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

/** What is known of a deal while its offer is being read: facts entered one by one, and the bounds they set. */
export class Ledger {
  readonly facts: Fact[] = [];
  readonly known: Bounds;
  readonly extraTies: Tie[] = [];
  readonly shares = new Map<number, KnownShare>();
  readonly months = new Map<number, WordedLength>();
  readonly unsettled = new Map<number, number>();

  constructor(
    readonly setting: Setting,
    private readonly asOf: CalendarDate | undefined,
    private readonly since: CalendarDate | undefined,
  ) {
    const { variables } = setting.layout;
    this.known = {
      least: variables.map((v) => v.least),
      most: variables.map((v) => v.most),
      leastFrom: variables.map(() => []),
      mostFrom: variables.map(() => []),
    };
  }

  /** The readings of a field that had been reported, each entered as a fact. */
  readings<T extends Value | Length>(
    field: Field<T>,
    kind: Fact['kind'],
    path: string,
  ): { facts: number[]; values: T[] } {
    const current = this.current(field, kind);
    return { values: current.map((r) => r.value), facts: this.enter(current, kind, path) };
  }

  current<T>(field: Field<T>, kind: Fact['kind'] = 'offer'): readonly Noted<T>[] {
    const around = kind === 'offer' ? this.since : undefined;
    return readingsOf(field).filter((r) => reportedBy(notedSince(r, this.setting.sources, around), this.asOf));
  }

  enter(readings: readonly Noted<Value | Length>[], kind: Fact['kind'], path: string): number[] {
    return readings.map((reading) => {
      const { value, citations } = reading;
      const tolerance = toleranceOf(value);
      const basis = tolerance === undefined ? reading.basis : 'assumed'; // the weakest there is
      const because = [reading.because, tolerance].filter((reason) => reason !== undefined).join(' ');
      return this.fact({ kind, path, value, basis, ...(because !== '' && { because }), citations });
    });
  }

  /** Narrows a variable to the whole numbers of an interval, which a tolerance may give ends between them. */
  narrow(name: string, to: Reach, support: Support): void {
    const place = this.place(name);
    const [least, most] = [Math.ceil(to.least), Math.floor(to.most)];
    if (least > (this.known.least[place] ?? -Infinity)) {
      this.known.least[place] = least;
      this.known.leastFrom[place] = support;
    }
    if (most < (this.known.most[place] ?? Infinity)) {
      this.known.most[place] = most;
      this.known.mostFrom[place] = support;
    }
  }

  /** Enters a fact, with those of its citations that had appeared. */
  fact(fact: Fact): number {
    const { sources } = this.setting;
    return this.facts.push({ ...fact, citations: citationsBy(fact.citations, sources, this.asOf) }) - 1;
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
    const ties = [...layout.ties, ...this.extraTies];
    const contradiction = tighten(this.known, ties, this.tiesOf(ties));
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
      ...(contradiction && { contradiction }),
    };
  }

  private tiesOf(ties: readonly Tie[]): readonly (readonly number[])[] {
    if (this.extraTies.length === 0) return this.setting.layout.tiesOf;
    const tiesOf = this.setting.layout.tiesOf.map((list) => [...list]);
    for (let t = ties.length - this.extraTies.length; t < ties.length; t++) {
      for (const { of } of ties[t]?.sum ?? []) tiesOf[of]?.push(t);
    }
    return tiesOf;
  }
}

/** Why a value is supposed, where its modeller gave it a tolerance. */
function toleranceOf(value: Value | Length): string | undefined {
  if (typeof value !== 'object') return undefined;
  if ('unit' in value) return tolerated(value.length);
  return isAmount(value) ? tolerated(value) : undefined;
}

/** The smallest interval that holds them all. */
export function hullOf(reaches: readonly Reach[]): Reach {
  return { least: Math.min(...reaches.map((r) => r.least)), most: Math.max(...reaches.map((r) => r.most)) };
}

/** The whole numbers of steps that an amount may be. */
export function stepsOf(amount: Amount, step: number): Reach {
  const { least, most } = reachOf(amount, step);
  return { least: Math.ceil(inSteps(least, step)), most: Math.floor(inSteps(most, step)) };
}
