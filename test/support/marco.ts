// An independent way to the same sets: MARCO (Liffiton, Previti, Malik and Marques-Silva, "Fast, flexible MUS enumeration",
// 2016) on the solver z3, which reads the same formulas and shares nothing else with the library.
import { init, Z3_lbool, type Z3_ast, type Z3_context, type Z3_solver } from 'z3-solver';
import type { Formula } from '../../src/positions/formula.js';
import type { Program } from '../../src/analysis/program.js';

type Api = Awaited<ReturnType<typeof init>>;
type Z3 = Api['Z3'];

/** The part of z3's module that is called by name. */
interface Module {
  readonly ccall: (name: string, returns: 'number', takes: readonly string[], given: readonly unknown[]) => number;
  readonly PThread: { readonly terminateAllThreads: () => void };
}

/** z3 takes threads of its own when it starts; `close` ends them, or the process would wait for them for ever. */
export interface Independent {
  readonly z3: Z3;
  /** Whether assumptions can hold: 1, -1, or 0 where it cannot tell. */
  readonly check: (context: Z3_context, solver: Z3_solver, assumptions: readonly Z3_ast[]) => number;
  readonly close: () => void;
}

export async function independent(): Promise<Independent> {
  const api = await init();
  const em = api.em as Module; // left open by its declarations
  return {
    z3: api.Z3,
    // Not z3's own wrapper: that starts a thread for each check, which takes longer, and now and then never comes back.
    check: (context, solver, assumptions) =>
      em.ccall(
        'Z3_solver_check_assumptions',
        'number',
        ['number', 'number', 'number', 'array'],
        [context, solver, assumptions.length, new Uint8Array(Uint32Array.from(assumptions).buffer)],
      ),
    close: () => em.PThread.terminateAllThreads(),
  };
}

/** All conflicts and all concession sets, each as ascending numbers of claims; `unfinished` where time ran out. */
export interface BothSets {
  readonly conflicts: readonly (readonly number[])[];
  readonly concessions: readonly (readonly number[])[];
  readonly unfinished: boolean;
}

/** Finds all smallest sets of claims that exclude each other within a space, and all whose absence leaves the rest. */
export function marco(solver: Independent, space: Program, claims: readonly Formula[], seconds: number): BothSets {
  const { z3 } = solver;
  const until = performance.now() + 1000 * seconds;
  const config = z3.mk_config();
  const context = z3.mk_context(config);
  z3.del_config(config);
  try {
    const search = new Marco(solver, context, space, claims);
    return search.run(until);
  } finally {
    z3.del_context(context);
  }
}

class Marco {
  private readonly deals: Z3_solver;
  /** Which sets are still unexplored: a clause for each found. */
  private readonly map: Z3_solver;
  private readonly selectors: readonly Z3_ast[];
  private readonly chosen: readonly Z3_ast[];
  private readonly terms = new Map<string, Z3_ast>();

  private readonly z3: Z3;

  constructor(
    private readonly solverOf: Independent,
    private readonly context: Z3_context,
    space: Program,
    private readonly claims: readonly Formula[],
  ) {
    const { z3 } = solverOf;
    this.z3 = z3;
    this.deals = this.solver();
    this.map = this.solver();
    const bool = z3.mk_bool_sort(context);
    const int = z3.mk_int_sort(context);
    const named = (name: string, sort: typeof bool) => z3.mk_const(context, z3.mk_string_symbol(context, name), sort);
    for (const { name, least, most } of space.unknowns) {
      const term = named(name, int);
      this.terms.set(name, term);
      this.add(this.deals, z3.mk_ge(context, term, this.figure(least)));
      this.add(this.deals, z3.mk_le(context, term, this.figure(most)));
    }
    for (const formula of space.must) this.add(this.deals, this.read(formula));
    this.selectors = claims.map((_, i) => named(`claim ${i}`, bool));
    this.chosen = claims.map((_, i) => named(`chosen ${i}`, bool));
    claims.forEach((formula, i) =>
      this.add(this.deals, z3.mk_implies(context, this.selectors[i]!, this.read(formula))),
    );
  }

