import { deepFreeze } from '../base/freeze.js';
import { mapEntries } from '../base/records.js';
import { assess, type Assessment } from '../assessment/assess.js';
import { offerBy } from '../offers/offer-by.js';
import type { Offer } from '../offers/offer.js';
import type { Position } from '../positions/position.js';
import { outcomeOf, type Answer, type Outcome } from '../scenario/agreement.js';
import type { Scenario } from '../scenario/scenario.js';
import { NOTHING_YET, type TalksContext } from './context.js';
import { kindInTalks } from './counted.js';
import { withDeclared } from './declared.js';
import { checkOptions, type TalksOptions } from './options.js';

/** A scenario's talks as pure functions of their context; both doors, machine and handle, are made of these. */
export interface Rules {
  readonly scenario: Scenario;
  readonly options: TalksOptions;
  /** Talks in which nothing has happened. */
  readonly start: TalksContext;
  /** The scenario with the offers that events brought in and the positions as revised. */
  effective(context: TalksContext): Scenario;
  /** An offer of the scenario or of the talks, by id. */
  offer(context: TalksContext, id: string): Offer | undefined;
  /** The offer on the table held against all positions; nothing where no offer lies there. */
  assessment(context: TalksContext): Assessment | undefined;
  /** Each party's answer to the offer on the table as it counts in these talks; none where no offer lies there. */
  answers(context: TalksContext): Readonly<Record<string, Answer>>;
  /** What the answers come to; `open` where no offer lies on the table. */
  outcome(context: TalksContext): Outcome | 'open';
}

/** The rules of a scenario's talks. Throws `talks/bad-option` for options that cannot be. */
export function rulesOf(scenario: Scenario, given: TalksOptions = {}): Rules {
  checkOptions(given);
  // What becomes of the caller's own record later changes nothing here.
  const options = Object.freeze({ ...given });
  // Memos, not state: all that they hold follows from the scenario and the context. Of contexts only the last is kept,
  // since talks keep all of theirs, and whatever hung on each would be kept with them.
  const revisions = new WeakMap<TalksContext['revised'], Scenario>();
  const effectives = new WeakMap<Scenario, WeakMap<TalksContext['added'], Scenario>>();
  const bare = new WeakMap<Scenario, WeakMap<Offer, Assessment>>();
  let last: { readonly context: TalksContext; readonly assessment: Assessment } | undefined;

  const revised = ({ revised: changes }: TalksContext): Scenario => {
    if (Object.keys(changes).length === 0) return scenario;
    return kept(revisions, changes, () => deepFreeze(withRevisions(scenario, changes)));
  };

  const effective = (context: TalksContext): Scenario => {
    const { added } = context;
    const base = revised(context);
    if (Object.keys(added).length === 0) return base;
    const known = kept(effectives, base, () => new WeakMap<TalksContext['added'], Scenario>());
    return kept(known, added, () => deepFreeze({ ...base, offers: { ...base.offers, ...added } }));
  };

  const offer = (context: TalksContext, id: string) =>
    Object.hasOwn(context.added, id)
      ? context.added[id]
      : Object.hasOwn(scenario.offers, id)
        ? scenario.offers[id]
        : undefined;

  /** As the offer stands, whatever has been declared: of several days only the last is kept. */
  const undeclared = (base: Scenario, whole: Offer, asOf: TalksContext['asOf']): Assessment => {
    const known = kept(bare, base, () => new WeakMap<Offer, Assessment>());
    const latest = known.get(whole);
    if (latest && (latest.asOf ?? null) === asOf) return latest;
    // Frozen, as is all that talks hand out: the machine decides by it.
    const assessment = deepFreeze(assess(base, whole, asOf === null ? {} : { asOf }));
    known.set(whole, assessment);
    return assessment;
  };

  const assessment = (context: TalksContext): Assessment | undefined => {
    if (last?.context === context) return last.assessment;
    const whole = context.offer === null ? undefined : offer(context, context.offer);
    if (!whole) return undefined;
    const base = revised(context);
    let result = undeclared(base, whole, context.asOf);
    if (Object.keys(context.declared).length > 0) {
      const known = offerBy(whole, effective(context), context.asOf ?? undefined);
      result = deepFreeze(withDeclared(base, known, result, context.declared));
    }
    last = { context, assessment: result };
    return result;
  };

  const answers = (context: TalksContext) =>
    mapEntries(assessment(context)?.answers ?? {}, (party, given): Answer => {
      const mandate = Object.hasOwn(context.mandates, party) ? context.mandates[party] : undefined;
      const kind = kindInTalks(given, options, mandate);
      return (kind && given[kind]?.answer) ?? 'undecided';
    });

  const outcome = (context: TalksContext): Outcome | 'open' =>
    assessment(context) ? outcomeOf(scenario.agreement, answers(context)) : 'open';

  const start: TalksContext = deepFreeze({ ...NOTHING_YET, asOf: options.asOf ?? null });
  return { scenario, options, start, effective, offer, assessment, answers, outcome };
}

/** The scenario with positions as revised. What is given up is gone, and nothing left in it names it. */
function withRevisions(scenario: Scenario, revised: TalksContext['revised']): Scenario {
  const positions: Record<string, Position> = {};
  for (const [id, position] of Object.entries(scenario.positions)) {
    const now = Object.hasOwn(revised, id) ? revised[id] : position;
    if (now) positions[id] = now;
  }
  const stands = (id: string) => Object.hasOwn(positions, id);
  const named = scenario.named.map((n) => ({ ...n, positions: n.positions.filter(stands) }));
  // An entry of the time line about what is gone stays as a note.
  const timeline = scenario.timeline.map(({ event, ...entry }) => {
    const about = event?.type === 'position.revised' ? [event.position] : [];
    return event && about.every(stands) ? { ...entry, event } : entry;
  });
  return { ...scenario, positions, named, timeline };
}

/** What a memo holds, made where it does not hold it yet. */
function kept<K extends object, V>(memo: WeakMap<K, V>, key: K, make: () => V): V {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const made = make();
  memo.set(key, made);
  return made;
}
