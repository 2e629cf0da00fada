import type { Arbitrary } from 'fast-check';
import { noted } from '../offers/clauses.js';
import type { Offers } from '../offers/offer.js';
import type { Scenario } from '../scenario/scenario.js';
import { fc } from './fast-check.js';
import { maybe } from './maybe.js';
import { offers } from './offers.js';

/** Offers that a scenario knows of: half the time up to so many, put forward by a party or not, one in three with a text. */
export function offersOnRecord(
  scenario: Scenario,
  { offers: most, texts }: { readonly offers: number; readonly texts: boolean },
): Arbitrary<Offers> {
  if (most === 0) return fc.constant({});
  const by = maybe(fc.constantFrom(...Object.keys(scenario.parties)));
  return fc.nat({ max: 1 }).chain((some) => {
    if (some === 0) return fc.constant<Offers>({});
    const plain = offers(scenario);
    const offer = texts
      ? fc.oneof({ weight: 2, arbitrary: plain }, { weight: 1, arbitrary: offers(scenario, { texts }) })
      : plain;
    return fc.array(fc.tuple(offer, by), { minLength: 1, maxLength: most, size: 'small' }).map((drawn): Offers =>
      Object.fromEntries(
        drawn.map(([of, party], i) => {
          const id = `offer-${i + 1}`;
          return [id, { ...of, id, label: id, ...(party !== undefined && { by: noted([party]) }) }];
        }),
      ),
    );
  });
}
