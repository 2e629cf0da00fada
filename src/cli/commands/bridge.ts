import { bridge, type Bridge, type Bridges, type BridgeOptions } from '../../analysis/bridge.js';
import { sayConflict } from '../../analysis/words/say-conflict.js';
import { sayStopped } from '../../analysis/words/say-stopped.js';
import { listed } from '../../base/list.js';
import { printable } from '../../base/printable.js';
import { paragraph } from '../../report/wrap.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { Context } from '../context.js';
import { headingText } from '../heading.js';
import { analysed, exitOf } from '../long-work.js';
import { openScenario } from '../open-scenario.js';
import type { Outcome } from '../outcome.js';

/** What a bridge is asked for. */
export interface BridgeAsked {
  readonly keep?: readonly string[];
  readonly parties?: readonly string[];
  readonly reading?: readonly (readonly [string, string])[];
  readonly most?: number;
  readonly seconds?: number;
}

/** The offers nearest to one that meet what is kept; proposed by nobody. */
export async function bridged(
  context: Context,
  name: string,
  offer: string,
  { keep, parties, reading = [], most, seconds }: BridgeAsked,
): Promise<Outcome> {
  const { io, asOf } = context;
  const scenario = await openScenario(io, name);
  const readings = Object.fromEntries(reading);
  const options: BridgeOptions = {
    readings,
    ...(asOf !== undefined && { asOf }),
    ...(keep && { keep }),
    ...(parties && { parties }),
    ...(most !== undefined && { most }),
    ...(seconds !== undefined && { seconds }),
  };
  const worked = await analysed(context, async (limits) => bridge(scenario, offer, { ...options, ...limits }));
  const found = worked.found;
  return {
    exit: exitOf(
      worked,
      found.coalitions.some(({ bridges }) => bridges.length > 0),
    ),
    value: found,
    text: () => bridgesText(context, scenario, found, { readings, ...(asOf !== undefined && { asOf }) }),
  };
}

function bridgesText(
  context: Context,
  scenario: Scenario,
  { offer, coalitions, stopped }: Bridges,
  said: { readonly readings: Readonly<Record<string, string>>; readonly asOf?: string },
): string {
  const { width, paint } = context;
  const set = (text: string, indent: number, hanging = indent) =>
    paragraph(printable(text), width, ' '.repeat(indent), ' '.repeat(hanging));
  const label = scenario.offers[offer]?.label ?? offer;
  const lines = coalitions.flatMap(({ parties, keep, bridges, conflict }) => {
    const whose = listed(parties.map((id) => scenario.parties[id]?.label ?? id));
    const titles = keep.map((id) => scenario.positions[id]?.title ?? id);
    return [
      '',
      set(`Kept, of ${whose === '' ? 'nobody' : whose}: ${titles.length > 0 ? titles.join('; ') : 'nothing'}`, 0, 2),
      ...(conflict ? [set(sayConflict(scenario, conflict, { ...said, sources: 'by id' }), 2)] : []),
      ...(bridges.length === 0 && !conflict ? [set('No bridge was found.', 2)] : []),
      ...bridges.flatMap((one) => bridgeLines(one, set)),
    ];
  });
  return [
    headingText(scenario, context),
    paint.heading(set(`FROM ${label.toUpperCase()} (${offer}) to what is kept; proposed by nobody`, 0)),
    ...lines,
    ...(stopped ? ['', set(`Not all of it was worked out: ${sayStopped(scenario, stopped)}.`, 0)] : []),
  ].join('\n');
}

function bridgeLines(
  { changes, moved, filled }: Bridge,
  set: (text: string, indent: number, hanging?: number) => string,
): readonly string[] {
  if (changes.length === 0) return [set('The offer itself meets all of it.', 2)];
  const paths = moved.map(({ path }) => path);
  return [
    set(
      `${paths.length === 0 ? 'Nothing that it says is moved' : `Of what it says, ${paths.length} moved`}; ${filled.length} filled in where it was silent.`,
      2,
    ),
    ...changes.map(({ path, sentence }) => set(`${paths.includes(path) ? 'moved' : 'said'}: ${sentence}`, 4, 6)),
  ];
}
