import fc from 'fast-check';
import type { Talks } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { exhaust } from '../../../src/testing/exhaust.js';
import type { ExhaustBounds } from '../../../src/testing/exhaust/bounds.js';
import type { DealInvariant } from '../../../src/testing/invariant.js';
import { oneFlag } from '../../machine/tiny/one-flag.js';
import { bridge } from '../../support/bridge.js';

const noDelivery: ExhaustBounds = { days: [], disputes: 0, extensions: 0 };

describe('what was asked', () => {
  const { scenario } = oneFlag;
  const ask = (...invariants: DealInvariant[]) => exhaust(scenario, { invariants }).findings;

  it('is named by its title, or by the condition in words', () => {
    const [held] = ask({ condition: { kind: 'flag', of: 'flag', is: true } });
    expect(held).toEqual({ title: 'flag: yes', finding: 'held', asked: 1, undetermined: 0 });
  });

  it('of a deal is asked by a function as well, given the scenario', () => {
    const [broken] = ask({ title: 'is no', offer: (offer, { offers }) => offers[offer.id] !== offer });
    expect(broken).toMatchObject({ finding: 'broken', asked: 1, counterexample: { offer: 'yes' } });
  });

  it('is undetermined where the text of a deal leaves it open', () => {
    const few: DealInvariant = { title: 'few', condition: { kind: 'compare', of: 'stones', op: '<=', line: 9 } };
    const bounds: ExhaustBounds = { ...noDelivery, offers: ['plan'], answers: ['accepts'], positions: [] };
    const [finding] = exhaust(bridge(), { invariants: [few], bounds }).findings;
    expect(finding).toEqual({ title: 'few', finding: 'undetermined', asked: 1, undetermined: 1 });
  });

  it('is not held where a single state cannot be told, and broken wherever one breaks it', () => {
    const untold = (talks: Talks) => (talks.state === 'suspended' ? 'undetermined' : 'held');
    const [open, broken] = ask(
      { title: 'open', talks: untold },
      { title: 'broken', talks: (talks) => (talks.state === 'fulfilled' ? 'broken' : untold(talks)) },
    );
    expect(open).toMatchObject({ finding: 'undetermined' });
    expect(open?.undetermined).toBeGreaterThan(0);
    expect(broken).toMatchObject({ finding: 'broken', undetermined: open?.undetermined });
  });

  it('is undetermined where there was no deal to ask it of', () => {
    const never: DealInvariant = { title: 'never', offer: () => true };
    const [finding] = exhaust(scenario, { invariants: [never], bounds: { offers: [] } }).findings;
    expect(finding).toEqual({ title: 'never', finding: 'undetermined', asked: 0, undetermined: 0 });
  });

  it('is of what an invariant does not pass over, and undetermined where it passes over everything', () => {
    const { states } = exhaust(scenario);
    // The first state of all is none to which talks come back, so that it has no other log.
    const started = (talks: Talks) => (fc.pre(talks.log.length > 0), talks.log.length > 0);
    const [held, nothing] = ask(
      { title: 'started', talks: started, ofStateAlone: true },
      { title: 'nothing', offer: () => fc.pre(false) as never },
    );
    expect(held).toEqual({ title: 'started', finding: 'held', asked: states - 1, undetermined: 0 });
    expect(nothing).toEqual({ title: 'nothing', finding: 'undetermined', asked: 0, undetermined: 0 });
  });

  it('sees the text that is settled for the next phase, and an amendment once it is concluded', () => {
    const asked: string[] = [];
    const invariant: DealInvariant = { title: 'is seen', offer: ({ id }) => asked.push(id) > 0 };
    const changed = bridge({ offers: { dear: { by: ['west'], terms: { cost: 45, toll: false } } } });
    exhaust(changed, { invariants: [invariant], bounds: { ...noDelivery, answers: ['accepts'], positions: [] } });
    expect(asked.sort()).toEqual(['dear', 'plan']);
  });
});
