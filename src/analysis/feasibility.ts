import { holdsAt, type Formula } from '../positions/formula.js';
import { isWide, type Program, type Solved, type Unknown, type Values } from './program.js';
import { compile, type Compiled } from './search/compile.js';
import { Searcher } from './search/search.js';
import type { Watch } from './watch.js';

/** What asking for claims together comes to: a deal, or which of them exclude each other. */
export type Checked =
  | { readonly found: 'values'; readonly values: Values }
  | { readonly found: 'nothing'; readonly blame: readonly number[] }
  | { readonly found: 'unknown'; readonly why: 'aborted' | 'time' | 'range' | 'solver' };

/** A solver of whole-number programs, as `loadSolver` gives it. */
export interface Fallback {
  readonly solve: (program: Program, goal?: undefined, limits?: { readonly seconds?: number }) => Solved;
}

/** How many rows a search looks at before a solver is asked, and before it is given up where that one cannot tell. */
const QUICK = 50_000;
const SLOW = 2_000_000;

/** How many seconds a solver is given where an unknown is wide: it may not come to an end there. */
const SECONDS = 3;

/**
 * Whether claims can be met together, for one choice of them after another: by a search of bounds, which is exact and fast
 * on most, and by a solver where that takes long.
 */
export class Feasibility {
  private readonly compiled: Compiled;
  private readonly searcher: Searcher;
  private places: ReadonlyMap<string, number> | undefined;

  /**
   * @param space - what has to hold in any case
   * @param claims - what may be asked besides, by number
   * @param load - gives the solver, where it is needed
   */
  constructor(
    private readonly space: Program,
    private readonly claims: readonly Formula[],
    readonly watch: Watch,
    private readonly load: () => Promise<Fallback>,
  ) {
    this.compiled = compile(space.unknowns, [...claims, ...space.must]);
    this.searcher = new Searcher(
      this.compiled,
      space.must.map((_, i) => claims.length + i),
    );
  }

  /**
   * Whether these claims can be met together.
   *
   * @param within - closer ends for some unknowns, for this check alone: what is blamed excludes each other within them
   */
  async check(claims: readonly number[], within: readonly Unknown[] = []): Promise<Checked> {
    const { watch } = this;
    watch.checks++;
    const quick = this.compiled.exact ? this.search(claims, QUICK, within) : undefined;
    if (quick) return quick;
    if (watch.stopped) return { found: 'unknown', why: watch.stopped };
    const solver = await this.load();
    const must = [...this.space.must, ...claims.map((claim) => this.claims[claim]!)];
    const unknowns = this.unknowns(within);
    const anyWide = unknowns.some(isWide);
    const limits = anyWide ? { seconds: Math.min(SECONDS, watch.left.seconds ?? SECONDS) } : watch.left;
    const solved = solver.solve({ unknowns, must }, undefined, limits);
    if (solved.found === 'nothing') return { found: 'nothing', blame: claims };
    if (solved.found === 'values') return solved;
    if (watch.stopped) return { found: 'unknown', why: watch.stopped };
    const slow = this.compiled.exact ? this.search(claims, SLOW, within) : undefined;
    return slow ?? { found: 'unknown', why: anyWide ? 'range' : solved.why };
  }

  /** The unknowns, some of them between closer ends. */
  unknowns(within: readonly Unknown[] = []): readonly Unknown[] {
    return this.space.unknowns.map((unknown) =>
      within
        .filter(({ name }) => name === unknown.name)
        .reduce(
          ({ name, least, most }, closer) => ({
            name,
            least: Math.max(least, closer.least),
            most: Math.min(most, closer.most),
          }),
          unknown,
        ),
    );
  }

  private search(claims: readonly number[], budget: number, within: readonly Unknown[]): Checked | undefined {
    const searched = this.searcher.search(
      claims,
      budget,
      within.map(({ name, least, most }) => ({ of: this.placeOf(name), least, most })),
    );
    if (searched.found === 'spent') return undefined;
    if (searched.found === 'nothing') return { found: 'nothing', blame: [...searched.blame].sort((a, b) => a - b) };
    const { point } = searched;
    const at = (name: string) => point[this.placeOf(name)] ?? 0;
    const isSo = (formula: Formula) => holdsAt(formula, at);
    if (!this.space.must.every(isSo) || !claims.every((claim) => isSo(this.claims[claim]!))) {
      throw new RangeError('A search found values with which not everything holds.');
    }
    return new Found(this.space.unknowns, point);
  }

  private placeOf(name: string): number {
    this.places ??= new Map(this.compiled.names.map((one, place) => [one, place]));
    return this.places.get(name) ?? -1;
  }
}

/** Values by place, named when somebody asks for them: mostly it is enough that there are some. */
class Found {
  readonly found = 'values';
  private named: Values | undefined;

  constructor(
    private readonly unknowns: readonly Unknown[],
    private readonly point: Float64Array,
  ) {}

  get values(): Values {
    this.named ??= Object.fromEntries(this.unknowns.map(({ name }, v) => [name, this.point[v] ?? 0]));
    return this.named;
  }
}