  run(until: number): BothSets {
    const { z3, context, claims } = this;
    const all = claims.map((_, i) => i);
    const conflicts: (readonly number[])[] = [];
    const concessions: (readonly number[])[] = [];
    const isLate = () => performance.now() > until;
    const found = (unfinished: boolean): BothSets => ({ conflicts, concessions, unfinished });
    for (;;) {
      if (isLate()) return found(true);
      const seed = this.unexplored();
      if (!seed) return found(false);
      const met = this.tried(seed);
      if ('met' in met) {
        let kept = met.met;
        for (const claim of all) {
          if (kept.includes(claim)) continue;
          if (isLate()) return found(true);
          const more = this.tried([...kept, claim]);
          if ('met' in more) kept = more.met;
        }
        const left = all.filter((claim) => !kept.includes(claim));
        concessions.push(left);
        this.add(
          this.map,
          z3.mk_or(
            context,
            left.map((claim) => this.chosen[claim]!),
          ),
        );
      } else {
        let core = met.core;
        for (const claim of met.core) {
          if (!core.includes(claim)) continue;
          if (isLate()) return found(true);
          const less = this.tried(core.filter((other) => other !== claim));
          if ('core' in less) core = less.core;
        }
        conflicts.push(core);
        this.add(
          this.map,
          z3.mk_or(
            context,
            core.map((claim) => z3.mk_not(context, this.chosen[claim]!)),
          ),
        );
      }
    }
  }

  /** A set that holds no conflict found and lies in no set found to be possible, as large as can be. */
  private unexplored(): readonly number[] | undefined {
    const { z3, context, map } = this;
    if (this.solverOf.check(context, map, []) !== 1) return undefined;
    const model = z3.solver_get_model(context, map);
    z3.model_inc_ref(context, model);
    // What the map leaves open is chosen, as in z3's own example of MARCO.
    const seed = this.claims.flatMap((_, i) => (this.isFalse(model, this.chosen[i]!) ? [] : [i]));
    z3.model_dec_ref(context, model);
    return seed;
  }

  private isFalse(model: Parameters<Z3['model_eval']>[1], ast: Z3_ast): boolean {
    const { z3, context } = this;
    const value = z3.model_eval(context, model, ast, false);
    return value !== null && z3.get_bool_value(context, value) === Z3_lbool.Z3_L_FALSE;
  }

  /** Whether claims can be met together: all that are met then, or some of them that cannot. */
  private tried(asked: readonly number[]): { readonly met: readonly number[] } | { readonly core: readonly number[] } {
    const { z3, context, deals, selectors } = this;
    const answer = this.solverOf.check(
      context,
      deals,
      asked.map((claim) => selectors[claim]!),
    );
    if (answer === 0) throw new Error('z3 could not tell.');
    if (answer === 1) return { met: this.metNow(asked) };
    const core = z3.solver_get_unsat_core(context, deals);
    z3.ast_vector_inc_ref(context, core);
    const ids = new Set<number>();
    for (let i = 0; i < z3.ast_vector_size(context, core); i++) {
      ids.add(z3.get_ast_id(context, z3.ast_vector_get(context, core, i)));
    }
    z3.ast_vector_dec_ref(context, core);
    return { core: asked.filter((claim) => ids.has(z3.get_ast_id(context, selectors[claim]!))) };
  }

  /** Every claim whose selector the deal found leaves true: more than was asked, by luck. */
  private metNow(asked: readonly number[]): readonly number[] {
    const { z3, context, deals } = this;
    const model = z3.solver_get_model(context, deals);
    z3.model_inc_ref(context, model);
    const met = this.claims.flatMap((_, i) => {
      const value = asked.includes(i) ? null : z3.model_eval(context, model, this.selectors[i]!, false);
      return asked.includes(i) || (value !== null && z3.get_bool_value(context, value) === Z3_lbool.Z3_L_TRUE)
        ? [i]
        : [];
    });
    z3.model_dec_ref(context, model);
    return met;
  }

  private solver(): Z3_solver {
    const solver = this.z3.mk_solver(this.context);
    this.z3.solver_inc_ref(this.context, solver);
    return solver;
  }

  private add(solver: Z3_solver, ast: Z3_ast): void {
    this.z3.solver_assert(this.context, solver, ast);
  }

  private figure(n: number): Z3_ast {
    return this.z3.mk_numeral(this.context, String(n), this.z3.mk_int_sort(this.context));
  }

  private read(formula: Formula): Z3_ast {
    const { z3, context } = this;
    if (formula.kind !== 'linear') {
      const parts = formula.of.map((part) => this.read(part));
      return formula.kind === 'and' ? z3.mk_and(context, parts) : z3.mk_or(context, parts);
    }
    const sum = formula.sum.map(({ of, times }) => {
      const term = this.terms.get(of);
      return term === undefined ? this.figure(0) : z3.mk_mul(context, [this.figure(times), term]);
    });
    return z3.mk_ge(context, sum.length > 0 ? z3.mk_add(context, sum) : this.figure(0), this.figure(formula.least));
  }
}
