import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, layoutOf, readDeal, settingOf, type Condition, type Offer, type Scenario } from 'sticking-points';
import { conditions, offers, scenarios } from 'sticking-points/testing';
import { evaluate, plainOf } from './naive.js';
import { inBrief } from './in-brief.js';
import { runs } from './runs.js';
import { PLAIN } from '../support/plain.js';

/** A scenario, a condition whose every line is one figure, and a full offer, which leaves out what absence means anyway. */
const cases = scenarios(PLAIN).chain((scenario) =>
  fc.tuple(
    fc.constant(scenario),
    conditions(scenario, { lines: 'single' }),
    offers(scenario, { known: 'full', absences: true }),
  ),
);

type Judge = (condition: Condition, scenario: Scenario, offer: Offer) => string;

const theJudge: Judge = (condition, scenario, offer) => judge(condition, readDeal(settingOf(scenario), offer)).verdict;

function law(judged: Judge) {
  return fc.property(cases, ([scenario, condition, offer]) => {
    const expected = { yes: 'met', no: 'unmet', either: 'open' }[
      evaluate(condition, plainOf(scenario, offer), scenario)
    ];
    expect(judged(condition, scenario, offer), inBrief(scenario, condition, offer)).toBe(expected);
  });
}

describe('a full offer of exact values is never open, and its verdicts are those of a naive evaluator', () => {
  it('on random scenarios and conditions', () => {
    fc.assert(law(theJudge), runs(800));
  });

  it('fails for a judge that is always open', () => {
    expect(fc.check(law(() => 'open')).failed).toBe(true);
  });

  it('leaves nothing of the offer space unknown but counts', () => {
    fc.assert(
      fc.property(cases, ([scenario, condition, offer]) => {
        const { bounds, contradiction } = readDeal(settingOf(scenario), offer);
        const unknown = layoutOf(scenario).variables.filter(
          ({ name }, v) => bounds.least[v] !== bounds.most[v] && !name.startsWith('count '),
        );
        expect(contradiction).toBeUndefined();
        expect(
          unknown.map((v) => v.name),
          inBrief(scenario, condition, offer),
        ).toEqual([]);
      }),
      runs(300),
    );
  });
});
