import { assess } from '../assessment/assess.js';
import type { Formula } from '../positions/formula.js';
import type { Offer } from '../offers/offer.js';
import { readDeal } from '../offers/read-deal.js';
import type { Condition } from '../positions/condition.js';
import { judge } from '../positions/judge.js';
import type { VerdictWord } from '../positions/judged.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import { exactly } from '../terms/amount.js';
import { countName } from '../terms/layout.js';
import { loadOptions, type AnalysisOptions } from './case.js';
import { negated } from './claims.js';
import { completionsOf, encodedFor, monthsSettled, refuseWithout, type Completing } from './completions.js';
import { Feasibility } from './feasibility.js';
import { loadSolver } from './highs.js';
import { namesIn } from './offer-space.js';
import { offerAt } from './offer-at.js';
import { offerToAnalyse } from './offer-to-analyse.js';
import type { Program, Values } from './program.js';
import { readingFaults } from './reading-faults.js';
import { Watch, type Stopped } from './watch.js';

/**
 * Which completions count, and how long settling may take.
 *
 * @example
 * const options: SettleOptions = { invariants: true };
 */
export interface SettleOptions extends AnalysisOptions {
  /** Whether only completions that meet the invariants count. @defaultValue `false` */
  readonly invariants?: boolean;
}

/** A full offer that agrees with everything a partial one says. */
export interface Completion {
  /** Every figure exact, and assumed; of calendar months that a length is worded in, how many days they are. */
  readonly deal: Offer;
  /** What counts come to there, by their ids, where it turns on them. */
  readonly counts?: Readonly<Record<string, number>>;
}

/** What a condition comes to over all completions. */
export interface SettledVerdict {
  /** As judging left it. */
  readonly judged: VerdictWord;
  /** In truth; absent where that was not settled. */
  readonly verdict?: VerdictWord;
  /** Of one truly open: a completion in which it is met. Absent where its own line is not known well enough for any. */
  readonly met?: Completion;
  /** And one in which it is unmet. */
  readonly unmet?: Completion;
}

/** A reading of a position, settled. */
export interface SettledReading extends SettledVerdict {
  readonly reading: string;
}

/** A position that judging left open, settled. */
export interface SettledPosition {
  readonly position: string;
  readonly party: string;
  /** Met only if met in all readings, unmet only if unmet in all; absent where that was not settled. */
  readonly verdict?: VerdictWord;
  readonly readings: readonly SettledReading[];
}

/** An invariant that judging left open, settled. */
export interface SettledInvariant extends SettledVerdict {
  readonly invariant: string;
}

/** What an offer leaves open, settled. Plain JSON. */
export interface Settlement {
  readonly scenario: string;
  readonly offer: string;
  readonly asOf?: string;
  /** In the declared order of an assessment. */
  readonly positions: readonly SettledPosition[];
  /** None where only completions that meet them count. */
  readonly invariants: readonly SettledInvariant[];
  /** Whether all are settled. */
  readonly complete: boolean;
  /** Why they are not. */
  readonly stopped?: Stopped;
}

/**
 * Settles what judging an offer leaves open: whether a position is in truth met by every completion, unmet by every one, or
 * open, which two completions show. Judging reasons with intervals, and is sound and quick; this is exact, and searches.
 *
 * A completion is a full offer of the offer space that agrees with everything reported, without regard to invariants,
 * unless `invariants` asks that they be met.
 *
 * @param offer - an offer of the scenario by its id, or a whole one that fits it
 * @throws a `FaultError` with `analysis/unknown-offer`, `analysis/not-yet-reported`, `analysis/unfit-offer` (also where no
 *   deal agrees with all that it says), `analysis/unbounded`, `analysis/unknown-position`, `analysis/unknown-reading` or
 *   `analysis/bad-limit`
 * @example
 * const { positions } = await settle(gaza2024(), 'P5', { invariants: true });
 * const end = positions.find(({ position }) => position === 'HA-endOfWar');
 * end?.readings.map(({ reading, verdict }) => [reading, verdict]); // [['a', 'unmet'], ['b', 'open']]
 */
export async function settle(
  scenario: Scenario,
  offer: string | Offer,
  options: SettleOptions = {},
): Promise<Settlement> {
  const { asOf, readings: chosen = {}, invariants = false } = options;
  readingFaults(scenario, chosen);
  const watch = new Watch(options);
  const { offer: whole, deal } = offerToAnalyse(scenario, offer, asOf);
  const assessed = assess(scenario, offer, asOf === undefined ? {} : { asOf });
  const settler = await Settler.of({ scenario, offer: whole, deal, asOf }, { ...options, invariants }, watch);
  const positions: SettledPosition[] = [];
  for (const { position: id, party, readings, verdict } of assessed.verdicts) {
    if (verdict !== 'open') continue;
    const taken = readings.filter(({ reading }) => !Object.hasOwn(chosen, id) || reading === chosen[id]);
    // As in all other analyses: of a reading that had not been reported nothing is held.
    if (taken.length === 0) continue;
    const settled: SettledReading[] = [];
    for (const { reading, verdict: judged } of taken) {
      const { condition } = scenario.positions[id]?.readings.find((one) => one.id === reading) ?? {};
      if (condition) settled.push({ reading, ...(await settler.settle(condition, judged)) });
    }
    positions.push({ position: id, party, ...together(settled), readings: settled });
  }
  const norms: SettledInvariant[] = [];
  for (const { invariant, verdict } of invariants ? [] : assessed.invariants) {
    const norm = scenario.invariants[invariant];
    if (verdict === 'open' && norm) norms.push({ invariant, ...(await settler.settle(norm.condition, verdict)) });
  }
  const { stopped } = settler;
  return {
    scenario: scenario.id,
    offer: whole.id,
    ...(asOf !== undefined && { asOf }),
    positions,
    invariants: norms,
    complete: stopped === undefined,
    ...(stopped && { stopped }),
  };
}

