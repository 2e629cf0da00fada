import { createColors } from 'picocolors';
import type { Paint } from '../report/paint.js';
import type { Io, Writer } from './io.js';

/** What every command is given besides its own arguments. */
export interface Context {
  readonly io: Io;
  readonly json: boolean;
  /** Only what had been reported by this day counts. */
  readonly asOf?: string;
  /** Columns of a line. */
  readonly width: number;
  readonly paint: Paint;
}

/** The most columns of a line, and the fewest that are made use of. */
const MOST = 80;
const LEAST = 40;

/** What a run is like, from where it writes and the options that every command has. */
export function contextOf(io: Io, { json, asOf }: { readonly json?: boolean; readonly asOf?: string }): Context {
  return {
    io,
    json: json === true,
    ...(asOf !== undefined && { asOf }),
    width: widthOf(io.stdout),
    paint: paintFor(io),
  };
}

/** At most 80 columns, fewer where a terminal has fewer. */
export function widthOf({ isTTY, columns }: Writer): number {
  return isTTY === true && columns !== undefined ? Math.max(LEAST, Math.min(MOST, columns)) : MOST;
}

/** Colours, for a terminal that has any and a person who has not said otherwise. */
function paintFor({ stdout, env }: Pick<Io, 'stdout' | 'env'>): Paint {
  const c = createColors(stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb');
  return { heading: c.bold, faint: c.dim, verdict: { met: c.green, unmet: c.red, open: c.yellow } };
}
