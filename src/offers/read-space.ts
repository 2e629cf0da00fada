import type { Amount } from '../terms/amount.js';
import { reachOf } from '../terms/amount-span.js';
import { countName, lengthName, quantityName } from '../terms/layout.js';
import type { Length } from '../terms/length.js';
import { pathsOf } from '../terms/term.js';
import { hullOf, type Ledger } from './ledger.js';

/** Declared upper and lower ends of quantities are facts too, so that a verdict resting on one can say so. */
export function enterBounds(ledger: Ledger): void {
  const scopes = [undefined, ...ledger.phaseNumbers()];
  for (const [id, term] of Object.entries(ledger.setting.terms)) {
    if (term.kind !== 'quantity') continue;
    const { least, most, basis, because } = term.bounds;
    const value: Amount =
      most === undefined ? { wording: 'at least', n: least } : { wording: 'between', from: least, to: most };
    const fact = ledger.fact({
      kind: 'space',
      path: `space.${id}`,
      value,
      basis,
      ...(because && { because }),
      citations: [],
    });
    const names = pathsOf(id, term).flatMap((path) => scopes.map((phase) => quantityName(path, phase)));
    for (const name of names) {
      const place = ledger.setting.layout.at[name];
      if (place === undefined) continue; // of the whole deal
      if (most !== undefined) ledger.known.mostFrom[place] = [fact];
      if (least !== 0 && ledger.known.least[place] !== 0) ledger.known.leastFrom[place] = [fact];
    }
  }
  const { days, basis, because } = ledger.setting.space;
  if (days === undefined) return;
  const value: Length = { length: { wording: 'at most', n: days }, unit: 'days' };
  const fact = ledger.fact({
    kind: 'space',
    path: 'space.length',
    value,
    basis,
    ...(because && { because }),
    citations: [],
  });
  for (const phase of scopes) ledger.known.mostFrom[ledger.place(lengthName(phase))] = [fact];
}

/** What reports say of the counts that shares are taken of. */
export function enterCounts(ledger: Ledger): void {
  for (const [id, count] of Object.entries(ledger.setting.counts)) {
    if (!count.figure) continue;
    const { facts, values } = ledger.readings(count.figure, 'count', `counts.${id}`);
    if (values.length > 0) ledger.narrow(countName(id), hullOf(values.map((v) => reachOf(v, 1))), facts);
  }
}
