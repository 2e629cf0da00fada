import type { CalendarDate } from '../base/day.js';
import { tighten, type Bounds, type Support, type Tie } from '../base/tighten.js';
import { citationsBy, notedSince, reportedBy, type Sources } from '../evidence/clocks.js';
import { readingsOf, type Field, type Noted } from '../evidence/field.js';
import { shareIn, type Amount, type Share } from '../terms/amount.js';
import { reachOf } from '../terms/amount-span.js';
import { tolerated } from '../terms/amount-words.js';
import type { Counts } from '../terms/count.js';
import { decimalsOf, inSteps, scaled } from '../terms/decimal.js';
import {
  countName,
  flagName,
  lengthName,
  optionName,
  phaseName,
  PHASE_LIMIT,
  PHASES,
  placeOf,
  quantitySum,
} from '../terms/layout.js';
import { quantityName, type Layout } from '../terms/layout.js';
import { daysOf, type Length } from '../terms/length.js';
import type { Space } from '../terms/space.js';
import { splitPath, type Choice, type Quantity, type Term, type Terms } from '../terms/term.js';
import { isAmount, isUnsettled, type Value } from '../terms/value.js';
import type { Deal, Fact, KnownShare, WordedLength } from './deal.js';
import type { Clauses, Offer } from './offer.js';

/** What reading an offer needs of its scenario. */
export interface Setting {
  readonly sources: Sources;
  readonly terms: Terms;
  readonly counts: Counts;
  readonly space: Space;
  readonly layout: Layout;
}

/**
 * Lays an offer over the offer space, with what had been reported by `asOf`; without it, with all that is known.
 *
 * Reasons with intervals: sums of phases and categories narrow each other, and each end keeps the facts it rests on.
 * Bounds propagation over linear constraints (Harvey and Schimpf, "Bounds consistency techniques for long linear
 * constraints", 2002). An offer that contradicts itself is read all the same, and the deal says which facts do.
 *
 * @param offer - one that fits the scenario, as `checkOffer` finds: that is not checked again here
 * @example
 * const deal = readDeal(settingOf(scenario), first);
 * judge({ kind: 'compare', of: 'catch', op: '>=', line: 40 }, deal).verdict; // 'unmet'
 */
export function readDeal(setting: Setting, offer: Offer, asOf?: CalendarDate): Deal {
  const reader = new Reader(setting, asOf, offer.reported);
  reader.phaseCount(offer);
  reader.bounds();
  reader.countFigures();
  reader.clauses(offer.terms, undefined);
  offer.phases.forEach((phase, i) => reader.clauses(phase.terms, i + 1));
  reader.length(offer.length, undefined);
  offer.phases.forEach((phase, i) => reader.length(phase.length, i + 1));
  if (offer.known === 'full') reader.absences(offer);
  return reader.finish();
}

/** A possible interval of a variable, in whole steps. */
interface Known {
  readonly least: number;
  readonly most: number;
}

class Reader {
  private readonly facts: Fact[] = [];
  private readonly known: Bounds;
  private readonly extraTies: Tie[] = [];
  private readonly shares = new Map<number, KnownShare>();
  private readonly months = new Map<number, WordedLength>();
  private readonly unsettled = new Map<number, number>();

