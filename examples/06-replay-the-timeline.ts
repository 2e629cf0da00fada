// What you will see: what happened in January and February 2024, as reported, in order of event; and how each offer fits
// the positions, by what had been reported when it was and, where that differs, by all that is known.
import { replay, type ReplayView } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import wrapAnsi from 'wrap-ansi';

const scenario = gaza2024();
const indented = (text: string) => wrapAnsi(text, 76).replaceAll(/^/gm, '    ');
const named = (id: string) => {
  const position = scenario.positions[id];
  return `${scenario.parties[position?.party ?? '']?.label ?? ''}, ${position?.title ?? id}`;
};

// Told of the entries that put an offer on the table or answer it.
const fit = ({ state, stickingPoints }: ReplayView) => {
  const declared = state === 'talks.blocked' ? 'rejected, as declared; ' : '';
  if (stickingPoints.length === 0)
    return [`${state}: ${declared}nothing known of it leaves a red line or demand unmet`];
  return stickingPoints.map(({ position, opposite }) => {
    const beside = opposite.length > 0 ? ` (opposite: ${opposite.map(named).join('; ')})` : '';
    return `${state}: unmet is ${named(position)}${beside}`;
  });
};

for (const [id, { outlet, date, dateBasis }] of Object.entries(scenario.sources)) {
  console.log(`${id}: ${outlet}, ${date}${dateBasis === 'reported' ? '' : ` (${dateBasis})`}`);
}
console.log();
for (const { entry, reported, then, known } of replay(scenario)) {
  const { text, when, event, basis, because } = entry;
  console.log(`${when?.words ?? when?.latest ?? 'no day known'} · reported ${reported ?? 'from the first'}`);
  console.log(indented(text));
  if (basis !== 'reported') console.log(indented(`${basis}: ${because ?? ''}`));
  if (event?.type === 'offer.tabled' || event?.type === 'answer.declared') {
    const [byThen, byNow] = [fit(then), fit(known)];
    for (const line of byThen) console.log(indented(`→ ${line}`));
    if (byNow.join() !== byThen.join()) for (const line of byNow) console.log(indented(`→ by all known, ${line}`));
  } else if (event?.type === 'round.opened' || event?.type === 'round.closed') {
    console.log(indented(`→ ${event.type}: ${scenario.process.rounds[event.round]?.label ?? event.round}`));
  }
  for (const { message } of [...then.refused, ...known.refused]) console.log(indented(`refused: ${message}`));
  console.log();
}
console.log('Positions and offers fit or fail to fit, as reported; nobody is ranked.');
