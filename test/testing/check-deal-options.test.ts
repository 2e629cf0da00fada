import fc from 'fast-check';
import { isFaultError, type Fault } from 'sticking-points';
import { labourContract } from 'sticking-points/scenarios';
import { checkDeal, exhaust, type CheckDealOptions } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';

const scenario = labourContract();
const isDeal = (): boolean => true;
const invariants = [{ title: 'is a deal', offer: isDeal }];
const condition = { kind: 'compare', of: 'raise', in: 1, op: '<=', line: 5 };

function faultsOf(options: unknown): readonly Fault[] {
  try {
    // Whatever somebody hands in from JavaScript.
    checkDeal(scenario, options as CheckDealOptions);
  } catch (error) {
    if (isFaultError(error)) return error.faults;
    throw error;
  }
  return [];
}

describe('what cannot be asked is a fault, and never a finding', () => {
  it.each([
    ['no options', undefined, 'testing/bad-option'],
    ['null for options', null, 'testing/bad-option'],
    ['no invariants', {}, 'testing/bad-option'],
    ['null for invariants', { invariants: null }, 'testing/bad-option'],
    ['an option that is none', { invariants, run: 5 }, 'testing/bad-option'],
    ['no runs', { invariants, runs: 0 }, 'testing/bad-option'],
    ['fewer than no runs', { invariants, runs: -1 }, 'testing/bad-option'],
    ['half a run', { invariants, runs: 1.5 }, 'testing/bad-option'],
    ['runs that are no number', { invariants, runs: NaN }, 'testing/bad-option'],
    ['null for runs', { invariants, runs: null }, 'testing/bad-option'],
    ['a seed that is no number', { invariants, seed: NaN }, 'testing/bad-option'],
    ['a seed in quotes', { invariants, seed: '7' }, 'testing/bad-option'],
    ['a path that is none', { invariants, path: 'xyz' }, 'testing/bad-option'],
    ['a path that is a number', { invariants, path: 7 }, 'testing/bad-option'],
    ['fewer than no events', { invariants, events: -1 }, 'testing/bad-option'],
    ['events that are no number', { invariants, events: NaN }, 'testing/bad-option'],
    ['among what there is not', { invariants, among: 'deal' }, 'testing/bad-option'],
    ['among null', { invariants, among: null }, 'testing/bad-option'],
    ['among nothing', { invariants, among: {} }, 'testing/bad-option'],
    ['talks that cannot be held so', { invariants, talks: { answers: 'loudly' } }, 'talks/bad-option'],
    ['an empty invariant', { invariants: [{}] }, 'testing/bad-invariant'],
    ['a bare function', { invariants: [() => true] }, 'testing/bad-invariant'],
    ['a function that is a number', { invariants: [{ title: 'x', offer: 5 }] }, 'testing/bad-invariant'],
    ['a function without a title', { invariants: [{ offer: isDeal }] }, 'testing/bad-invariant'],
    ['two things at once', { invariants: [{ title: 'x', offer: isDeal, condition }] }, 'testing/bad-invariant'],
    [
      'a word for of the state alone',
      { invariants: [{ ...invariants[0], ofStateAlone: 'yes' }] },
      'testing/bad-invariant',
    ],
    [
      'a term that there is not',
      { invariants: [{ condition: { ...condition, of: 'rise' } }] },
      'scenario/unknown-term',
    ],
    ['a kind that there is not', { invariants: [{ condition: { kind: 'hope' } }] }, 'scenario/shape'],
    ['a line that is no number', { invariants: [{ condition: { ...condition, line: NaN } }] }, undefined],
    ['an arbitrary of something else', { invariants, among: fc.constant(undefined) }, 'testing/no-finding'],
  ])('%s', (_, options, code) => {
    const faults = faultsOf(options);
    expect(faults.length).toBeGreaterThan(0);
    if (code !== undefined) expect(faults.map((fault) => fault.code)).toContain(code);
    for (const { message } of faults) expect(message).toMatch(/\w.*[.?]$/s);
  });

  it('a path that leads nowhere', () => {
    expect(faultsOf({ invariants, path: '0:99999:99' }).map((fault) => fault.code)).toEqual(['testing/bad-option']);
  });
});

it('an invariant of talks does nothing to the course that it is asked along', () => {
  const along = (meddle: boolean) => {
    const seen: string[] = [];
    checkDeal(scenario, {
      runs: 20,
      invariants: [
        {
          title: 'meddles',
          talks: (talks) => {
            seen.push(talks.state);
            if (meddle) talks.do({ type: 'days.passed', days: 1000 });
            return true;
          },
        },
      ],
    });
    return seen;
  };
  expect(along(true)).toEqual(along(false));
});

it('an invariant that throws is broken in a walk through every state, as it is among what is drawn', () => {
  const throwing = {
    title: 'throws',
    talks: () => {
      throw new Error('not now');
    },
  };
  const [drawn] = checkDeal(scenario, { runs: 3, invariants: [throwing] });
  const [walked] = exhaust(scenario, { invariants: [throwing], bounds: { states: 5 } }).findings;
  expect([drawn?.finding, walked?.finding]).toEqual(['broken', 'broken']);
  expect(walked?.counterexample?.threw).toContain('not now');
});
