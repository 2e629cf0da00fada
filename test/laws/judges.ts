import {
  judge,
  readDeal,
  settingOf,
  type Condition,
  type Offer,
  type Scenario,
  type VerdictWord,
} from 'sticking-points';

/** Holds a condition against an offer: the library does, and broken ones do, on which a law has to fail. */
export type Judge = (condition: Condition, scenario: Scenario, offer: Offer) => VerdictWord;

export const theJudge: Judge = (condition, scenario, offer) =>
  judge(condition, readDeal(settingOf(scenario), offer)).verdict;

export const alwaysOpen: Judge = () => 'open';

export const swapped: Judge = (condition, scenario, offer) => {
  const verdict = theJudge(condition, scenario, offer);
  return verdict === 'met' ? 'unmet' : verdict === 'unmet' ? 'met' : 'open';
};

/** Takes what is open for met. */
export const silenceIsConsent: Judge = (condition, scenario, offer) => {
  const verdict = theJudge(condition, scenario, offer);
  return verdict === 'open' ? 'met' : verdict;
};

/** Takes every line one step too high. */
export const offByOne: Judge = (condition, scenario, offer) => theJudge(raised(condition), scenario, offer);

function raised(condition: Condition): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map(raised) };
    case 'not':
      return { ...condition, of: raised(condition.of) };
    case 'ifThen':
      return { ...condition, if: raised(condition.if), then: raised(condition.then) };
    case 'compare':
    case 'length':
      return typeof condition.line === 'number' ? { ...condition, line: condition.line + 1 } : condition;
    default:
      return condition;
  }
}
