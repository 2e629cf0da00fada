import { printable } from '../../base/printable.js';
import { reportedBy } from '../../evidence/clocks.js';
import { readingsBy } from '../../positions/position.js';
import type { Scenario } from '../../scenario/scenario.js';
import { paragraph } from '../../report/wrap.js';
import type { Context } from '../context.js';
import { EXIT } from '../exit.js';
import type { Outcome } from '../outcome.js';
import { SHIPPED } from '../shipped.js';

/** One scenario in a list. */
export interface Listed {
  readonly id: string;
  readonly title: string;
  readonly parties: number;
  readonly terms: number;
  readonly positions: number;
  readonly offers: number;
}

/** The scenarios that come with the package. */
export function list({ asOf, width, paint }: Context): Promise<Outcome> {
  const listed = Object.values(SHIPPED).map((build) => sizeOf(build(), asOf));
  return Promise.resolve({
    exit: EXIT.fine,
    value: listed,
    text: () =>
      [
        ...listed.flatMap(({ id, title, ...counts }) => [
          paint.heading(printable(id)),
          paragraph(printable(title), width, '  '),
          paint.faint(paragraph(sizeWords(counts), width, '  ')),
        ]),
        '',
        'Each can be shown: sticking-points show gaza-2024',
        'A file of your own is begun by: sticking-points init lake.yaml',
      ].join('\n'),
  });
}

/** How much a scenario holds, of what had been reported by a day. */
export function sizeOf(scenario: Scenario, asOf: string | undefined): Listed {
  const { id, title, parties, terms, positions, offers, sources } = scenario;
  return {
    id,
    title,
    parties: Object.keys(parties).length,
    terms: Object.keys(terms).length,
    positions: Object.values(positions).filter((one) => readingsBy(one, sources, asOf).length > 0).length,
    offers: Object.values(offers).filter((one) => reportedBy(one.reported, asOf)).length,
  };
}

/** `2 parties, 6 issues, 9 positions, 4 offers`. */
export function sizeWords({ parties, terms, positions, offers }: Omit<Listed, 'id' | 'title'>): string {
  return [
    counted(parties, 'party', 'parties'),
    counted(terms, 'issue', 'issues'),
    counted(positions, 'position', 'positions'),
    counted(offers, 'offer', 'offers'),
  ].join(', ');
}

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