/** What readings come to together: met only if met in all, unmet only if unmet in all. */
function together(readings: readonly SettledReading[]): Pick<SettledPosition, 'verdict'> {
  const words = readings.map(({ verdict }) => verdict);
  const [first] = words;
  // Two that differ make it open, whatever the others are.
  if (new Set(words.filter((word) => word !== undefined)).size > 1 || words.includes('open'))
    return { verdict: 'open' };
  return first !== undefined && words.every((word) => word === first) ? { verdict: first } : {};
}

/** Settles one condition after another over the completions of an offer. */
class Settler {
  stopped: Stopped | undefined;

  private constructor(
    private readonly completing: Completing,
    private readonly norms: readonly Condition[],
    private readonly options: AnalysisOptions,
    private readonly watch: Watch,
  ) {}

  /** @throws a `FaultError` with `analysis/unfit-offer` where there are no completions */
  static async of(completing: Completing, options: SettleOptions, watch: Watch): Promise<Settler> {
    const { scenario, offer } = completing;
    const { invariants = false } = options;
    const norms = invariants ? Object.values(scenario.invariants).map((norm) => norm.condition) : [];
    const settler = new Settler(completing, norms, options, watch);
    const any = await settler.ready([]).feasibility.check([]);
    if (any.found === 'nothing') refuseWithout(offer, invariants);
    return settler;
  }

  /** The completions, with formulas to ask of them. */
  private ready(asked: readonly Formula[]): { readonly program: Program; readonly feasibility: Feasibility } {
    const { completing, watch, options } = this;
    const norms = this.norms.map((condition) => encodedFor(completing, condition, 'met'));
    const { unknowns, must } = completionsOf(completing, [...asked, ...norms]);
    const program = { unknowns, must: [...must, ...norms] };
    return { program, feasibility: new Feasibility(program, asked, watch, () => loadSolver(loadOptions(options))) };
  }

  /** Settles a condition that has been judged. */
  async settle(condition: Condition, judged: VerdictWord): Promise<SettledVerdict> {
    if (judged !== 'open') return { judged, verdict: judged };
    const [met, unmet] = [this.formula(condition, 'met'), this.formula(condition, 'unmet')];
    const { program, feasibility } = this.ready([met, unmet, negated(met), negated(unmet)]);
    const found: (Values | undefined)[] = [];
    // Whether it may be other than met, other than unmet; and if so, whether it may be met for sure, unmet for sure.
    for (const asked of [2, 3, 0, 1]) {
      const why = this.watch.stopped;
      const checked = why ? ({ found: 'unknown', why } as const) : await feasibility.check([asked]);
      if (checked.found === 'unknown') {
        this.stopped ??= checked.why;
        return { judged };
      }
      if (checked.found === 'nothing' && asked >= 2) return { judged, verdict: asked === 2 ? 'met' : 'unmet' };
      found[asked] = checked.found === 'values' ? checked.values : undefined;
      await this.watch.tell(0, 0);
    }
    const shown = (values: Values | undefined, word: 'met' | 'unmet') =>
      values && { [word]: this.completion(condition, word, values, [...program.must, met]) };
    return { judged, verdict: 'open', ...shown(found[0], 'met'), ...shown(found[1], 'unmet') };
  }

  private formula(condition: Condition, want: 'met' | 'unmet'): Formula {
    return encodedFor(this.completing, condition, want);
  }

  /** Writes a completion out, and judges it once more. */
  private completion(
    condition: Condition,
    word: 'met' | 'unmet',
    values: Values,
    formulas: readonly Formula[],
  ): Completion {
    const { scenario, offer, deal } = this.completing;
    const spoken = namesIn(formulas);
    const counts = Object.fromEntries(
      Object.keys(scenario.counts)
        .filter((id) => spoken.has(countName(id)))
        .map((id) => [id, values[countName(id)] ?? 0]),
    );
    const full = offerAt(scenario, values, `${offer.id}, completed`);
    const setting = settingOf({ ...scenario, counts: { ...scenario.counts, ...fixed(scenario, counts) } });
    const { verdict } = judge(monthsSettled(condition, deal), readDeal(setting, full));
    if (verdict !== word) throw new RangeError(`A completion that was worked out is judged ${verdict}, not ${word}.`);
    return { deal: full, ...(Object.keys(counts).length > 0 && { counts }) };
  }
}

function fixed({ counts }: Scenario, at: Readonly<Record<string, number>>): Scenario['counts'] {
  return Object.fromEntries(
    Object.entries(at).flatMap(([id, n]) => {
      const count = counts[id];
      return count ? [[id, { ...count, figure: { value: exactly(n), basis: 'assumed', citations: [] } }] as const] : [];
    }),
  );
}
