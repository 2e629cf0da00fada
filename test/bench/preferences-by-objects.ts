// The pass that the bench holds preferences against: an object for each outcome, a sorted list of them, one sweep.

/** Something to be settled from 0 on, with what each figure of it is worth to each party. */
export interface Issue {
  readonly id: string;
  readonly worths: readonly (readonly number[])[];
}

interface Deal {
  readonly settled: Readonly<Record<string, number>>;
  readonly scores: Readonly<Record<string, number>>;
}

const EPSILON = 1e-9;

/** The frontier and the four solutions among all outcomes, one object each. */
export function byObjects(issues: readonly Issue[], parties: readonly string[], threshold: number) {
  const frontier = undominated(dealsOf(issues, parties), parties).map((deal) => deal.scores);
  const acceptable = frontier.filter((scores) => parties.every((p) => scores[p]! >= threshold - EPSILON));
  const most = parties.map((p) => Math.max(...acceptable.map((scores) => scores[p]! - threshold)));
  const gains = (scores: Deal['scores']) => parties.map((p) => scores[p]! - threshold);
  const ascending = (list: readonly number[]) => [...list].sort((a, b) => a - b);
  return {
    frontier,
    nash: best(acceptable, (scores) => [gains(scores).reduce((product, gain) => product * gain, 1)]),
    kalaiSmorodinsky: best(acceptable, (scores) => ascending(gains(scores).map((gain, p) => gain / most[p]!))),
    egalitarian: best(acceptable, (scores) => ascending(gains(scores))),
    utilitarian: best(acceptable, (scores) => [gains(scores).reduce((sum, gain) => sum + gain, 0)]),
  };
}

function dealsOf(issues: readonly Issue[], parties: readonly string[]): Deal[] {
  const deals: Deal[] = [];
  const settled: Record<string, number> = {};
  const settle = (from: number) => {
    const issue = issues[from];
    if (!issue) {
      const scores: Record<string, number> = {};
      for (const [p, party] of parties.entries()) {
        scores[party] = issues.reduce((sum, { id, worths }) => sum + worths[p]![settled[id]!]!, 0);
      }
      deals.push({ settled: { ...settled }, scores });
      return;
    }
    for (let at = 0; at < issue.worths[0]!.length; at++) {
      settled[issue.id] = at;
      settle(from + 1);
    }
  };
  settle(0);
  return deals;
}

/** Sorted by falling scores, nobody is dominated by a later one: each is held against those kept so far. */
function undominated(deals: Deal[], parties: readonly string[]): readonly Deal[] {
  deals.sort((a, b) => {
    for (const p of parties) if (a.scores[p] !== b.scores[p]) return b.scores[p]! - a.scores[p]!;
    return 0;
  });
  const kept: Deal[] = [];
  for (const deal of deals) {
    if (!kept.some((other) => parties.every((p) => other.scores[p]! >= deal.scores[p]! - EPSILON))) kept.push(deal);
  }
  return kept;
}

function best(all: readonly Deal['scores'][], figures: (scores: Deal['scores']) => readonly number[]) {
  let left = all.map((scores) => ({ scores, figures: figures(scores) }));
  for (let i = 0; i < (left[0]?.figures.length ?? 0); i++) {
    const most = Math.max(...left.map((one) => one.figures[i]!));
    left = left.filter((one) => one.figures[i]! >= most - EPSILON * Math.max(1, most));
  }
  return left.map((one) => one.scores);
}
