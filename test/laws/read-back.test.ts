import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say, type Condition, type Scenario } from 'sticking-points';
import { conditions, scenarios } from 'sticking-points/testing';
import { inBrief } from './in-brief.js';
import { inOneForm, readBack } from './read-back.js';
import { runs } from './runs.js';
import { PLAIN } from '../support/plain.js';

const cases = scenarios({ labels: 'awkward', positions: 0, ...PLAIN }).chain((scenario) =>
  fc.tuple(fc.constant(scenario), conditions(scenario)),
);

type Say = (condition: Condition, scenario: Scenario) => string;

function law(said: Say) {
  return fc.property(cases, ([scenario, condition]) => {
    const back = readBack(said(condition, scenario), scenario);
    expect(back, inBrief(scenario, condition)).toEqual(inOneForm(condition));
  });
}

describe('what a condition says, read back, is the same condition', () => {
  it('with labels that hold brackets, quotes and words of the grammar', () => {
    fc.assert(law(say), runs(2000));
  });

  it('fails for a sentence without brackets or without quotation marks', () => {
    expect(
      fc.check(
        law((c, s) => say(c, s).replace(/[()]/g, '')),
        runs(500),
      ).failed,
    ).toBe(true);
    expect(
      fc.check(
        law((c, s) => say(c, s).replace(/[“”]/g, '')),
        runs(500),
      ).failed,
    ).toBe(true);
  });
});
