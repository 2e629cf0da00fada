import type { Delivery } from '../obligations/delivery.js';

/**
 * Those to whom something is owed: whoever is named, or else all other parties, since what is owed to nobody by name is owed
 * to all. Those are who signed the instrument that it stands in or adhered to it, where that says so; else those by whose
 * agreement there is a deal.
 */
export function owedTo({ text, scenario }: Delivery, id: string): readonly string[] {
  const { to, owedBy, instrument = '' } = text.obligations[id] ?? {};
  if (to && to.value.length > 0) return to.value;
  const named = Object.entries(text.instruments[instrument]?.parties ?? {});
  const bound = named.flatMap(([party, how]) => (how === 'signs' || how === 'adheres' ? [party] : []));
  const parties = named.length > 0 ? bound : scenario.agreement.of;
  return parties.filter((party) => owedBy?.value.includes(party) !== true);
}
