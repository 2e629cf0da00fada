import type { TermDrafts } from '../../scenario/ids.js';

const PERSONS = { one: 'person', many: 'persons' } as const;

const AT_MOST_SEIZED = {
  least: 0,
  most: 250,
  basis: 'assumed',
  because: 'About 250 people were seized (S3, S4): no more can be given back.',
} as const;

/**
 * What there was to settle. A term about an order of options says in its note what that order rests on; no report
 * gives one.
 */
export const terms = {
  hostages: {
    kind: 'quantity',
    label: 'hostages',
    verb: 'released',
    unit: PERSONS,
    scope: 'phase',
    bounds: AT_MOST_SEIZED,
    categories: {
      women: 'women',
      children: 'children',
      elderly: 'elderly people',
      injured: 'injured people',
      men: 'men',
      soldiers: 'soldiers',
    },
    overlap: true,
    complete: false,
    note: 'The categories are those the reports name. They overlap and leave people out: none follows from others by subtraction.',
  },
  bodies: {
    kind: 'quantity',
    label: 'bodies of hostages',
    verb: 'returned',
    unit: { one: 'body', many: 'bodies' },
    scope: 'phase',
    bounds: AT_MOST_SEIZED,
    note: 'Kept apart from the hostages released, and so out of any ratio: assumed, no report counts them in.',
  },
  prisoners: {
    kind: 'quantity',
    label: 'prisoners',
    verb: 'released',
    unit: PERSONS,
    scope: 'phase',
    bounds: {
      least: 0,
      most: 10_000,
      basis: 'assumed',
      because:
        'No report gives an upper figure: a wide one, so that all offers can be searched, and meant for nothing else.',
    },
    categories: { tookPart: 'took part in attacks on Israel', others: 'other prisoners' },
    overlap: false,
    complete: true,
    note: 'Palestinian prisoners. The reports name one category; the other is everyone else.',
  },
  ceasefire: {
    kind: 'choice',
    label: 'ceasefire',
    options: { pause: 'a pause', complete: 'a complete ceasefire' },
    ordered: true,
    basis: 'assumed',
    because:
      'The reports set a pause, or temporary ceasefire, against a complete one. That the second goes further is assumed.',
  },
  endOfWar: {
    kind: 'choice',
    label: 'end of the war',
    options: {
      none: 'no talks on ending the war',
      talksTowards: 'talks towards a formal end of the war',
      agreed: 'an agreed end of the war',
    },
    ordered: true,
    basis: 'assumed',
    because: 'Ordered by how far each goes; no report orders them.',
    note: 'Apart from the ceasefire: a pause may go with talks on ending the war or without.',
  },
  withdrawal: {
    kind: 'choice',
    label: 'withdrawal of Israeli troops from Gaza',
    options: { none: 'no withdrawal', partial: 'a partial withdrawal', complete: 'complete withdrawal' },
    ordered: true,
    basis: 'assumed',
    because: 'No report proposes a partial withdrawal: that level, and so the order, is assumed.',
    note: 'By when is not reported, so it is tied to no phase.',
  },
  sequencing: {
    kind: 'choice',
    label: 'sequencing',
    options: { phaseByPhase: 'one phase at a time', comprehensive: 'a comprehensive plan' },
    basis: 'assumed',
    because: 'One report sets the two side by side (S2). That there is no third way is assumed.',
  },
  displacedReturn: {
    kind: 'flag',
    label: 'return of displaced people',
    note: 'Reported as a topic and as a hope; no offer gives it a content.',
  },
  moreAid: {
    kind: 'flag',
    label: 'more aid',
    note: 'Reported as a hoped effect of a pause and without any quantity, not as a clause.',
  },
  ownCitizens: {
    kind: 'quantity',
    label: 'Israeli-American hostages',
    verb: 'released',
    unit: PERSONS,
    bounds: AT_MOST_SEIZED,
    note: 'They are among the hostages: the two figures overlap.',
  },
} as const satisfies TermDrafts;
