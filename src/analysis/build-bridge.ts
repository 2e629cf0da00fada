import { shareIn } from '../terms/amount.js';
import { isAmount } from '../terms/value.js';
import { readingsOf } from '../evidence/field.js';
import type { Offer } from '../offers/offer.js';
import { readDeal } from '../offers/read-deal.js';
import { settingOf } from '../scenario/scenario.js';
import type { Claim } from './claims.js';
import type { Completing } from './completions.js';
import type { Patch } from '../base/drafts.js';
import type { Fallback } from './feasibility.js';
import { everything, fillIn } from './fill-in.js';
import type { Filling } from './filling.js';
import { completionsWith, isKept, unmetIn } from './kept-met.js';
import { offerAt } from './offer-at.js';
import type { Unknown, Values } from './program.js';
import { rejudge } from './rejudge.js';
import type { Stated } from './stated.js';
import type { Stopped, Watch } from './watch.js';
import { fieldAt, writeBridge } from './write-bridge.js';

/** A nearest deal, of which a bridge is made. */
export interface BuildAsked {
  readonly completing: Completing;
  readonly kept: readonly Claim[];
  readonly values: Values;
  readonly movements: readonly number[];
  readonly stated: readonly Stated[];
  readonly id: string;
  readonly watch: Watch;
  readonly load: () => Promise<Fallback>;
}

/** An amendment of an offer that meets what is kept. */
export interface BridgingOffer {
  /** The amended offer, nobody's proposal; the offer itself where it meets all that is kept. */
  readonly offer: Offer;
  /** From the given offer to this one. */
  readonly patches: readonly Patch[];
  /** Where it was silent, and something had to be said for what is kept to be met whatever else is filled in. */
  readonly filled: readonly string[];
  /** Where it left more open than what is kept allows: what it says now agrees with what it said. */
  readonly narrowed: readonly string[];
  /** One full deal that it may become, which meets the invariants as well; absent where the offer itself meets all that is kept. */
  readonly deal?: Offer;
}

/** Makes an amendment of the nearest deal: what has to change is changed, and no more is filled in than is needed. */
export async function buildBridge(asked: BuildAsked): Promise<BridgingOffer | { readonly why: Stopped }> {
  const { completing, kept, values, movements, stated, id, watch, load } = asked;
  const { scenario, offer } = completing;
  const deal = offerAt(scenario, values, `a deal for ${id}`);
  rejudge(scenario, deal, kept);
  const changed = stated.filter((_, i) => (movements[i] ?? 0) > 0);
  const settled = changed.map(({ path }) => path);
  const bare = writeBridge(scenario, offer, { values, changed, fillings: [], ends: [] }, id).offer;
  const then = completingAs(completing, bare);
  const unmet = unmetIn(then, kept);
  const feasibility = completionsWith(then, unmet, watch, load);
  const ends = feasibility.unknowns();
  const at = pinned(ends, values);
  const there = watch.stopped ? ({ found: 'unknown', why: watch.stopped } as const) : await feasibility.check([], at);
  if (there.found === 'unknown') return { why: there.why };
  let fillings: readonly Filling[] = everything(scenario, values);
  // Where plain absence would say otherwise than the deal, the deal is written out whole.
  if (there.found === 'values') {
    const mayRange = (path: string) => isPlain(offer, path);
    const filled = await fillIn({ scenario, feasibility, kept: unmet, values, settled, mayRange });
    if ('why' in filled) return filled;
    ({ fillings } = filled);
  }
  const write = (some: readonly Filling[]) =>
    writeBridge(scenario, offer, { values, changed, fillings: some, ends }, id);
  let made = write(fillings);
  const doesHold = () => {
    const whole = completingAs(completing, made.offer);
    return isKept(made.offer, completionsWith(whole, unmetIn(whole, kept), watch, load), kept.keys());
  };
  let holds = await doesHold();
  if (holds === false) {
    // What was said in place of a share, or of several reports, says less than these did: everything is said then.
    fillings = everything(scenario, values).filter(({ place }) => !settled.includes(place.path));
    made = write(fillings);
    holds = await doesHold();
  }
  if (typeof holds === 'object') return holds;
  if (!holds) throw new RangeError(`A bridge that was worked out from '${offer.id}' does not meet what is kept.`);
  const paths = fillings.map(({ place }) => place.path).filter((path) => !settled.includes(path));
  return {
    offer: made.offer,
    patches: made.patches,
    filled: paths.filter((path) => !fieldAt(offer, path)),
    narrowed: paths.filter((path) => fieldAt(offer, path)),
    deal,
  };
}

function completingAs(completing: Completing, offer: Offer): Completing {
  const { scenario, asOf } = completing;
  return { ...completing, offer, deal: readDeal(settingOf(scenario), offer, asOf) };
}

/** Every unknown as in a deal, but for counts, which are whatever suits. */
function pinned(ends: readonly Unknown[], values: Values): readonly Unknown[] {
  return ends
    .filter(({ name }) => !name.startsWith('count '))
    .map(({ name }) => ({ name, least: values[name] ?? 0, most: values[name] ?? 0 }));
}

/** Whether what an offer says at a place is no more than from where to where: one report, no share, no calendar months. */
function isPlain(offer: Offer, path: string): boolean {
  const field = fieldAt(offer, path);
  if (!field) return true;
  const [only, ...others] = readingsOf(field).map((reading) => reading.value);
  if (only === undefined || others.length > 0) return false;
  if (typeof only !== 'object') return true;
  if ('unit' in only) return only.unit !== 'months';
  return !(isAmount(only) && shareIn(only));
}
