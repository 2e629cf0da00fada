/** Two ways to do the same, for timing one against the other. `prepare` makes what each call is given, outside the time. */
export interface Contest<T> {
  readonly ours: (given: T) => unknown;
  readonly theirs: (given: T) => unknown;
  readonly prepare: () => readonly T[];
}

/** A ratio over the rounds of one run: the ratio of the two medians, and the quartiles of the rounds' own ratios. */
export interface Ratio {
  readonly median: number;
  readonly from: number;
  readonly to: number;
}

// Many short rounds: whatever else the machine does then falls on few of them.
const WARM_UP = 200;
const ROUNDS = 401;

/** How fast ours is beside theirs: 1 is as fast, 0.5 takes twice as long. Rounds of the two take turns in one run. */
export function speedBeside<T>({ ours, theirs, prepare }: Contest<T>): Ratio {
  const rounds = Array.from({ length: WARM_UP + ROUNDS }, (_, round) => {
    const given = prepare();
    // Which of the two goes first changes from round to round, so that neither always runs on the warmer cache.
    if (round % 2 === 0) return { our: timeOf(ours, given), their: timeOf(theirs, given) };
    const their = timeOf(theirs, given);
    return { our: timeOf(ours, given), their };
  }).slice(WARM_UP);
  return ratioOf(rounds.map(({ our, their }) => ({ numerator: their, denominator: our })));
}

/** A ratio from the two times of each round. */
export function ratioOf(rounds: readonly { readonly numerator: number; readonly denominator: number }[]): Ratio {
  const ratios = rounds.map(({ numerator, denominator }) => numerator / denominator);
  const middle = (times: readonly number[]) => quantile(times, 0.5);
  return {
    median: middle(rounds.map((r) => r.numerator)) / middle(rounds.map((r) => r.denominator)),
    from: quantile(ratios, 0.25),
    to: quantile(ratios, 0.75),
  };
}

/** Kept where nothing reads it, so that no call can be left out as having no effect. */
let kept: unknown;

function timeOf<T>(call: (given: T) => unknown, given: readonly T[]): number {
  const start = performance.now();
  for (const one of given) kept = call(one);
  const time = performance.now() - start;
  if (kept === timeOf) throw new Error('Never so: it only reads what was kept.');
  return time;
}

export function quantile(figures: readonly number[], at: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.round(at * (sorted.length - 1))] ?? NaN;
}