  constructor(
    private readonly setting: Setting,
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

  /** Declared upper and lower ends of quantities are facts too, so that a verdict resting on one can say so. */
  bounds(): void {
    for (const [id, term] of Object.entries(this.setting.terms)) {
      if (term.kind !== 'quantity') continue;
      const { least, most, basis, because } = term.bounds;
      const value: Amount =
        most === undefined ? { wording: 'at least', n: least } : { wording: 'between', from: least, to: most };
      const fact = this.fact({
        kind: 'space',
        path: `space.${id}`,
        value,
        basis,
        ...(because && { because }),
        citations: [],
      });
      for (const [name, place] of Object.entries(this.setting.layout.at)) {
        if (splitPath(name.split('@')[0] ?? '').term !== id) continue;
        if (most !== undefined) this.known.mostFrom[place] = [fact];
        if (least !== 0 && this.known.least[place] !== 0) this.known.leastFrom[place] = [fact];
      }
    }
    const { days, basis, because } = this.setting.space;
    if (days === undefined) return;
    const value: Length = { length: { wording: 'at most', n: days }, unit: 'days' };
    const fact = this.fact({
      kind: 'space',
      path: 'space.length',
      value,
      basis,
      ...(because && { because }),
      citations: [],
    });
    for (const phase of [undefined, ...this.phaseNumbers()])
      this.known.mostFrom[this.place(lengthName(phase))] = [fact];
  }

  countFigures(): void {
    for (const [id, count] of Object.entries(this.setting.counts)) {
      if (!count.figure) continue;
      const { facts, values } = this.readings(count.figure, 'count', `counts.${id}`);
      if (values.length > 0) this.narrow(countName(id), hullOf(values.map((v) => reachOf(v, 1))), facts);
    }
  }

  /** How many phases there are. The first fact of every deal is what says that there are no more than are laid out. */
  phaseCount(offer: Offer): void {
    const { layout, space } = this.setting;
    const listed = offer.phases.length;
    const said = offer.phaseCount ? this.current(offer.phaseCount) : [];
    const reach = hullOf(said.map((r) => reachOf(r.value, 1)));
    const exactly = offer.known === 'full' && !offer.phaseCount;
    if (exactly) {
      const n = listed > 0 ? listed : space.phases.least;
      const kind = listed > 0 ? 'offer' : 'absence';
      const value: Amount = { wording: 'exactly', n };
      this.fact({ kind, path: 'phases', value, basis: offer.basis, citations: offer.citations });
      this.narrow(PHASES, { least: n, most: n }, [PHASE_LIMIT]);
    } else if (said.length !== 1 || reach.most > layout.phases) {
      const { basis, because } = space;
      const value: Amount = { wording: 'between', from: space.phases.least, to: layout.phases };
      this.fact({ kind: 'space', path: 'space.phases', value, basis, ...(because && { because }), citations: [] });
      this.known.mostFrom[this.place(PHASES)] = [PHASE_LIMIT];
    }
    if (said.length > 0) this.narrow(PHASES, reach, this.enter(said, 'offer', 'phaseCount'));
    if (listed > 0 && !exactly) {
      const value: Amount = { wording: 'at least', n: listed };
      const fact = this.fact({ kind: 'offer', path: 'phases', value, basis: offer.basis, citations: offer.citations });
      this.narrow(PHASES, { least: listed, most: Infinity }, [fact]);
    }
  }

  clauses(clauses: Clauses, phase: number | undefined): void {
    for (const [path, field] of Object.entries(clauses)) {
      const { term: id } = splitPath(path);
      const term = this.setting.terms[id];
      if (!term) continue;
      const { facts, values } = this.readings(field, 'offer', phase === undefined ? path : `phases.${phase}.${path}`);
      const places =
        term.kind === 'quantity'
          ? [quantityName(path, phase)]
          : term.kind === 'flag'
            ? [flagName(id, phase)]
            : Object.keys(term.options).map((option) => optionName(id, option, phase));
      const vague = values.findIndex(isUnsettled);
      if (vague >= 0) {
        for (const name of places) this.unsettled.set(this.place(name), facts[vague] ?? 0);
      } else if (values.length > 0) {
        if (term.kind === 'quantity') this.quantity(term, path, phase, values.filter(isAmount), facts);
        else if (term.kind === 'flag') this.flag(flagName(id, phase), values, facts);
        else this.choice(term, id, phase, values, facts);
      }
    }
  }

  private quantity(
    term: Quantity,
    path: string,
    phase: number | undefined,
    amounts: readonly Amount[],
    facts: Support,
  ): void {
    const name = quantityName(path, phase);
    this.narrow(name, hullOf(amounts.map((amount) => stepsOf(amount, term.step))), facts);
    const share = amounts.length === 1 && amounts[0] ? shareIn(amounts[0]) : undefined;
    if (share?.of) this.share(name, term.step, share, facts);
  }

  /** Ties a share to its base: the variable is the base's part, rounded down to the step. */
  private share(name: string, step: number, share: Share, support: Support): void {
    const { of: base, parts, outOf } = share;
    if (!base) return;
    const baseStep = 'count' in base ? 1 : this.stepOf(base.quantity);
    const sum =
      'count' in base
        ? [{ of: this.place(countName(base.count)), times: 1 }]
        : quantitySum(this.setting.layout, base.quantity, base.in);
    const decimals = Math.max(decimalsOf(step), decimalsOf(baseStep));
    const times = outOf * scaled(step, decimals);
    const baseTimes = parts * scaled(baseStep, decimals);
    const place = this.place(name);
    this.extraTies.push({
      sum: [...sum.map((m) => ({ of: m.of, times: m.times * baseTimes })), { of: place, times: -times }],
      least: 0,
      most: times - 1,
      support,
    });
    const [only] = sum;
    if (only && sum.length === 1) this.shares.set(place, { base: only.of, times, baseTimes, rest: times - 1, support });
  }

  private flag(name: string, values: readonly Value[], facts: Support): void {
    const bits = values.map(Number);
    this.narrow(name, { least: Math.min(...bits), most: Math.max(...bits) }, facts);
  }

  private choice(term: Choice, id: string, phase: number | undefined, values: readonly Value[], facts: Support): void {
    const possible = values.flatMap((v) => (typeof v === 'object' && 'oneOf' in v ? v.oneOf : []));
    for (const option of Object.keys(term.options)) {
      const name = optionName(id, option, phase);
      if (!possible.includes(option)) this.narrow(name, { least: 0, most: 0 }, facts);
      else if (new Set(possible).size === 1) this.narrow(name, { least: 1, most: 1 }, facts);
    }
  }

  length(field: Field<Length> | undefined, phase: number | undefined): void {
    if (!field) return;
    const path = phase === undefined ? 'length' : `phases.${phase}.length`;
    const { facts, values } = this.readings(field, 'offer', path);
    if (values.length === 0) return;
    this.narrow(lengthName(phase), hullOf(values.map(daysOf)), facts);
    const [only] = values;
    if (only?.unit === 'months' && values.length === 1) {
      this.months.set(this.place(lengthName(phase)), { amount: only.length, support: facts });
    }
  }

  /** In a full text a term that is not mentioned has the value its absence declares. */
  absences(offer: Offer): void {
    const saidAt = (id: string, clauses: Clauses) => Object.keys(clauses).some((path) => splitPath(path).term === id);
    const phases = this.phaseNumbers().filter((phase) => phase <= (this.known.most[this.place(PHASES)] ?? 0));
    for (const [id, term] of Object.entries(this.setting.terms)) {
      if (saidAt(id, offer.terms)) continue;
      if (term.scope === 'deal') {
        this.absent(offer, id, term, undefined);
        continue;
      }
      const silent = phases.filter((phase) => !saidAt(id, offer.phases[phase - 1]?.terms ?? {}));
      const nowhere = silent.length === phases.length;
      // Bounds and absence of a quantity are those of the whole deal; a phase that says nothing of it adds nothing to it.
      if (term.kind === 'quantity' && nowhere) this.absent(offer, id, term, undefined);
      for (const phase of silent) {
        if (term.kind !== 'quantity') this.absent(offer, id, term, phase);
        else if (!nowhere || term.absent === 0) this.absent(offer, id, { ...term, absent: 0 }, phase);
      }
    }
  }

  /** Enters what absence of a term means; in a phase that may not be there, only that it says nothing else there. */
  private absent(offer: Offer, id: string, term: Term, phase: number | undefined): void {
    const { absent } = term;
    if (absent === undefined) return;
    const value: Value =
      typeof absent === 'number'
        ? { wording: 'exactly', n: absent }
        : typeof absent === 'string'
          ? { oneOf: [absent] }
          : absent;
    const path = phase === undefined ? id : `phases.${phase}.${id}`;
    const facts = [this.fact({ kind: 'absence', path, value, basis: offer.basis, citations: offer.citations })];
    const certain = phase === undefined || phase <= (this.known.least[this.place(PHASES)] ?? 0);
    switch (term.kind) {
      case 'quantity':
        return this.narrow(quantityName(id, phase), stepsOf({ wording: 'exactly', n: term.absent }, term.step), facts);
      case 'flag':
        if (certain || !term.absent) this.flag(flagName(id, phase), [value], facts);
        else this.tieToPhase(flagName(id, phase), phase, facts);
        return;
      case 'choice':
        for (const option of Object.keys(term.options)) {
          const name = optionName(id, option, phase);
          if (option !== absent) this.narrow(name, { least: 0, most: 0 }, facts);
          else if (certain) this.narrow(name, { least: 1, most: 1 }, facts);
        }
    }
  }

  /** What is so wherever there is this phase. */
  private tieToPhase(name: string, phase: number, support: Support): void {
    const sum = [
      { of: this.place(name), times: 1 },
      { of: this.place(phaseName(phase)), times: -1 },
    ];
    this.extraTies.push({ sum, least: 0, support });
  }

  finish(): Deal {
    const { layout } = this.setting;
    this.closeMissingPhases();
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

  /** A phase that the deal has not got holds nothing, whether or not its quantities have an upper end. */
  private closeMissingPhases(): void {
    const { layout } = this.setting;
    const most = this.known.most[this.place(PHASES)] ?? Infinity;
    const facts = this.known.mostFrom[this.place(PHASES)] ?? [];
    for (const phase of this.phaseNumbers()) {
      if (phase <= most) continue;
      for (const name of Object.keys(layout.at)) {
        if (name.endsWith(`@${phase}`) || name.includes(`@${phase}=`)) this.narrow(name, { least: 0, most: 0 }, facts);
      }
    }
  }

  private tiesOf(ties: readonly Tie[]): readonly (readonly number[])[] {
    if (this.extraTies.length === 0) return this.setting.layout.tiesOf;
    const tiesOf = this.setting.layout.tiesOf.map((list) => [...list]);
    for (let t = ties.length - this.extraTies.length; t < ties.length; t++) {
      for (const { of } of ties[t]?.sum ?? []) tiesOf[of]?.push(t);
    }
    return tiesOf;
  }

  /** The readings of a field that had been reported, each entered as a fact. */
  private readings<T extends Value | Length>(
    field: Field<T>,
    kind: Fact['kind'],
    path: string,
  ): { facts: number[]; values: T[] } {
    const current = this.current(field, kind);
    return { values: current.map((r) => r.value), facts: this.enter(current, kind, path) };
  }

  private current<T>(field: Field<T>, kind: Fact['kind'] = 'offer'): readonly Noted<T>[] {
    const around = kind === 'offer' ? this.since : undefined;
    return readingsOf(field).filter((r) => reportedBy(notedSince(r, this.setting.sources, around), this.asOf));
  }

  private enter(readings: readonly Noted<Value | Length>[], kind: Fact['kind'], path: string): number[] {
    return readings.map((reading) => {
      const { value, citations } = reading;
      const tolerance = toleranceOf(value);
      const basis = tolerance === undefined ? reading.basis : 'assumed'; // the weakest there is
      const because = [reading.because, tolerance].filter((reason) => reason !== undefined).join(' ');
      return this.fact({ kind, path, value, basis, ...(because !== '' && { because }), citations });
    });
  }

  /** Narrows a variable to the whole numbers of an interval, which a tolerance may give ends between them. */
  private narrow(name: string, to: Known, support: Support): void {
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
  private fact(fact: Fact): number {
    const { sources } = this.setting;
    return this.facts.push({ ...fact, citations: citationsBy(fact.citations, sources, this.asOf) }) - 1;
  }

  private place(name: string): number {
    return placeOf(this.setting.layout, name);
  }

  private phaseNumbers(): readonly number[] {
    return Array.from({ length: this.setting.layout.phases }, (_, i) => i + 1);
  }

  private stepOf(path: string): number {
    const term = this.setting.terms[splitPath(path).term];
    return term?.kind === 'quantity' ? term.step : 1;
  }
}

/** Why a value is supposed, where its modeller gave it a tolerance. */
function toleranceOf(value: Value | Length): string | undefined {
  if (typeof value !== 'object') return undefined;
  if ('unit' in value) return tolerated(value.length);
  return isAmount(value) ? tolerated(value) : undefined;
}

function hullOf(reaches: readonly Known[]): Known {
  return { least: Math.min(...reaches.map((r) => r.least)), most: Math.max(...reaches.map((r) => r.most)) };
}

function stepsOf(amount: Amount, step: number): Known {
  const { least, most } = reachOf(amount, step);
  return { least: Math.ceil(inSteps(least, step)), most: Math.floor(inSteps(most, step)) };
}
