import { listed, unique } from '../../base/list.js';
import { citationsBy } from '../../evidence/clocks.js';
import type { Formula } from '../../positions/formula.js';
import { say } from '../../positions/say.js';
import type { Scenario } from '../../scenario/scenario.js';
import { claimsOf, type Claim, type HeldOptions } from '../claims.js';
import { withCountsBy } from '../known-counts.js';
import { met } from '../offer-space.js';
import type { Ground } from '../proof.js';
import { sourcesSaid, type SourcesSaid } from './sources-said.js';
import { variablesSaid, type VariableSaid } from './variables-said.js';

/**
 * How a sentence about positions is made: which of them are held and how they are read, as they were when what is said was
 * found; and how sources are named.
 *
 * @example
 * const options: SayOptions = { readings: { 'HA-endOfWar': 'a' }, sources: 'by id' };
 */
export interface SayOptions extends HeldOptions {
  /** `in full` with outlet, date and on whose word; `by id` where a list of sources stands beside. @defaultValue `'in full'` */
  readonly sources?: SourcesSaid;
}

/** Speaks of the claims and invariants of a scenario. */
export class Speaker {
  readonly variables: ReadonlyMap<string, VariableSaid>;
  private readonly claims: ReadonlyMap<string, Claim>;

  readonly scenario: Scenario;

  constructor(
    scenario: Scenario,
    private readonly options: SayOptions = {},
  ) {
    this.scenario = withCountsBy(scenario, options.asOf);
    this.claims = new Map(claimsOf(scenario, options).map((claim) => [claim.id, claim]));
    this.variables = variablesSaid(scenario);
  }

  /** `“a complete ceasefire” (Hamas)`. */
  named(id: string): string {
    const claim = this.claims.get(id);
    return claim ? `“${this.titleOf(claim)}” (${this.partyOf(claim)})` : `“${id}”`;
  }

  /** `“a complete ceasefire” (Hamas; S1: an outlet, 2024-02-23, a Hamas source)`. */
  sourced(id: string): string {
    const claim = this.claims.get(id);
    if (!claim) return `“${id}”`;
    return `“${this.titleOf(claim)}” (${[this.partyOf(claim), ...this.restsOn(claim)].join('; ')})`;
  }

  /** What a claim or an invariant asks, in the words of the condition language. */
  asked(ground: Ground): string {
    if ('invariant' in ground) {
      const norm = this.scenario.invariants[ground.invariant];
      return norm ? say(norm.condition, this.scenario) : ground.invariant;
    }
    const claim = this.claims.get(ground.claim);
    if (!claim || claim.kind === 'score') return claim?.title ?? ground.claim;
    return listed(
      claim.readings.map(({ condition }) => say(condition, this.scenario)),
      'or',
    );
  }

  /** A claim by its title and party, an invariant by its title, as nobody's. */
  ground(ground: Ground): string {
    if ('claim' in ground) return this.named(ground.claim);
    return `“${this.scenario.invariants[ground.invariant]?.title ?? ground.invariant}” (asked of every deal, no party's position)`;
  }

  /** That the claim, or the invariant, is met. */
  formula(ground: Ground): Formula | undefined {
    if ('claim' in ground) return this.claims.get(ground.claim)?.formula;
    const norm = this.scenario.invariants[ground.invariant];
    return norm && met(this.scenario, norm.condition);
  }

  partyLabel(party: string): string {
    return this.scenario.parties[party]?.label ?? party;
  }

  private partyOf({ party }: Claim): string {
    return this.partyLabel(party);
  }

  /** Where one reading of several is taken, what is asked in that one. */
  private titleOf({ id, title, readings }: Claim): string {
    const all = this.scenario.positions[id]?.readings.length ?? 1;
    return readings.length === 1 && all > 1 ? (readings[0]?.title ?? title) : title;
  }

  private restsOn({ kind, readings }: Claim): readonly string[] {
    if (kind === 'score') return ['supposed by a modeller'];
    const { asOf, sources = 'in full' } = this.options;
    const cited = readings.flatMap(({ citations }) => citationsBy(citations, this.scenario.sources, asOf));
    const weaker = unique(readings.map(({ basis }) => basis).filter((basis) => basis !== 'reported'));
    const said = sourcesSaid(this.scenario, cited, sources);
    return [...(said === '' ? [] : [said]), ...(weaker.length > 0 ? [`the line itself ${listed(weaker)}`] : [])];
  }
}
