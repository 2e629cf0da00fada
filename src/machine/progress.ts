import { deepFreeze } from '../base/freeze.js';
import { fault, FaultError } from '../base/fault.js';
import { withGoingOn } from '../obligations/going-on.js';
import { textLaidOut } from '../obligations/text-laid-out.js';
import { progressOf, type DealProgress } from '../obligations/progress.js';
import type { Talks } from './talks.js';

/** As whom to look at what was done. */
export interface ProgressOptions {
  /** One who reported: only what that one saw counts. `''` is who is not named. */
  readonly observer?: string;
}

/**
 * How far the deal of these talks has been carried out, plan against done: by obligation, by phase, and for the talks that
 * its text promises. As one observer sees it, or, without one, as it counts: by the word of the verifier that the text
 * names, or, while that is silent, by the lowest figure reported. Nothing while no deal with a text is in force.
 *
 * What is not kept is only alleged, until the body that the text names has found so.
 *
 * Throws a `FaultError` with `talks/unknown-observer` for one who has reported nothing.
 *
 * @example
 * progress(openTalks(scenario)); // undefined
 */
export function progress(talks: Talks, { observer }: ProgressOptions = {}): DealProgress | undefined {
  const { deal, scenario } = talks;
  const known = deal && scenario.offers[deal.offer];
  if (!deal?.text || !known) return undefined;
  const offer = withGoingOn(known, deal.text, (id) => scenario.offers[id]);
  if (!offer.text) return undefined;
  const result = progressOf(
    { scenario, offer, text: textLaidOut(scenario, offer, offer.text), run: deal.text },
    observer,
  );
  if (observer !== undefined && !result.observers.includes(observer)) {
    const message = `'${observer}' has reported nothing. Who has: ${result.observers.join(', ') || 'nobody'}.`;
    const facts = { observer, known: result.observers };
    throw new FaultError('There is no such view.', [fault('talks/unknown-observer', ['observer'], message, facts)]);
  }
  return deepFreeze(result);
}
