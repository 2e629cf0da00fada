import type { Patch } from '../base/drafts.js';
import { phaseEnd, phaseStart } from '../offers/text/text.js';
import type { Obligation } from '../offers/text/obligation.js';
import { START, type Trigger } from '../offers/text/trigger.js';
import { endsBy } from '../obligations/windows.js';
import { splitPath } from '../terms/term.js';
import { firstAsked, isFirstTurnLater } from './asked.js';
import { duty, nameOf } from './clauses.js';
import { textPatch, type Found } from './found.js';
import type { Subject } from './subject.js';
import { beforeIn, weighedBefore } from './unless.js';

/** What belongs to a phase, and is due after that has ended, or before it has begun. */
export function outOfPhase(subject: Subject): readonly Found[] {
  return [...afterPhases(subject), ...beforePhases(subject)];
}

/** Due after the phase that it belongs to. */
function afterPhases(subject: Subject): readonly Found[] {
  const { text } = subject;
  return Object.entries(text.obligations).flatMap(([id, { phase, outlasts }]): readonly Found[] => {
    if (phase === undefined || outlasts === true) return [];
    const end: Trigger = { kind: 'event', event: phaseEnd(phase) };
    const before = beforeIn(subject, end, `due ${id}`);
    if (!before) return [];
    const unless = weighedBefore(subject, before, end, `due ${id}`);
    const words = 'Say that it outlasts its phase, or let it be due sooner.';
    return [
      {
        severity: 'unclear',
        clauses: [duty(id), `phases.${phase}`],
        message: `Phase ${phase} ends before ${nameOf(subject, duty(id))}, which belongs to it, is due${unless.words}; the text does not say that it goes on. ${words}`,
        mend: { words, patches: [textPatch(['obligations', id, 'outlasts'], true)] },
        facts: { phase, ...before, ...unless.facts },
      },
    ];
  });
}

/** Due, or kept to, before the phase that it belongs to has begun: that may never come, above all where it is still to be negotiated. */
function beforePhases(subject: Subject): readonly Found[] {
  const { text, offer, scenario } = subject;
  return Object.entries(text.obligations).flatMap(([id, obligation]): readonly Found[] => {
    const { phase, of } = obligation;
    if (phase === undefined) return [];
    const start: Trigger = { kind: 'event', event: phaseStart(phase) };
    const [point, doing] = firstAsked(subject, id, obligation);
    const before = beforeIn(subject, point, start);
    // What is due before the deal is in force is told as that.
    if (!before || beforeIn(subject, point, `event ${START}`)) return [];
    if (isFirstTurnLater(obligation, before)) return [];
    const unless = weighedBefore(subject, before, point, start);
    const isOpen = offer.phases[phase - 1]?.toBeNegotiated?.value === true;
    const words = 'Let it wait for its phase, or say that it belongs to none.';
    // Of what there is in a phase, a share is one of that phase.
    const isByPhase = of !== undefined && scenario.terms[splitPath(of).term]?.scope === 'phase';
    const clause = nameOf(subject, duty(id));
    return [
      {
        severity: 'unclear',
        clauses: [duty(id), `phases.${phase}`],
        message: `${clause} belongs to phase ${phase}, ${isOpen ? 'which is still to be negotiated, ' : ''}and ${doing} before that begins${unless.words}; the text does not say whether it holds by then. ${words}`,
        mend: { words, ...(!isByPhase && { patches: withoutPhase(id, obligation) }) },
        facts: { phase, ...before, ...unless.facts },
      },
    ];
  });
}

/** It keeps the days that it has, and belongs to no phase. */
function withoutPhase(id: string, obligation: Obligation): readonly Patch[] {
  const { until, within, times, outlasts } = obligation;
  const at = (key: string) => ['obligations', id, key];
  const end = endsBy(obligation);
  const isByEnd = end !== undefined && !until && !within && times === undefined;
  return [
    ...(isByEnd ? [textPatch(at('until'), end)] : []),
    textPatch(at('phase')),
    ...(outlasts === undefined ? [] : [textPatch(at('outlasts'))]),
  ];
}
