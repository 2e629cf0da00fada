import type { Compiled } from './compile.js';
import { decision, NOBODY, State, type Blame, type Mark } from './state.js';

/** What a search comes to: values by place, whose claims exclude each other, or that it was given up. */
export type Searched =
  | { readonly found: 'point'; readonly point: Float64Array }
  | { readonly found: 'nothing'; readonly blame: ReadonlySet<number> }
  | { readonly found: 'spent' };

/** An unknown, by its place, between closer ends. */
export interface Within {
  readonly of: number;
  readonly least: number;
  readonly most: number;
}

/** How many rows are looked at before anything is asked: where ends only creep, they are left as they are then. */
const AT_FIRST = 100_000;

/** An unknown with no more values left than this is tried at each of its ends; a wider one is halved. */
const FEW = 4;

/**
 * Looks for values at which chosen formulas hold, over and over for other choices. Exact in whole numbers: bounds are
 * propagated, then cases are told apart, and a dead end is left by going back to what it rests on (conflict-directed
 * backjumping: Prosser, "Hybrid algorithms for the constraint satisfaction problem", 1993).
 */
export class Searcher {
  private readonly state: State;
  private readonly root: Mark;
  /** Whether nothing can be found at all. */
  private readonly impossible: boolean;
  /** Whether what always holds has been reasoned through to the end. */
  private readonly settled: boolean;

  /** @param always - the numbers of the formulas that always have to hold */
  constructor(
    private readonly program: Compiled,
    always: readonly number[],
  ) {
    this.state = new State(program);
    for (const row of program.sums) this.state.ask({ kind: 'row', row }, NOBODY);
    for (const formula of always) this.state.ask(program.formulas[formula]!, NOBODY);
    const dead = this.state.settle(AT_FIRST);
    this.impossible = dead !== undefined && dead !== 'spent';
    this.settled = dead !== 'spent';
    this.root = this.state.mark();
  }

  /**
   * @param claims - the numbers of the formulas that have to hold besides; `blame` names some of them
   * @param budget - how many rows may be looked at before it is given up
   * @param within - closer ends for some unknowns, by their place, for this search alone; nobody is blamed for them
   */
  search(claims: readonly number[], budget: number, within: readonly Within[] = []): Searched {
    if (this.impossible) return { found: 'nothing', blame: new Set() };
    const { state } = this;
    state.work = 0;
    for (const { of, least, most } of within) {
      if (least > most || least > state.most[of]! || most < state.least[of]!) {
        state.back(this.root);
        return { found: 'nothing', blame: new Set() };
      }
      state.choose(of, least, most, NOBODY);
    }
    if (!this.settled) state.stir();
    for (const claim of claims) state.ask(this.program.formulas[claim]!, claim);
    const dead = this.deepen(0, budget);
    const point = dead ? undefined : this.pointNow();
    state.back(this.root);
    if (dead === 'spent') return { found: 'spent' };
    return point ? { found: 'point', point } : { found: 'nothing', blame: dead ?? new Set() };
  }

  /** The values found: whatever is still free may be anything, and is least. */
  private pointNow(): Float64Array {
    return this.state.least.slice();
  }

  /** Tells cases apart from here on; why there is a dead end in each of them, or nothing where values are found. */
  private deepen(depth: number, budget: number, from = 0): Blame | 'spent' | undefined {
    const { state } = this;
    const dead = state.settle(budget);
    if (dead) return dead;
    return state.open.length > 0 ? this.tellPartsApart(depth, budget) : this.tellValuesApart(depth, budget, from);
  }

  private tellPartsApart(depth: number, budget: number): Blame | 'spent' | undefined {
    const { state } = this;
    const one = state.open.reduce((a, b) => (b.node.of.length < a.node.of.length ? b : a));
    const all = new Set<number>();
    const parts = one.node.of.filter((part) => state.holds(part) !== 'never');
    // The parts that have failed already rest on what is left now.
    if (parts.length < one.node.of.length) for (const owner of state.blameOpen(one)) all.add(owner);
    const mark = state.mark();
    for (const part of parts) {
      state.open.splice(state.open.indexOf(one), 1);
      state.ask(part, one.owner, { decision: decision(depth), and: one.why });
      const dead = this.deepen(depth + 1, budget);
      if (!dead || dead === 'spent') return dead;
      state.back(mark);
      // What does not rest on this decision fails in the other parts as well.
      if (!dead.delete(decision(depth))) return dead;
      for (const owner of dead) all.add(owner);
    }
    all.add(one.owner);
    all.delete(NOBODY);
    return all;
  }

  private tellValuesApart(depth: number, budget: number, from: number): Blame | 'spent' | undefined {
    const { state } = this;
    const next = state.undecided(from);
    if (!next) return undefined;
    const { v, up } = next;
    const [low, high] = [state.least[v]!, state.most[v]!];
    const middle = high - low < FEW ? (up ? high - 1 : low) : Math.floor((low + high) / 2);
    const halves = [
      [low, middle],
      [middle + 1, high],
    ] as const;
    const all = new Set<number>();
    const mark = state.mark();
    for (const [least, most] of up ? [halves[1], halves[0]] : halves) {
      state.choose(v, least, most, decision(depth));
      const dead = this.deepen(depth + 1, budget, next.from);
      if (!dead || dead === 'spent') return dead;
      state.back(mark);
      if (!dead.delete(decision(depth))) return dead;
      for (const owner of dead) all.add(owner);
    }
    return all;
  }
}
