import { isArbitrary, type Among } from '../among.js';
import type { Replay } from '../drawing.js';
import { onOneLine } from './code-layout.js';
import { codeOf } from './code-of.js';

/** What leads to a counterexample again, in a few words. */
export function replayWords({ seed, path, among, events, talks }: Replay): string {
  return [
    `seed ${seed}`,
    `path '${path}'`,
    ...(among === undefined ? [] : [amongWords(among)]),
    ...(events === undefined ? [] : [`events ${events}`]),
    ...(talks === undefined ? [] : [`talks ${inCode(talks)}`]),
  ].join(', ');
}

function amongWords(among: Among): string {
  if (isArbitrary(among)) return 'among what the same arbitrary draws';
  if (typeof among === 'string' || typeof among.completing === 'string') return `among ${inCode(among)}`;
  return `among what completes ${inCode(among.completing.id)}`;
}

function inCode(data: unknown): string {
  return onOneLine(codeOf(data).code);
}
