// Follows a proof step by step, and takes nothing in it on trust: what each step says is asked of a solver that the library
// knows nothing of, from what that step names alone.
import type { Formula, Scenario } from 'sticking-points';
import type { Ground, Proof, Where } from 'sticking-points/analysis';
import { claimsOf } from '../../src/analysis/claims.js';
import { met, offerSpace } from '../../src/analysis/offer-space.js';
import type { Program } from '../../src/analysis/program.js';

/** Whether formulas exclude each other between the ends of these unknowns. */
export type Excludes = (unknowns: Program['unknowns'], formulas: readonly Formula[]) => boolean;

/** An unknown as it is, or of what falls up to a phase, each of those phases. */
function summed(name: string, times: number) {
  const [, path, phases] = /^(.*) up to phase (\d+)$/.exec(name) ?? [];
  if (path === undefined) return [{ of: name, times }];
  return Array.from({ length: Number(phases) }, (_, i) => ({ of: `${path}@${i + 1}`, times }));
}

const atLeast = (of: string, n: number): Formula => ({ kind: 'linear', sum: summed(of, 1), least: n });
const atMost = (of: string, n: number): Formula => ({ kind: 'linear', sum: summed(of, -1), least: -n });

function opposite(formula: Formula): Formula {
  if (formula.kind === 'linear') {
    return { kind: 'linear', sum: formula.sum.map((m) => ({ ...m, times: -m.times })), least: 1 - formula.least };
  }
  return { kind: formula.kind === 'and' ? 'or' : 'and', of: formula.of.map(opposite) };
}

function taken(where: Where): Formula {
  if ('asks' in where) return where.asks;
  return { kind: 'and', of: [atLeast(where.unknown, where.least), atMost(where.unknown, where.most)] };
}

/** One who reads proofs about a scenario. */
export class Reader {
  private readonly space: Program;
  private readonly claims: ReadonlyMap<string, Formula>;

  constructor(
    private readonly scenario: Scenario,
    readings: Readonly<Record<string, string>>,
    private readonly excludes: Excludes,
  ) {
    const claims = claimsOf(scenario, { readings });
    const { unknowns, must } = offerSpace(
      scenario,
      claims.map(({ formula }) => formula),
    );
    // Invariants count only where a step names them.
    this.space = { unknowns, must: must.slice(0, must.length - Object.keys(scenario.invariants).length) };
    this.claims = new Map(claims.map(({ id, formula }) => [id, formula]));
  }

  /** The first step that does not follow, in words; nothing where all do. */
  faultIn(proof: Proof, given: readonly Formula[] = []): string | undefined {
    switch (proof.kind) {
      case 'crossing': {
        const { of, atLeast: low, atMost: high } = proof;
        if (!(low.figure > high.figure)) return `${of}: ${low.figure} and ${high.figure} do not cross`;
        if (!this.none([...given, ...this.asked(low.from), atMost(of, low.figure - 1)])) {
          return `${of} need not be at least ${low.figure}`;
        }
        const above = [...given, ...this.asked(high.from), atLeast(of, high.figure + 1)];
        return this.none(above) ? undefined : `${of} may be more than ${high.figure}`;
      }
      case 'none left':
        return this.none([...given, ...this.asked([...proof.for, ...proof.from])]) ? undefined : 'something is left';
      case 'cases': {
        const { cases } = proof;
        const grounds = cases.flatMap(({ where }) => ('of' in where ? [where.of] : []));
        const outside = cases.map(({ where }) => opposite(taken(where)));
        if (!this.none([...given, ...this.asked(grounds), ...outside])) return 'the cases leave something out';
        for (const { where, proof: so } of cases) {
          const fault = this.faultIn(so, [...given, taken(where)]);
          if (fault) return fault;
        }
        return undefined;
      }
      case 'searched':
        return undefined;
    }
  }

  private asked(grounds: readonly Ground[]): readonly Formula[] {
    return grounds.map((ground): Formula => {
      if ('claim' in ground) return this.claims.get(ground.claim) ?? { kind: 'and', of: [] };
      const norm = this.scenario.invariants[ground.invariant];
      return norm ? met(this.scenario, norm.condition) : { kind: 'and', of: [] };
    });
  }

  private none(formulas: readonly Formula[]): boolean {
    return this.excludes(this.space.unknowns, [...this.space.must, ...formulas]);
  }
}
