import { beginsOf, REPORTS, speaksOf, type Deal } from './deal.js';

/** Whether anything else in the deal names an obligation, or it is the only one: a deal without any is none that is drawn. */
export function isNeeded({ duties, talks, phases, upon }: Deal, id: string): boolean {
  const isByOther = Object.entries(duties).some(
    ([other, { byKey }]) => other !== id && (speaksOf(beginsOf({ duties }, other), id) || byKey?.includes(id)),
  );
  const begins = [
    ...Object.values(talks).flatMap(({ begin, end }) => [begin, end]),
    ...phases.map((phase) => phase.begins),
    upon.harvest,
  ];
  return (
    isByOther || begins.some((one) => one && speaksOf(one, id)) || id === REPORTS || Object.keys(duties).length < 2
  );
}

/** The deal without an obligation that nothing else in it names. */
export function without(deal: Deal, id: string): Deal {
  const duties = Object.fromEntries(
    Object.entries(deal.duties).flatMap(([other, { concurrent, ...duty }]) =>
      other === id ? [] : [[other, { ...duty, ...(concurrent !== undefined && concurrent !== id && { concurrent }) }]],
    ),
  );
  return { ...deal, duties, unaffected: deal.unaffected.filter((other) => other !== id) };
}
