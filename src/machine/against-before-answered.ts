import type { Fault } from '../base/fault.js';
import { breachesOf } from '../obligations/breaches.js';
import type { Delivery } from '../obligations/delivery.js';
import { suspendedUnder } from '../obligations/instruments.js';
import { reportsOf, type DutyReport, type TextRun } from '../obligations/text-run.js';
import type { BreachCured, InstrumentResumed, InstrumentSuspended } from '../scenario/events/breach.js';
import type { PerformanceBreak } from '../scenario/events/performance.js';
import { againstTooEarly, dateIn } from './against-too-early.js';

/** What answers something that was told of an obligation before. */
type Answering = BreachCured | PerformanceBreak | InstrumentSuspended | InstrumentResumed;

/**
 * What stands against an answer that is dated before what it answers: a cure before the allegation or the finding that it ends,
 * a suspension with an instrument before the finding on which it rests, a resumption before the suspension.
 */
export function againstBeforeAnswered({ text, run }: Delivery, event: Answering): readonly Fault[] {
  switch (event.type) {
    case 'breach.cured':
      return against(run, event, `That '${event.obligation}' was cured`, 'that was said not to be kept', [
        curedBy(run, event),
      ]);
    case 'instrument.suspended': {
      const found = last(run, event.obligation, 'breach found');
      return against(run, event, `That '${event.instrument}' was suspended`, 'the breach was found', [found]);
    }
    case 'performance.suspended':
      return [];
    case 'performance.resumed': {
      const breaks = event.obligations.map((id) => last(run, id, 'suspended'));
      return against(run, event, 'That it went on', 'it was suspended', breaks);
    }
    case 'instrument.resumed': {
      const suspended = suspendedUnder({ text, run }, event.instrument);
      const breaks = suspended.map((id) => last(run, id, 'suspended'));
      return against(run, event, `That '${event.instrument}' went on`, 'it was suspended', breaks);
    }
  }
}

function against(
  run: TextRun,
  event: Answering,
  what: string,
  after: string,
  answered: readonly (DutyReport | undefined)[],
): readonly Fault[] {
  return answered
    .flatMap((report) => {
      const day = report && (report.month ?? dateIn(run, report.day));
      return againstTooEarly(event, what, { after, day });
    })
    .slice(0, 1);
}

/** What a cure ends: the allegation of the one whom it names, or the finding. */
function curedBy(run: TextRun, { obligation, by = '' }: BreachCured): DutyReport | undefined {
  const { alleged } = breachesOf(reportsOf(run, obligation));
  return alleged.includes(by) ? last(run, obligation, 'breach alleged', by) : last(run, obligation, 'breach found');
}

function last(run: TextRun, id: string, what: DutyReport['what'], by?: string): DutyReport | undefined {
  return reportsOf(run, id).findLast(
    (report) => report.what === what && (by === undefined || (report.by?.[0] ?? '') === by),
  );
}
