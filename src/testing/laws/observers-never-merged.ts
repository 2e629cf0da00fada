import { progress } from '../../machine/progress.js';
import type { Talks } from '../../machine/talks.js';
import type { DealProgress, DutyProgress } from '../../obligations/progress.js';
import { observersOf, reportsOf, type TextRun } from '../../obligations/text-run.js';
import { normaliseAmount, type Amount } from '../../terms/amount.js';
import type { Finding, TalksInvariant } from '../invariant.js';
import { ofProgress, type TellsProgress } from './tells-progress.js';
import { together } from './together.js';

/**
 * What several observers saw done of a deal stands side by side: each report is on record as it was made; of each obligation
 * everyone's last figure is told as that one gave it, and is what counts where it is asked as that one saw it; and what counts
 * where nobody is asked is the figure of the verifier that the text names, or else the lowest of them, never a sum or a mean.
 *
 * Undetermined for reports that give no one figure, and where a text came in while its deal was carried out already. Held
 * while no deal with a text is in force: it speaks of one of which somebody has reported something done.
 *
 * @param tells - what tells how far a deal has been carried out, where it is not `progress`
 * @example
 * const law = observersNeverMerged();
 * law.talks(openTalks(scenario)); // 'held'
 */
export function observersNeverMerged(tells: TellsProgress = progress): TalksInvariant {
  return {
    title: 'what observers report is never merged',
    talks: (talks) =>
      ofProgress(talks, tells, (done, run) =>
        together([
          asReported(talks, done, run),
          sameObservers(done, run),
          ...done.duties.map((duty) => sideBySide(duty, run)),
          ...done.observers.flatMap((observer) => asSeenBy(observer, tells(talks, { observer }), run)),
        ]),
      ),
    speaksOf: ({ deal }) => deal?.text !== undefined && observersOf(deal.text).length > 0,
  };
}

/** Whether what was reported of each obligation is on record as it was reported, and nothing else. */
function asReported({ log }: Talks, { duties }: DealProgress, run: TextRun): Finding {
  // What was reported before a text came in, it does not have on record.
  const changed = log.filter(({ event: { type } }) => type === 'agreement.concluded' || type === 'nextPhase.settled');
  const findings = duties.map(({ obligation: id }): Finding => {
    const said = log.flatMap(({ event }) =>
      event.type === 'performance.reported' && event.obligation === id
        ? [JSON.stringify([event.observer ?? '', normaliseAmount(event.amount)])]
        : [],
    );
    const kept = reportsOf(run, id).flatMap(({ what, observer = '', amount }) =>
      what === 'done' ? [JSON.stringify([observer, amount])] : [],
    );
    if (kept.length < said.length && changed.length > 1) return 'undetermined';
    return kept.length === said.length && kept.every((one, i) => one === said[i]) ? 'held' : 'broken';
  });
  return together(findings);
}

function sameObservers({ observers }: DealProgress, run: TextRun): Finding {
  const all = Object.keys(run.duties).flatMap((id) => [...lastOf(run, id).keys()]);
  const told = new Set(observers);
  return told.size === new Set(all).size && all.every((observer) => told.has(observer)) ? 'held' : 'broken';
}

/** Whether of an obligation each one's figure is told, and what counts is one of them: the verifier's, or the lowest. */
function sideBySide({ obligation, seen, done, verifier }: DutyProgress, run: TextRun): Finding {
  const last = lastOf(run, obligation);
  if (last.size !== Object.keys(seen).length) return 'broken';
  const figures = [...last].map(([observer, amount]) => [observer, figureOf(amount)] as const);
  if (figures.some(([, figure]) => figure === undefined)) return 'undetermined';
  if (figures.some(([observer, figure]) => seen[observer] !== figure)) return 'broken';
  const official = verifier === undefined ? undefined : last.get(verifier);
  const lowest = figures.reduce((least, [, figure = 0]) => Math.min(least, figure), Infinity);
  const counts = official ? figureOf(official) : figures.length > 0 ? lowest : 0;
  return done === counts ? 'held' : 'broken';
}

/** Whether what one observer saw is what that one reported, and nothing where that one reported nothing. */
function asSeenBy(observer: string, view: DealProgress | undefined, run: TextRun): readonly Finding[] {
  if (!view) return ['broken'];
  return view.duties.map(({ obligation, done }): Finding => {
    const amount = lastOf(run, obligation).get(observer);
    const figure = amount ? figureOf(amount) : 0;
    if (figure === undefined) return 'undetermined';
    return done === figure ? 'held' : 'broken';
  });
}

/** What each observer said last of an obligation, by the days that the reports are about; of one day, the later report. */
function lastOf(run: TextRun, id: string): ReadonlyMap<string, Amount> {
  const last = new Map<string, { readonly day: number; readonly amount: Amount }>();
  for (const { what, observer = '', amount, day } of reportsOf(run, id)) {
    if (what !== 'done' || !amount) continue;
    const before = last.get(observer);
    if (!before || before.day <= day) last.set(observer, { day, amount });
  }
  return new Map([...last].map(([observer, { amount }]) => [observer, amount]));
}

/** A figure that was reported; nothing for a range, or something vague. */
function figureOf(amount: Amount): number | undefined {
  return amount.wording === 'exactly' ? Math.max(0, amount.n) : undefined;
}
