import type { Arbitrary } from 'fast-check';
import { ambiguous, deferred, definedElsewhere, onTheAgenda, undisclosed, type Unsettled } from '../../terms/value.js';
import { fc } from '../fast-check.js';
import { maybe } from '../maybe.js';

/** Every way in which a text leaves something open: on the agenda, undisclosed, defined elsewhere, deferred, read in several ways. */
export function unsettled(parties: readonly string[]): Arbitrary<Unsettled> {
  const some = fc.subarray([...parties]);
  const put = fc
    .record({ between: some, until: maybe(fc.constant('the end of June')), otherwise: maybe(fc.constant('none')) })
    .map(({ between, until, otherwise }) =>
      deferred({
        ...(between.length > 0 && { between }),
        ...(until !== undefined && { until }),
        ...(otherwise !== undefined && { otherwise }),
      }),
    );
  const read = fc
    .subarray([...parties], { minLength: 1 })
    .map((by) => ambiguous(...by.map((party, i) => ({ party, reading: i === 0 ? 'all of it' : 'half of it' }))));
  return fc.oneof(
    fc.constant(onTheAgenda()),
    fc.constant(undisclosed()),
    fc.constant(definedElsewhere('an annex')),
    put,
    read,
  );
}
