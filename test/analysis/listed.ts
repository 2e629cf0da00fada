// Conflicts and concession sets once more, as a person would find them: list every deal, note which claims it meets, and
// try every set of claims. Nothing of src/analysis is used.
import { checkOffer, readingsOf, type Condition, type Position, type Scenario } from 'sticking-points';
import { completions } from '../laws/enumerate.js';
import { spokenOf } from '../laws/mentioned.js';
import { evaluate } from '../laws/naive.js';
import { mentioning, scoresOf } from './preferences/naive.js';

/** What a party would reject a deal without, and its readings where it is a position. */
interface Stated {
  readonly id: string;
  readonly party: string;
  readonly isDemand: boolean;
  readonly readings: readonly Condition[];
}

/** The claims of a scenario, and which sets of them, as bits, some deal meets; `perhaps`, leaves not unmet for sure. */
export interface Listed {
  readonly stated: readonly Stated[];
  readonly canMeet: Uint8Array;
  readonly perhaps: Uint8Array;
  /** Whether there is any deal at all. */
  readonly empty: boolean;
}

/** Red lines before demands, and then by id; a score last: the declared order. */
function statedBy(scenario: Scenario, chosen: Readonly<Record<string, string>> = {}): readonly Stated[] {
  const all = Object.values(scenario.positions);
  const firmness = (position: Position) => ('value' in position.rigidity ? position.rigidity.value : undefined);
  return Object.keys(scenario.parties).flatMap((party) => {
    const own = (rigidity: string) =>
      all
        .filter((position) => position.party === party && firmness(position) === rigidity)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, readings }): Stated => ({
          id,
          party,
          isDemand: rigidity === 'demand',
          readings: readings.filter((r) => chosen[id] === undefined || r.id === chosen[id]).map((r) => r.condition),
        }));
    const score = { id: `score of ${party}`, party, isDemand: true, readings: [] };
    return [...own('red line'), ...own('demand'), ...(Object.hasOwn(scenario.scores, party) ? [score] : [])];
  });
}

/** Lists every deal; nothing where there are more than so many, or where a count is not one figure. */
export function listDeals(
  scenario: Scenario,
  chosen: Readonly<Record<string, string>> = {},
  most = 1200,
): Listed | undefined {
  const stated = statedBy(scenario, chosen);
  const norms = Object.values(scenario.invariants).map((norm) => norm.condition);
  const conditions = [...norms, ...stated.flatMap((claim) => claim.readings)];
  // What no report gives as one figure would have to hold at all figures: that is the law of soundness.
  if (!countsAreSingle(scenario, conditions)) return undefined;
  const scored = Object.values(scenario.scores).flatMap(({ parts }) => parts.map(mentioning));
  const silent = checkOffer(scenario, 'silent', {});
  if (!silent.ok) throw new Error('An offer that says nothing fits every scenario.');
  const [met, maybe] = [new Set<number>(), new Set<number>()];
  let count = 0;
  for (const deal of completions(scenario, silent.value, { kind: 'all', of: [...conditions, ...scored] })) {
    if (++count > most) return undefined;
    const normal = norms.map((norm) => evaluate(norm, deal, scenario));
    if (normal.includes('no')) continue;
    const scores = scoresOf(scenario, deal);
    let [sure, possible] = [0, 0];
    stated.forEach(({ party, readings }, i) => {
      const threshold = scenario.scores[party]?.threshold ?? NaN;
      const truths =
        readings.length > 0
          ? readings.map((condition) => evaluate(condition, deal, scenario))
          : [(scores[party] ?? NaN) >= threshold - 1e-9 ? 'yes' : 'no'];
      if (truths.includes('yes')) sure |= 1 << i;
      if (truths.some((truth) => truth !== 'no')) possible |= 1 << i;
    });
    if (normal.every((truth) => truth === 'yes')) met.add(sure);
    maybe.add(possible);
  }
  const [canMeet, perhaps] = [met, maybe].map((bits) => withSubsets(bits, stated.length));
  return { stated, canMeet: canMeet!, perhaps: perhaps!, empty: met.size === 0 };
}

/** Which sets lie in one of these. */
function withSubsets(sets: ReadonlySet<number>, claims: number): Uint8Array {
  const within = new Uint8Array(1 << claims);
  for (const set of sets) within[set] = 1;
  for (let i = 0; i < claims; i++) {
    for (let set = 0; set < within.length; set++) {
      if ((set >> i) % 2 === 1 && within[set] === 1) within[set ^ (1 << i)] = 1;
    }
  }
  return within;
}

function countsAreSingle({ counts }: Scenario, conditions: readonly Condition[]): boolean {
  const spoken = new Set(conditions.flatMap((condition) => spokenOf(condition).map((s) => s.path)));
  return Object.entries(counts).every(([id, { figure }]) => {
    if (!spoken.has(`count ${id}`)) return true;
    const values = figure ? readingsOf(figure).map((r) => r.value) : [];
    return values.length === 1 && ['exactly', 'about'].includes(values[0]?.wording ?? '');
  });
}

const without = (set: number, i: number) => set & ~(1 << i);
const has = (set: number, i: number) => (set >> i) % 2 === 1;

/** Sets that cannot be met and of which every lesser one can, among so many claims. */
export function conflictsAmong({ stated, canMeet }: Listed, own: number): readonly number[] {
  return subsetsOf(own).filter(
    (set) => canMeet[set] === 0 && stated.every((_, i) => !has(set, i) || canMeet[without(set, i)] === 1),
  );
}

/** Sets of what may be given up without which the rest can be met, while with any one of them it cannot. */
export function concessionsAmong({ stated, canMeet }: Listed, own: number, mayGive: number): readonly number[] {
  return subsetsOf(own & mayGive).filter(
    (set) =>
      canMeet[own & ~set] === 1 && stated.every((_, i) => !has(set, i) || canMeet[(own & ~set) | (1 << i)] === 0),
  );
}

function subsetsOf(whole: number): readonly number[] {
  const subsets: number[] = [];
  for (let set = whole; ; set = (set - 1) & whole) {
    subsets.push(set);
    if (set === 0) return subsets.reverse();
  }
}

/** Sets of parties whose acceptance makes an agreement, none of which could do without one of its members. */
export function smallestCoalitions({ agreement: rule }: Scenario): readonly (readonly string[])[] {
  const isEnough = (parties: readonly string[]) => {
    if (rule.rule === 'unanimity') return rule.of.every((party) => parties.includes(party));
    const weight = (party: string) => (rule.rule === 'quota' ? 1 : (rule.weights[party] ?? 0));
    const together = parties.reduce((sum, party) => sum + weight(party), 0);
    return together >= rule.needed && rule.vetoes.every((party) => parties.includes(party));
  };
  return subsetsOf((1 << rule.of.length) - 1)
    .map((set) => rule.of.filter((_, i) => has(set, i)))
    .filter((set) => isEnough(set) && set.every((party) => !isEnough(set.filter((other) => other !== party))));
}
