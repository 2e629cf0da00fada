import fc from 'fast-check';
import { it } from 'vitest';
import { checkOffer } from 'sticking-points';
import { offers, scenarios } from 'sticking-points/testing';
it('x', () => {
  const cases = scenarios({ terms: 3, positions: 0 }).chain((s) => fc.tuple(fc.constant(s), offers(s)));
  const r = fc.check(fc.property(cases, ([s, o]) => checkOffer(s, 'o', o).ok), { numRuns: 30000 });
  const d = r.counterexample?.[0];
  if (!d) return console.log('none');
  console.log(JSON.stringify(d[0].terms), JSON.stringify(d[0].space), JSON.stringify(d[0].counts), JSON.stringify(d[1]), JSON.stringify(checkOffer(d[0],'o',d[1])));
}, 500_000);
