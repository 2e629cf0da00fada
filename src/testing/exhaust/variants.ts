import { listed } from '../../base/list.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { ExhaustBounds, UsedBounds } from './bounds.js';

/** Which events of the types that are tried are not, and the bound that leaves them out. */
export interface VariantLeftOut {
  /** Wherever one of these types has a place, others of it would have one too. */
  readonly types: readonly TalksEvent['type'][];
  readonly bound: keyof ExhaustBounds;
  /** What is tried of them, and what is not, as the beginning of a sentence. */
  readonly how: string;
}

/**
 * What is left out of the types that are tried, and of those that are not since the bounds name none of what they would be
 * about, though the scenario has some; nothing where the events themselves were given.
 */
export function variantsLeftOut(
  scenario: Scenario,
  menu: readonly TalksEvent[],
  bounds: UsedBounds,
): readonly VariantLeftOut[] {
  if ('events' in bounds) return [];
  const { days } = bounds;
  const tried = new Set(menu.map((event) => event.type));
  const all: readonly VariantLeftOut[] = [
    ...VARIANTS,
    {
      types: ['days.passed'],
      bound: 'days',
      how: `Only ${listed(days.map(String))} ${days.length === 1 && days[0] === 1 ? 'day passes' : 'days pass'} at once, no other number`,
    },
    {
      types: menu.map((event) => event.type),
      bound: 'events',
      how: 'No event bears a day, a reason, or the names of those who brought it about where it can do without',
    },
  ];
  return [
    ...all.filter(({ types }) => types.some((type) => tried.has(type))),
    ...NONE_NAMED.filter(
      ({ types, bound }) => !types.some((type) => tried.has(type)) && Object.keys(scenario[bound]).length > 0,
    ),
  ];
}

const VARIANTS: readonly VariantLeftOut[] = [
  { types: ['offer.tabled'], bound: 'events', how: 'Only offers of the scenario are tabled, no new one' },
  { types: ['answer.declared'], bound: 'events', how: 'No answer names what it concedes' },
  { types: ['position.revised'], bound: 'events', how: 'Positions are only given up, none is changed to another' },
  { types: ['ratification.voted'], bound: 'events', how: 'Steps are only approved or rejected, with no votes counted' },
  {
    types: ['phase.extended'],
    bound: 'events',
    how: 'Only the present phase is extended, by consent a day, by a rule as many as it adds',
  },
  {
    types: ['breach.alleged', 'breach.cured'],
    bound: 'events',
    how: 'Breaches are alleged and cured by nobody in particular',
  },
  { types: ['deal.superseded'], bound: 'events', how: 'A deal is superseded by no offer that is named' },
  { types: ['deal.ended'], bound: 'events', how: 'The end of a deal is told by one source only' },
];

/** What is told besides the ids that are left out, where all are: there are others than those. */
const NONE_NAMED: readonly (VariantLeftOut & { readonly bound: 'offers' | 'positions' })[] = [
  { types: ['offer.tabled'], bound: 'offers', how: 'No new offer is tabled either' },
  { types: ['position.revised'], bound: 'positions', how: 'No position is changed to another either' },
];
