import type { CalendarDate } from '../base/day.js';
import { unrest } from '../base/tighten.js';
import type { Fact } from './deal.js';
import { Ledger, type Opening, type Setting } from './ledger.js';
import { enterBounds, enterCounts } from './read-space.js';

/** The grounds of one day, by how many facts come before what they say. */
interface Grounds {
  readonly asOf: CalendarDate | undefined;
  readonly byFirst: Opening[];
}

// A memo, not state: of each setting that was made of what can no longer change, the grounds of the day asked for last.
const known = /* @__PURE__ */ new WeakMap<Setting, Grounds>();

/**
 * What is known of every deal of a scenario by a day, before an offer says anything: what the offer space and the counts
 * say, as facts that are numbered from `first` on.
 */
export function groundOf(setting: Setting, asOf: CalendarDate | undefined, first: number): Opening {
  if (!Object.isFrozen(setting)) return layGround(setting, asOf, first);
  let grounds = known.get(setting);
  if (!grounds || grounds.asOf !== asOf) known.set(setting, (grounds = { asOf, byFirst: [] }));
  return (grounds.byFirst[first] ??= layGround(setting, asOf, first));
}

function layGround(setting: Setting, asOf: CalendarDate | undefined, first: number): Opening {
  const { variables, ties } = setting.layout;
  const ledger = new Ledger(setting, asOf, undefined, {
    facts: new Array<Fact>(first),
    bounds: {
      least: variables.map((v) => v.least),
      most: variables.map((v) => v.most),
      leastFrom: variables.map(() => []),
      mostFrom: variables.map(() => []),
    },
    waiting: new Uint8Array(ties.length),
  });
  enterBounds(ledger);
  enterCounts(ledger);
  return { facts: ledger.facts.slice(first), bounds: ledger.known, waiting: unrest(ledger.known, ties) };
}
