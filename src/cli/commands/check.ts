import { fault, isFaultError } from '../../base/fault.js';
import type { DealFinding } from '../../testing/check-deal.js';
import { paragraph } from '../../report/wrap.js';
import type { Context } from '../context.js';
import { BadInput } from '../bad-input.js';
import { EXIT } from '../exit.js';
import { headingText } from '../heading.js';
import { openScenario } from '../open-scenario.js';
import type { Outcome } from '../outcome.js';
import { shown } from '../progress.js';

/** What is to be checked, and of what. */
export interface CheckAsked {
  /** A file with more properties than the scenario's own. */
  readonly properties?: string;
  readonly among?: 'texts' | 'deals' | 'offers';
  readonly runs?: number;
  readonly seed?: number;
}

/** What came of one property, of what it was asked. */
interface Checked extends DealFinding {
  readonly of: string;
}

/** Checks properties of deals: of every text that an offer may turn out to be, of every deal, or of every offer. */
export async function check(
  context: Context,
  name: string,
  offers: readonly string[],
  { properties, among = 'texts', runs, seed }: CheckAsked,
): Promise<Outcome> {
  const { io, asOf } = context;
  const scenario = await openScenario(io, name);
  const { checkDeal, findingsText, propertiesOf, spaces } = await checking();
  const propertiesAmong = await propertiesOf(io.folder, scenario, properties);
  const limits = { ...(runs !== undefined && { runs }), ...(seed !== undefined && { seed }) };
  const inside = spaces(scenario, among, offers, asOf);
  const asked = inside.flatMap((space) => propertiesAmong(space.among).map((invariant) => ({ ...space, invariant })));
  const findings = await shown(io.stderr, (progress) => {
    const all = asked.flatMap(({ of, among: within, invariant }, i) => {
      progress.tell(`${of}: property ${i + 1} of ${asked.length}`);
      const found = checkDeal(scenario, { among: within, invariants: [invariant], ...limits });
      return found.map((one): Checked => ({ of, ...one }));
    });
    return Promise.resolve(all);
  });
  return {
    // Of no offer nothing holds.
    exit: inside.length > 0 && findings.every(({ finding }) => finding === 'held') ? EXIT.fine : EXIT.finding,
    value: {
      scenario: scenario.id,
      ...(asOf !== undefined && { asOf }),
      among,
      findings,
      ...(asked.length === 0 && { nothing: nothingAsked(inside) }),
    },
    text: () => {
      const told =
        asked.length > 0
          ? findingsText(context, scenario, findings)
          : ['', paragraph(nothingAsked(inside), context.width, '')];
      return [headingText(scenario, context), ...told].join('\n');
    },
  };
}

/** Why there was nothing to check, and what would make something of it. */
function nothingAsked(spaces: readonly unknown[]): string {
  return spaces.length === 0
    ? 'There was nothing to check: no offer is known. Write one, or ask of every deal: --among deals.'
    : 'There was nothing to check: no property is asked. Write invariants, or give a file of them: --properties.';
}

/** What draws offers needs fast-check, which need not be there: then it is said how to get it. */
async function checking() {
  try {
    return await import('../check/checking.js');
  } catch (error) {
    if (!isFaultError(error)) throw error;
    const message =
      'Checking properties needs fast-check 4, which this package does not bring along. Install it beside it, npm install --save-dev fast-check@4, or run: npx -p sticking-points -p fast-check@4 sticking-points check ...';
    throw new BadInput([fault('cli/needs-fast-check', [], message, { needed: 4 })]);
  }
}
