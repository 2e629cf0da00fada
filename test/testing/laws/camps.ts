import { checkOffer, defineScenario, describeFault, type Offer, type OfferDraft } from 'sticking-points';

/** Two camps exchange people in up to three phases. How many are held, two reports tell apart; of the wounded none does. */
export const camps = defineScenario({
  id: 'camps',
  basis: 'assumed',
  sources: { wire: { outlet: 'the wire', date: '2030-01-05' } },
  parties: { hill: {}, shore: {}, envoy: {} },
  terms: {
    captives: {
      kind: 'quantity',
      unit: { one: 'person', many: 'persons' },
      scope: 'phase',
      bounds: { most: 50 },
      categories: { women: 'women', wounded: 'wounded' },
      overlap: true,
      complete: false,
    },
    detainees: { kind: 'quantity', unit: { one: 'person', many: 'persons' }, scope: 'phase', bounds: { most: 200 } },
    grain: { kind: 'quantity', unit: 'tonnes', bounds: { most: 90 } },
    flour: { kind: 'quantity', unit: 'tonnes', bounds: { most: 90 } },
    debt: { kind: 'quantity', unit: 'crowns', scope: 'phase', bounds: { least: -20, most: 20 } },
    ifNoAgreement: {
      kind: 'choice',
      scope: 'phase',
      ordered: true,
      absent: 'back',
      options: { back: 'back to fighting', extend: 'the phase before goes on', end: 'an end of the fighting' },
    },
    watch: { kind: 'flag' },
  },
  counts: {
    held: { label: 'captives held', figure: { readings: [30, 35] } },
    wounded: { label: 'wounded held' },
    owed: { label: 'crowns in the chest', figure: 5 },
  },
  space: { phases: { least: 1, most: 3 }, days: 400 },
  agreement: { rule: 'unanimity', of: ['hill', 'shore'] },
  positions: {
    most: { party: 'hill', rigidity: 'demand', condition: { kind: 'compare', of: 'captives', op: '>=', line: 20 } },
    watched: { party: 'shore', rigidity: 'red line', condition: { kind: 'flag', of: 'watch', is: true } },
  },
  offers: {},
});

/** An offer between the two camps, of which nothing may be wrong. */
export function offer(draft: OfferDraft): Offer {
  const checked = checkOffer(camps, 'drafted', draft);
  if (!checked.ok) throw new Error(checked.faults.map(describeFault).join('\n'));
  return checked.value;
}
