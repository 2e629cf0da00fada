// How far deals lie from what a partial offer states, worked out field by field: nothing of the engine is used.
import { readingsOf, type Length, type Offer, type Scenario, type Value } from 'sticking-points';
import { isShare, saidIn } from '../laws/agree.js';
import { amountOf, daysIn, figuresOf, inScope, near, quantity, shareOf, type PlainDeal } from '../laws/naive.js';

/** Something an offer states, and how far a deal lies from it: in units, days or levels, 0 where it agrees. */
export interface Distance {
  readonly path: string;
  readonly term: string;
  readonly from: (deal: PlainDeal) => number;
}

/** What an offer states, in the declared order: number of phases, lengths, terms as the scenario has them. */
export function distancesFrom(scenario: Scenario, offer: Offer): readonly Distance[] {
  const order = Object.keys(scenario.terms);
  const termOf = (path: string) => path.split('/')[0] ?? '';
  const said = saidIn(offer)
    .filter(({ field }) => readingsOf(field).every(({ value }) => !(typeof value === 'object' && 'unsettled' in value)))
    .sort(
      (a, b) =>
        order.indexOf(termOf(a.path)) - order.indexOf(termOf(b.path)) ||
        (a.phase ?? 0) - (b.phase ?? 0) ||
        (a.path === b.path ? 0 : a.path < b.path ? -1 : 1),
    );
  return [
    ...phases(offer),
    ...lengths(offer),
    ...said.map(({ path, phase, field }): Distance => ({
      path: phase === undefined ? path : `phases.${phase}.${path}`,
      term: termOf(path),
      from: (deal) => Math.min(...readingsOf(field).map(({ value }) => away(scenario, deal, path, phase, value))),
    })),
  ];
}

function beyond(n: number, least: number, most: number): number {
  return Math.max(0, least - n, n - most);
}

function phases({ phases: listed, phaseCount }: Offer): readonly Distance[] {
  if (listed.length === 0 && !phaseCount) return [];
  const reaches = phaseCount
    ? readingsOf(phaseCount).map(({ value }) => figuresOf(value, 1))
    : [{ least: 0, most: Infinity }];
  const from = ({ days }: PlainDeal) =>
    Math.min(...reaches.map(({ least, most }) => beyond(days.length, Math.max(least, listed.length), most)));
  return [{ path: 'phases', term: 'phases', from }];
}

function lengths(offer: Offer): readonly Distance[] {
  return [offer.length, ...offer.phases.map((p) => p.length)].flatMap((field, i): readonly Distance[] => {
    if (!field) return [];
    const awayFrom = ({ length, unit }: Length, deal: PlainDeal) => {
      const { least, most } = daysIn(length, unit);
      return beyond(inScope(deal.days, i === 0 ? 'total' : i), least, most);
    };
    return [
      {
        path: i === 0 ? 'length' : `phases.${i}.length`,
        term: 'length',
        from: (deal) => Math.min(...readingsOf(field).map(({ value }) => awayFrom(value, deal))),
      },
    ];
  });
}

function away(scenario: Scenario, deal: PlainDeal, path: string, phase: number | undefined, value: Value): number {
  const settled = deal.terms[path.split('/')[0] ?? '']?.[(phase ?? 1) - 1];
  if (typeof value === 'boolean') return settled === value ? 0 : 1;
  if ('oneOf' in value) {
    if (typeof settled !== 'string') return 1;
    if (value.oneOf.includes(settled)) return 0;
    const term = scenario.terms[path];
    if (term?.kind !== 'choice' || !term.ordered) return 1;
    const options = Object.keys(term.options);
    return Math.min(...value.oneOf.map((one) => Math.abs(options.indexOf(one) - options.indexOf(settled))));
  }
  if ('unsettled' in value) return 0;
  const { step } = quantity(scenario, path);
  const is = amountOf(deal, scenario, path, phase ?? 'total');
  if (isShare(value)) {
    const share = shareOf(value, step, deal, scenario);
    return share === undefined ? 0 : near(Math.abs(is - share)) / 1e6;
  }
  const { least, most } = figuresOf(value, step);
  return near(beyond(is, least, most)) / 1e6;
}
