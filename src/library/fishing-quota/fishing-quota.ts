import { defineScenario } from '../../scenario/define.js';
import type { Scenario } from '../../scenario/scenario.js';
import { exactly } from '../../terms/amount.js';
import { days } from '../../terms/length.js';

let built: Scenario | undefined;

/**
 * An invented one: three neighbours share a stock of fish. Two of the three make an agreement, among them the island whose
 * waters they are, and the season opens whether they agree or not.
 *
 * Built at the first call; every call returns the same frozen scenario.
 *
 * @example
 * const talks = openTalks(fishingQuota());
 * talks.do({ type: 'offer.tabled', offer: 'south-draft' });
 * talks.state; // 'talks.blocked'
 * talks.do({ type: 'offer.tabled', offer: 'compromise' });
 * talks.state; // 'talks.agreedInPrinciple'
 * talks.stickingPoints.map((point) => point.position); // ['south-catch']
 */
export function fishingQuota(): Scenario {
  return (built ??= build());
}

function build(): Scenario {
  return defineScenario({
    id: 'fishing-quota',
    title: 'A fishing quota among three',
    basis: 'assumed',
    note: 'Invented: no such talks were held, and every figure is made up.',
    parties: { north: { label: 'North' }, south: { label: 'South' }, island: { label: 'the Island' } },
    terms: {
      catch: {
        kind: 'quantity',
        verb: 'caught',
        unit: { one: 'tonne', many: 'tonnes' },
        step: 10,
        bounds: { least: 0, most: 100 },
      },
      closure: { kind: 'flag', label: 'closure while the fish spawn' },
      inspection: {
        kind: 'choice',
        options: { none: 'no inspection', shared: 'shared inspection' },
        absent: 'none',
      },
    },
    space: { days: 180 },
    agreement: { rule: 'quota', of: ['north', 'south', 'island'], needed: 2, vetoes: ['island'] },
    positions: {
      'north-catch': {
        party: 'north',
        rigidity: 'demand',
        condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 },
      },
      'south-catch': {
        party: 'south',
        rigidity: 'demand',
        condition: { kind: 'compare', of: 'catch', op: '>=', line: 70 },
      },
      'south-inspection': {
        party: 'south',
        rigidity: 'preference',
        condition: { kind: 'choice', of: 'inspection', is: ['none'] },
      },
      'island-stock': {
        party: 'island',
        rigidity: 'red line',
        condition: { kind: 'compare', of: 'catch', op: '<=', line: 60 },
      },
      'island-closure': {
        party: 'island',
        rigidity: 'demand',
        condition: { kind: 'flag', of: 'closure', is: true },
      },
    },
    offers: {
      // Two of three would take it, and the island has a veto.
      'south-draft': {
        by: ['south'],
        known: 'full',
        length: days(exactly(180)),
        terms: { catch: 80, closure: false, inspection: 'none' },
      },
      // Nobody but the island would take it.
      'island-draft': {
        by: ['island'],
        known: 'full',
        length: days(exactly(180)),
        terms: { catch: 30, closure: true, inspection: 'shared' },
      },
      // Two of three take it, the island among them.
      compromise: {
        by: ['north'],
        known: 'full',
        length: days(exactly(180)),
        terms: { catch: 50, closure: true, inspection: 'shared' },
      },
    },
    process: {
      deadlines: { season: { title: 'the season opens', by: '2031-05-01', kind: 'hard' } },
    },
  });
}
