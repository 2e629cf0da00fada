import { days, defineScenario, onDay } from 'sticking-points';

/** A pact between three parties with one or more of all that a text may hold; whoever verifies one of its two obligations. */
export const pact = (verifier?: 'board') =>
  defineScenario({
    id: 'lake',
    sources: { gazette: { outlet: 'The Gazette', date: '2030-01-10' } },
    parties: { north: {}, south: {}, east: {} },
    terms: {
      boats: { kind: 'quantity', unit: 'boats', step: 5, bounds: { most: 10 } },
      flag: { kind: 'flag' },
    },
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    process: { extensions: { month: { title: 'a month more', days: 30, times: 1 } } },
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: days(40) }],
        text: {
          bodies: { board: { members: ['north', 'south'] }, panel: { members: ['north', 'south'] } },
          events: { thaw: {}, feast: { movedBy: ['north', 'south'] } },
          talks: { fees: { between: ['north', 'south'], begin: onDay(5) } },
          certifications: { mended: { by: 'board' } },
          instruments: {
            treaty: { parties: { north: 'signs', south: 'signs', east: 'adheres' } },
            annex: {},
          },
          phases: { 1: { extensions: [{ how: 'by unit', unit: days(7) }] } },
          obligations: {
            sail: {
              owedBy: ['north'],
              to: ['south', 'east'],
              of: 'boats',
              amount: 5,
              instrument: 'treaty',
              ...(verifier && { verifier }),
              begins: onDay(0),
              within: days(9),
            },
            rest: { owedBy: ['south', 'east'], to: ['north'], instrument: 'treaty', begins: onDay(0), within: days(9) },
          },
        },
      },
    },
  });
