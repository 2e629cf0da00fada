import type { CalendarDate } from '../base/day.js';
import { weakestBasis, type Basis } from '../evidence/basis.js';
import { citationsBy } from '../evidence/clocks.js';
import type { Fact } from '../offers/deal.js';
import type { Offer } from '../offers/offer.js';
import { ratioOf } from '../offers/ratio.js';
import { VERDICTS } from '../positions/judged.js';
import { canBlock } from '../positions/position.js';
import type { NamedStickingPoint } from '../scenario/reported-answer.js';
import type { Scenario } from '../scenario/scenario.js';
import { answersTo, type ByParty, type DeclaredAnswer, type PartyAnswers } from './answers.js';
import { checkOptions, dealOf, offerOf } from './deal-to-assess.js';
import { panelOf } from './panel.js';
import { scoredAnswers } from './score.js';
import { heldAgainst, verdictOn, type InvariantVerdict, type Verdict } from './verdict.js';

/**
 * Which reports an assessment may use.
 *
 * @example
 * const inJanuary: AssessOptions = { asOf: '2024-01-31' };
 * assess(gaza2024(), 'P2', inJanuary).asOf; // '2024-01-31'
 * assess(gaza2024(), 'P5', { asOf: '2024-01-01' }); // throws assess/not-yet-reported
 */
export interface AssessOptions {
  /** Offers and positions reported by this day; without it, all that is known. */
  readonly asOf?: CalendarDate;
  /** Positions reported by this day, where that is another. */
  readonly positionsAsOf?: CalendarDate;
  /** Answers declared in the course of talks. */
  readonly declared?: ByParty<DeclaredAnswer>;
}

/**
 * What an offer exchanges, by a key of the scenario: an interval, in so many of the one for each of the other, or why there
 * is none. Always derived.
 */
export interface ExchangeRate {
  readonly exchange: string;
  readonly least?: number;
  readonly most?: number;
  readonly undefined?: 'not reported' | 'over zero' | 'barred';
  /** The side that is not reported or may be zero, as a path id. */
  readonly of?: string;
  readonly because?: string;
  readonly basis: Basis;
  readonly facts: readonly Fact[];
}

/** One offer held against all positions. Plain JSON. */
export interface Assessment {
  readonly scenario: string;
  readonly offer: string;
  readonly asOf?: CalendarDate;
  readonly positionsAsOf?: CalendarDate;
  /** In the declared order: parties as the scenario has them; unmet, open, met; red lines, demands, preferences; id. */
  readonly verdicts: readonly Verdict[];
  /** Red lines and demands left unmet and not conceded. */
  readonly stickingPoints: readonly Verdict[];
  /** Red lines and demands that are open. */
  readonly openPoints: readonly Verdict[];
  readonly answers: ByParty<PartyAnswers>;
  readonly invariants: readonly InvariantVerdict[];
  readonly exchanges: readonly ExchangeRate[];
  /** What sources themselves name as sticking points of this offer, or of the talks at large. */
  readonly named: readonly NamedStickingPoint[];
}

/**
 * Holds an offer against every position that had been reported.
 *
 * @param offer - an offer of the scenario by its id, or a whole one that fits it, as `checkOffer` finds.
 * @throws a `FaultError` with `assess/unknown-offer`, `assess/not-yet-reported` where the offer appeared after `asOf`,
 *   `assess/unfit-offer` for one that was never checked and does not fit the scenario, `assess/bad-option` or
 *   `assess/bad-date`.
 * @example
 * const { stickingPoints } = assess(scenario, 'first-offer');
 * stickingPoints.map((point) => point.title); // ['catch: at least 40 tonnes']
 * stickingPoints[0]?.readings[0]?.margins[0]?.slack; // { least: -10, most: -10 }
 * assess(scenario, 'frist-offer'); // throws assess/unknown-offer
 */
export function assess(scenario: Scenario, offer: string | Offer, options: AssessOptions = {}): Assessment {
  checkOptions(options);
  const { asOf, declared } = options;
  const positionsAsOf = options.positionsAsOf ?? asOf;
  const { offer: whole, deal } = dealOf(scenario, offerOf(scenario, offer, asOf), asOf);
  const panel = panelOf(scenario, positionsAsOf);
  const verdicts: Verdict[] = [];
  for (const ofParty of panel.positions) {
    const held = ofParty.map((position) => verdictOn(position, deal));
    for (const word of VERDICTS) for (const v of held) if (v.verdict === word) verdicts.push(v);
  }
  const answers = answersTo(scenario, whole, verdicts, asOf, declared, scoredAnswers(scenario, deal));
  const blocking = verdicts.filter((v) => canBlock(v.rigidity.value));
  return {
    scenario: scenario.id,
    offer: whole.id,
    ...(asOf === undefined ? {} : { asOf }),
    ...(positionsAsOf === undefined ? {} : { positionsAsOf }),
    verdicts,
    stickingPoints: blocking.filter(
      (v) => v.verdict === 'unmet' && answers[v.party]?.declared?.concedes.includes(v.position) !== true,
    ),
    openPoints: blocking.filter((v) => v.verdict === 'open'),
    answers,
    invariants: panel.invariants.map(({ id, title, line }) => ({
      invariant: id,
      title,
      ...heldAgainst(line, deal),
      ...(line.because !== undefined && { because: line.because }),
    })),
    exchanges: Object.entries(scenario.exchange).map(([id, key]): ExchangeRate => {
      const barred = Object.hasOwn(whole.barred, id) ? whole.barred[id] : undefined;
      if (barred) {
        return { exchange: id, undefined: 'barred', because: barred.value, basis: barred.basis, facts: [] };
      }
      const ratio = ratioOf(deal, key);
      if ('undefined' in ratio) return { exchange: id, ...ratio, basis: 'inferred', facts: [] };
      const { support, ...ends } = ratio;
      const facts = support.flatMap((f) => deal.facts[f] ?? []);
      return { exchange: id, ...ends, basis: weakestBasis(['inferred', ...facts.map((f) => f.basis)]), facts };
    }),
    named: scenario.named
      .filter((n) => n.offer === undefined || n.offer === whole.id)
      .map((n) => ({
        ...n,
        positions: n.positions.filter((id) => verdicts.some((v) => v.position === id)),
        citations: citationsBy(n.citations, scenario.sources, asOf),
      }))
      .filter((n) => n.citations.length > 0),
  };
}
