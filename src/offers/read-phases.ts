import type { Amount } from '../terms/amount.js';
import { reachOf } from '../terms/amount-span.js';
import { PHASE_LIMIT, PHASES } from '../terms/layout.js';
import { hullOf, type Ledger } from './ledger.js';
import type { Offer } from './offer.js';

/** How many phases there are. The first fact of every deal is what says that there are no more than are laid out. */
export function enterPhaseCount(ledger: Ledger, offer: Offer): void {
  const { layout, space } = ledger.setting;
  const listed = offer.phases.length;
  const said = offer.phaseCount ? ledger.current(offer.phaseCount) : [];
  const reach = hullOf(said.map((r) => reachOf(r.value, 1)));
  const exactly = offer.known === 'full' && !offer.phaseCount;
  if (exactly) {
    const n = listed > 0 ? listed : space.phases.least;
    const kind = listed > 0 ? 'offer' : 'absence';
    const value: Amount = { wording: 'exactly', n };
    ledger.fact({ kind, path: 'phases', value, basis: offer.basis, citations: offer.citations });
    ledger.narrow(PHASES, { least: n, most: n }, [PHASE_LIMIT]);
  } else if (said.length !== 1 || reach.most > layout.phases) {
    const { basis, because } = space;
    const value: Amount = { wording: 'between', from: space.phases.least, to: layout.phases };
    ledger.fact({ kind: 'space', path: 'space.phases', value, basis, ...(because && { because }), citations: [] });
    ledger.known.mostFrom[ledger.place(PHASES)] = [PHASE_LIMIT];
  }
  if (said.length > 0) {
    const facts = said.map((reading) => ledger.enter(reading, 'offer', 'phaseCount'));
    ledger.narrow(PHASES, reach, facts);
  }
  if (listed > 0 && !exactly) {
    const value: Amount = { wording: 'at least', n: listed };
    const fact = ledger.fact({ kind: 'offer', path: 'phases', value, basis: offer.basis, citations: offer.citations });
    ledger.narrow(PHASES, { least: listed, most: Infinity }, [fact]);
  }
}

/** A phase that the deal has not got holds nothing, whether or not its quantities have an upper end. */
export function closeMissingPhases(ledger: Ledger): void {
  const { layout } = ledger.setting;
  const most = ledger.known.most[ledger.place(PHASES)] ?? Infinity;
  const facts = ledger.known.mostFrom[ledger.place(PHASES)] ?? [];
  for (let phase = most + 1; phase <= layout.phases; phase++) {
    for (const place of layout.inPhase[phase] ?? []) ledger.narrowAt(place, { least: 0, most: 0 }, facts);
  }
}
