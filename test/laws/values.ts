import type { Scenario } from 'sticking-points';
import { near, type PlainDeal } from './naive.js';

/** A full deal as a value for each variable of the offer space, by the names that `Variable` documents. */
export function valuesOf({ terms, space }: Scenario, deal: PlainDeal): Readonly<Record<string, number>> {
  const values: Record<string, number> = Object.create(null) as Record<string, number>;
  const phases = Array.from({ length: space.phases.most }, (_, i) => i + 1);
  const total = (name: string, each: readonly number[]) => {
    for (const phase of phases) values[`${name}@${phase}`] = each[phase - 1] ?? 0;
    values[name] = each.reduce((a, b) => a + b, 0);
  };
  total('length', deal.days);
  total(
    'phase',
    deal.days.map(() => 1),
  );
  values['phases'] = deal.days.length;
  for (const [id, term] of Object.entries(terms)) {
    const settled = deal.terms[id] ?? [];
    const places = term.scope === 'deal' ? [''] : phases.map((phase) => `@${phase}`);
    switch (term.kind) {
      case 'quantity':
        for (const category of [undefined, ...Object.keys(term.categories)]) {
          const each = settled.map((s) => {
            if (typeof s !== 'object') return 0;
            return near(category === undefined ? s.whole : (s.parts[category] ?? 0)) / near(term.step);
          });
          const path = category === undefined ? id : `${id}/${category}`;
          if (term.scope === 'deal') values[path] = each[0] ?? 0;
          else total(path, each);
        }
        break;
      case 'flag':
        places.forEach((place, i) => (values[`${id}${place}`] = Number(settled[i] === true)));
        break;
      case 'choice':
        for (const option of Object.keys(term.options)) {
          places.forEach((place, i) => (values[`${id}${place}=${option}`] = Number(settled[i] === option)));
        }
        break;
    }
  }
  return values;
}
