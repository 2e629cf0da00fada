import type { Arbitrary } from 'fast-check';
import { unique } from '../../base/list.js';
import type { AgreementDraft } from '../../scenario/agreement.js';
import { fc } from '../fast-check.js';

/** A rule of agreement, once it is known which parties nothing may be agreed without. */
export type DrawnAgreement = (vetoes: readonly string[]) => AgreementDraft;

/**
 * Rules of agreement of some of these parties: unanimity, a quota, or weights, of which some may be nothing. Of the last two,
 * some hold a veto.
 */
export function agreements(parties: readonly string[]): Arbitrary<DrawnAgreement> {
  const some = fc.subarray([...parties], { minLength: 1 });
  const unanimity = some.map((of): DrawnAgreement => (vetoes) => ({
    rule: 'unanimity',
    of: unique([...of, ...vetoes]),
  }));
  const quota = some.chain((of) =>
    fc
      .tuple(fc.integer({ min: 1, max: of.length }), fc.subarray(of))
      .map(([needed, held]): DrawnAgreement => (vetoes) => ({
        rule: 'quota',
        of: unique([...of, ...vetoes]),
        needed,
        ...vetoing([...held, ...vetoes]),
      })),
  );
  const heavy = fc.tuple(fc.integer({ min: 1, max: 4 }), ...parties.slice(1).map(() => fc.nat({ max: 4 })));
  const weights = heavy.chain((each) =>
    fc
      .tuple(fc.integer({ min: 1, max: each.reduce((sum, n) => sum + n, 0) }), fc.subarray([...parties]))
      .map(([needed, held]): DrawnAgreement => (vetoes) => ({
        rule: 'weights',
        weights: Object.fromEntries(parties.map((party, i) => [party, each[i] ?? 0])),
        needed,
        ...vetoing([...held, ...vetoes]),
      })),
  );
  return fc.oneof(unanimity, quota, weights);
}

function vetoing(parties: readonly string[]) {
  return parties.length > 0 ? { vetoes: unique(parties) } : {};
}
