import { printable } from '../../base/printable.js';
import { reportedBy } from '../../evidence/clocks.js';
import { paragraph } from '../../report/wrap.js';
import type { Scenario } from '../../scenario/scenario.js';

/** Each source that had appeared: outlet, date, and what the date rests on. */
export function sourcesShown({ sources }: Scenario, asOf: string | undefined, width: number): readonly string[] {
  return Object.entries(sources)
    .filter(([, { date }]) => reportedBy(date, asOf))
    .map(([id, { outlet, date, dateBasis, details }]) => {
      const dated = dateBasis === 'reported' ? date : `${date} (date ${dateBasis})`;
      const more = details === undefined ? '' : `; ${details}`;
      return paragraph(printable(`${id}: ${outlet}, ${dated}${more}`), width, '  ', '    ');
    });
}
