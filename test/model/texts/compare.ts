import { openTalks, progress, type DealProgress, type TalksEvent } from 'sticking-points';
import { carriedOn, standsOf, started, stateOf, type Stands } from './carried.js';
import { PARTIES, scenarioOf, STARTS, type Duties } from './drawn.js';

/** Where talks and model part, in words; nothing where they do not. */
export function partingOf(
  duties: Duties,
  events: readonly TalksEvent[],
  seen?: Map<string, number>,
): string | undefined {
  const talks = openTalks(scenarioOf(duties));
  for (const event of [
    { type: 'offer.tabled', offer: 'deal', on: STARTS },
    { type: 'agreement.concluded' },
    { type: 'deal.started' },
  ] as const) {
    if (!talks.do(event).accepted) throw new Error(`${event.type} is refused.`);
  }
  let model = started(duties);
  for (const [at, event] of events.entries()) {
    const { accepted, reasons } = talks.do(event);
    const after = carriedOn(model, event);
    const where = `${at}: ${JSON.stringify(event)}`;
    if (accepted !== (after !== undefined)) {
      return `${where}: ${accepted ? 'accepted' : `refused, ${reasons.map(({ code }) => code).join()}`}`;
    }
    model = after ?? model;
    if (talks.state !== stateOf(model)) return `${where}: ${talks.state}, and not ${stateOf(model)}`;
    const now = progress(talks);
    if (!now) return `${where}: no progress is told`;
    for (const observer of [undefined, ...PARTIES.filter((party) => now.observers.includes(party))]) {
      const view = observer === undefined ? now : progress(talks, { observer });
      for (const id of Object.keys(duties)) {
        const [told, wanted] = [toldBy(view, id), standsOf(model, id, observer)];
        if (JSON.stringify(told) !== JSON.stringify(wanted)) {
          return `${where}: ${observer ?? 'what counts'} of ${id}: ${JSON.stringify(told)}, and not ${JSON.stringify(wanted)}`;
        }
        seen?.set(wanted.standing, (seen.get(wanted.standing) ?? 0) + 1);
      }
    }
    seen?.set(stateOf(model), (seen.get(stateOf(model)) ?? 0) + 1);
    if (!accepted) for (const { code } of reasons) seen?.set(code, (seen.get(code) ?? 0) + 1);
  }
  return undefined;
}

function toldBy(view: DealProgress | undefined, id: string): Stands | undefined {
  const duty = view?.duties.find(({ obligation }) => obligation === id);
  if (!duty) return undefined;
  const { standing, settled, owed, done, waived, excused, opens, due } = duty;
  return {
    standing,
    settled,
    owed: owed.least ?? 0,
    done,
    waived,
    excused,
    opens: opens?.day ?? null,
    due: due?.day ?? null,
  };
}
