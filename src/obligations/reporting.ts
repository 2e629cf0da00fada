import { listed } from '../base/list.js';
import type { Obligation } from '../offers/text/obligation.js';
import { reportOf } from '../offers/text/reporting.js';
import type { Text, TextBody } from '../offers/text/text.js';
import { START, type Trigger } from '../offers/text/trigger.js';
import type { Scenario } from '../scenario/scenario.js';
import { lastEnd } from './last-end.js';

/**
 * A text with the duties of its bodies to report among its obligations, so that they fall due and are carried
 * out like any other: from the entry into force, and until the last phase ends that the deal certainly has, unless the text
 * says otherwise; at the end of each period, or once, where the text gives none.
 */
export function withReports(scenario: Pick<Scenario, 'parties'>, text: Text, last: () => number): Text {
  const reporting = Object.entries(text.bodies).filter(([, { reports }]) => reports);
  if (reporting.length === 0) return text;
  const duties = reporting.map(
    ([id, body]) =>
      [reportOf(id), dutyOf(id, body, reportLabel(scenario, text, id), () => lastEnd(text, last()))] as const,
  );
  return { ...text, obligations: { ...text.obligations, ...Object.fromEntries(duties) } };
}

/** What the duty of a body to report is called: `reports to the council`. */
export function reportLabel({ parties }: Pick<Scenario, 'parties'>, { bodies, others }: Text, body: string): string {
  const label = (id: string) =>
    parties[id]?.label ?? bodies[id]?.label ?? (Object.hasOwn(others, id) ? others[id] : undefined) ?? id;
  return `reports to ${listed((bodies[body]?.reports?.to ?? []).map(label))}`;
}

function dutyOf(id: string, { reports, ...body }: TextBody, label: string, end: () => Trigger): Obligation {
  const { to = [], every, strength = 'shall', begins = IN_FORCE, until } = reports ?? {};
  const { basis, because, citations } = body;
  const grounds = { basis, citations, ...(because !== undefined && { because }) };
  const noted = <T>(value: T) => ({ value, ...grounds });
  const { clause, instrument } = body;
  return {
    label,
    kind: every ? 'recurring' : 'once',
    strength,
    owedBy: noted([id]),
    to: noted(to),
    begins: noted(begins),
    until: until ?? end(),
    ...(every && { every }),
    concurrent: [],
    following: [],
    rounding: 'down',
    uses: [],
    ...(clause !== undefined && { clause }),
    ...(instrument !== undefined && { instrument }),
    ...grounds,
  };
}

const IN_FORCE: Trigger = { kind: 'event', event: START };
