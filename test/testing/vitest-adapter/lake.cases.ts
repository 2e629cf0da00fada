// Run by vitest-adapter.test.ts, which knows what each of these cases has to come to.
import fc from 'fast-check';
import { about, defineScenario, judge, readDeal, settingOf } from 'sticking-points';
import type { Offer } from 'sticking-points';
import { checkDeal } from 'sticking-points/testing';
import { testDeal } from 'sticking-points/vitest';
import { beforeEach, describe, expect, it } from 'vitest';

const lake = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: {
    catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } },
    observer: { kind: 'flag' },
  },
  positions: {},
  offers: { counter: { by: ['north'], terms: { catch: 50 } } },
});

/** The lake, with two parties whom no deal suits. */
const none = defineScenario({
  id: 'no-lake',
  parties: { north: {}, south: {} },
  terms: { catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } } },
  positions: {
    more: { party: 'north', rigidity: 'red line', condition: { kind: 'compare', of: 'catch', op: '>=', line: 60 } },
    less: { party: 'south', rigidity: 'red line', condition: { kind: 'compare', of: 'catch', op: '<', line: 60 } },
  },
});

const among = 'offers';

function isUpTo(most: number, offer: Offer): boolean {
  const condition = { kind: 'compare', of: 'catch', op: '<=', line: most } as const;
  return judge(condition, readDeal(settingOf(lake), offer)).verdict === 'met';
}

describe('conditions', () => {
  testDeal(lake, {
    invariants: [
      { condition: { kind: 'compare', of: 'catch', op: '<=', line: 100 } },
      { title: 'condition broken', condition: { kind: 'compare', of: 'catch', op: '<=', line: 60 } },
      { title: 'condition open', condition: { kind: 'compare', of: 'catch', op: '<=', line: about(120, 90) } },
    ],
  });
});

describe('deals', () => {
  testDeal(lake, {
    invariants: [
      { title: 'deal held', offer: (offer) => isUpTo(100, offer) },
      { title: 'deal broken', offer: (offer) => isUpTo(60, offer) },
      { title: 'deal open', offer: (offer) => (isUpTo(60, offer) ? 'held' : 'undetermined') },
      // What nobody can tell of is smaller here than what breaks it: shrinking may not end there.
      { title: 'deal broken above what is open', offer: (offer) => (isUpTo(60, offer) ? 'undetermined' : 'broken') },
      { title: 'deal thrown at', offer: () => thrown('by the invariant itself') },
      { title: 'deal without a finding', offer: () => undefined as never },
    ],
    among,
    seed: 7,
    runs: 50,
  });
});

describe('courses', () => {
  testDeal(lake, {
    invariants: [
      { title: 'talks held', talks: (talks) => talks.log.length <= 30 },
      { title: 'talks broken', talks: (talks) => talks.offer === undefined },
      { title: 'talks open', talks: (talks) => (talks.offer ? 'undetermined' : 'held') },
    ],
    runs: 20,
  });
});

// Side by side, each case has to skip itself and none of the others.
describe.concurrent('passed over', () => {
  testDeal(lake, {
    invariants: [
      { title: 'condition passed over', condition: { kind: 'compare', of: 'catch', op: '<=', line: about(120, 90) } },
      { title: 'deal passed over', offer: () => 'undetermined' },
      { title: 'deal held beside it', offer: (offer) => isUpTo(100, offer) },
      { title: 'deal broken beside it', offer: (offer) => (isUpTo(60, offer) ? 'undetermined' : 'broken') },
      { title: 'talks passed over', talks: () => 'undetermined' },
    ],
    among,
    undetermined: 'skip',
    runs: 20,
    timeout: 50_000,
  });
});

describe('hooks', () => {
  let begun = 0;
  let asked = 0;
  beforeEach(() => {
    begun += 1;
  });

  testDeal(lake, { invariants: [{ title: 'run before each draw', offer: () => ++asked === begun }], runs: 20 });
});

describe('no deals', () => {
  testDeal(none, { invariants: [{ title: 'deals that there are not', offer: () => true }], among: 'deals' });
  const invariants = [{ title: 'deals that there are not, passed over', offer: () => true }];
  testDeal(none, { invariants, among: 'deals', undetermined: 'skip' });
});

describe('passing over what is drawn', () => {
  testDeal(lake, {
    invariants: [
      { title: 'deal that is never spoken of', offer: () => passOver() },
      { title: 'deal held where it is spoken of', offer: (offer) => isUpTo(60, offer) || passOver() },
    ],
    among,
    runs: 5,
  });
});

describe('as checkDeal finds it', () => {
  const asked: number[] = [];
  const invariant = { title: 'of as many, and of the same', offer: (offer: Offer) => asked.push(figureIn(offer)) > 0 };
  testDeal(lake, { invariants: [invariant] });
  it('is asked of the same deals', () => {
    const drawn = asked.splice(0);
    checkDeal(lake, { invariants: [invariant] });
    expect(drawn).toEqual(asked);
    expect(drawn).toHaveLength(200);
  });
});

describe('nothing that bears on a law', () => {
  testDeal(lake, {
    invariants: [
      { title: 'deal that does not bear on it', offer: () => true, speaksOf: () => false },
      { title: 'talks that do not bear on it', talks: () => true, speaksOf: () => false },
    ],
    runs: 5,
  });
});

describe('a path', () => {
  it('that leads nowhere is refused', () => {
    const astray = () =>
      testDeal(lake, { invariants: [{ title: 'astray', offer: () => true }], seed: 7, path: '0:99999:99' });
    expect(astray).toThrow('leads nowhere');
  });
});

describe('nothing drawn', () => {
  it('is refused', () => {
    const none = () => testDeal(lake, { invariants: [{ title: 'deals of no run', offer: () => true }], runs: 0 });
    expect(none).toThrow('testing/bad-option');
  });
});

const { DEAL_PATH: path } = process.env;
describe.runIf(path !== undefined)('seen again', () => {
  const invariants = [{ title: 'deal seen again', offer: (offer: Offer) => isUpTo(60, offer) }];
  testDeal(lake, { invariants, among, seed: 7, ...(path !== undefined && { path }) });
});

function figureIn(offer: Offer): number {
  const said = offer.terms['catch'];
  return said && 'value' in said && typeof said.value === 'object' && 'n' in said.value ? said.value.n : NaN;
}

function passOver(): true {
  fc.pre(false);
  return true;
}

function thrown(what: string): never {
  throw new Error(what);
}
