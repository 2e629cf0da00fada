import { defineScenario } from '../../scenario/define.js';
import type { Scenario } from '../../scenario/scenario.js';
import { exactly } from '../../terms/amount.js';
import { days } from '../../terms/length.js';
import { process } from './process.js';

let built: Scenario | undefined;

/**
 * An invented one: a labour contract of two years, the second to be negotiated during the first. Rounds need opened books
 * and mandates, members and board approve, and what the company makes of a deal is supposed to follow a score.
 *
 * Built at the first call; every call returns the same frozen scenario.
 *
 * @example
 * const talks = openTalks(labourContract());
 * for (const party of ['union', 'company']) talks.do({ type: 'mandate.given', party, mandate: 'conclude' });
 * talks.do({ type: 'round.opened', round: 'bargaining' }).reasons.map((r) => r.code); // ['talks/precondition-unmet']
 * talks.do({ type: 'precondition.met', precondition: 'accounts' });
 * talks.do({ type: 'round.opened', round: 'bargaining' }).accepted; // true
 * talks.do({ type: 'offer.tabled', offer: 'asked' });
 * talks.answers['company']?.byScore?.answer; // 'rejects'
 * talks.do({ type: 'offer.tabled', offer: 'draft' });
 * talks.do({ type: 'agreement.concluded' });
 * talks.state; // 'ratifying.voting'
 */
export function labourContract(): Scenario {
  return (built ??= build());
}

const YEAR = 365;

function build(): Scenario {
  const year = days(exactly(YEAR));
  return defineScenario({
    id: 'labour-contract',
    title: 'A labour contract in two years',
    basis: 'assumed',
    note: 'Invented: no such talks were held, and every figure is made up.',
    parties: { union: { label: 'the union' }, company: { label: 'the company' } },
    terms: {
      raise: { kind: 'quantity', unit: 'per cent', scope: 'phase', bounds: { least: 0, most: 10 } },
      hours: { kind: 'quantity', unit: 'hours a week', bounds: { least: 35, most: 40 } },
      jobs: { kind: 'flag', label: 'no layoffs' },
    },
    space: { phases: { least: 1, most: 2 }, days: 2 * YEAR },
    agreement: { rule: 'unanimity', of: ['union', 'company'] },
    positions: {
      'union-raise': {
        party: 'union',
        rigidity: 'demand',
        condition: { kind: 'compare', of: 'raise', in: 1, op: '>=', line: 3 },
      },
      'union-jobs': { party: 'union', rigidity: 'red line', condition: { kind: 'flag', of: 'jobs', is: true } },
      'company-hours': {
        party: 'company',
        rigidity: 'demand',
        condition: { kind: 'compare', of: 'hours', op: '>=', line: 38 },
      },
    },
    scores: {
      company: {
        because: 'To show how a party answers by what a deal is worth to it; as made up as all the rest.',
        threshold: 40,
        parts: [
          {
            of: 'raise',
            in: 1,
            points: [
              { at: 0, worth: 60 },
              { at: 6, worth: 0 },
            ],
          },
          {
            of: 'hours',
            points: [
              { at: 35, worth: 0 },
              { at: 40, worth: 20 },
            ],
          },
          { of: 'jobs', table: { yes: 0, no: 20 } },
        ],
      },
    },
    offers: {
      // Meets every demand of the company, and is worth too little to it.
      asked: {
        by: ['union'],
        known: 'full',
        terms: { hours: 38, jobs: true },
        phases: [{ length: year, terms: { raise: 5 } }],
      },
      // Both take it; its second year is still to be negotiated.
      draft: {
        known: 'full',
        terms: { hours: 38, jobs: true },
        phases: [
          { length: year, terms: { raise: 3 } },
          { length: year, toBeNegotiated: true },
        ],
      },
      // The same with its second year settled: what may be tabled during the first.
      'second-year': {
        known: 'full',
        terms: { hours: 38, jobs: true },
        phases: [
          { length: year, terms: { raise: 3 } },
          { length: year, terms: { raise: 2 } },
        ],
        related: [{ how: 'amendment of', offer: 'draft' }],
      },
    },
    process: process(),
  });
}
