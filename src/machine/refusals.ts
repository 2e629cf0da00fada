import { fault, type Fault, type Path } from '../base/fault.js';
import { listed } from '../base/list.js';
import { show } from '../base/plain.js';
import { didYouMean } from '../base/spelling.js';
import { reportedBy } from '../evidence/clocks.js';
import type { Offer } from '../offers/offer.js';
import { unknownId } from '../positions/checks.js';
import { checkOffer } from '../scenario/define.js';
import { checkShape } from '../scenario/shape-faults.js';
import type { TalksContext } from './context.js';
import type { AnswerDeclared, NewOffer, OfferTabled, OfferWithdrawn, TalksEvent } from './event.js';
import { EVENT_TYPES } from './event.js';
import { eventShape } from './event-shape.js';
import { concededBy, unmetOf, type Rules } from './rules.js';

/**
 * Every reason against an event, in the present context; none means that it may happen wherever it has a place.
 * Whether it has a place in the present state is for the machine to say.
 */
export function refusals(rules: Rules, context: TalksContext, event: TalksEvent): readonly Fault[] {
  const malformed = eventFaults(rules, event);
  if (malformed.length > 0) return malformed;
  switch (event.type) {
    case 'offer.tabled':
      return againstTabling(rules, context, event);
    case 'offer.withdrawn':
      return againstWithdrawing(context, event);
    case 'answer.declared':
      return againstAnswer(rules, context, event);
    case 'talks.suspended':
    case 'talks.resumed':
      return [];
  }
}

/** What is wrong with an event whatever the state of the talks: its shape, and the ids of parties and sources in it. */
export function eventFaults({ scenario, options }: Rules, event: TalksEvent): readonly Fault[] {
  // From JavaScript an event may be anything at all.
  const type = (event as { readonly type?: unknown } | null | undefined)?.type;
  if (!EVENT_TYPES.some((known) => known === type)) {
    const message =
      typeof type === 'string'
        ? `There is no event called ${show(type)}. ${didYouMean(type, EVENT_TYPES)}`
        : `An event needs a type, and its type is ${show(type)}. ${didYouMean('', EVENT_TYPES)}`;
    return [fault('talks/unknown-event', ['type'], message, { type: show(type), known: [...EVENT_TYPES] })];
  }
  const shaped = checkShape(eventShape(), event);
  if (!shaped.ok) return shaped.faults.map((f) => ({ ...f, code: f.code.replace('scenario/', 'talks/') }));
  const found: Fault[] = [];
  const parties = Object.keys(scenario.parties);
  const named = event.type === 'answer.declared' ? [event.party] : 'by' in event ? (event.by ?? []) : [];
  for (const id of named) {
    if (!parties.includes(id)) {
      found.push(
        unknownId('party', 'talks/unknown-party', [event.type === 'answer.declared' ? 'party' : 'by'], id, parties),
      );
    }
  }
  const sources = Object.keys(scenario.sources);
  if (event.citation && !sources.includes(event.citation.source)) {
    found.push(unknownId('source', 'talks/unknown-source', ['citation', 'source'], event.citation.source, sources));
  }
  const cited = event.citation && scenario.sources[event.citation.source]?.date;
  for (const [key, date] of [
    ['reportedOn', event.reportedOn],
    ['citation', cited],
  ] as const) {
    if (reportedBy(date, options.asOf)) continue;
    const message = `This was reported on ${date ?? ''}, and these talks are held as of ${options.asOf ?? ''}.`;
    found.push(fault('talks/not-yet-reported', [key], message, { reported: date, asOf: options.asOf }));
  }
  return found;
}

function againstTabling(rules: Rules, context: TalksContext, event: OfferTabled): readonly Fault[] {
  if (typeof event.offer !== 'string') return newOfferFaults(rules, context, event.offer);
  const id = event.offer;
  const offer = rules.offer(context, id);
  if (!offer) {
    return [unknownId('offer', 'talks/unknown-offer', ['offer'], id, Object.keys(rules.effective(context).offers))];
  }
  const found: Fault[] = [];
  if (context.offer === id) {
    const message = `'${id}' already lies on the table: answer it, withdraw it, or table another.`;
    found.push(fault('talks/already-on-the-table', ['offer'], message, { id }));
  }
  return [...found, ...againstOffer(rules, offer, ['offer'])];
}

/** Every reason against tabling an offer that the talks do not hold: the scenario's faults in it, then the talks' own. */
export function newOfferFaults(rules: Rules, context: TalksContext, offer: NewOffer): readonly Fault[] {
  const { id } = offer;
  if (rules.offer(context, id)) {
    const message = `There is an offer called '${id}' already: table it by its id, or give the new one another.`;
    return [fault('talks/id-taken', ['offer', 'id'], message, { id })];
  }
  const checked = checkOffer(rules.effective(context), id, offer);
  if (checked.ok) return againstOffer(rules, checked.value, ['offer']);
  return checked.faults.map((f) => ({ ...f, path: ['offer', ...f.path] }));
}

/** What stands against any offer in these talks, whoever holds it. */
function againstOffer({ options: { asOf } }: Rules, offer: Offer, path: Path): readonly Fault[] {
  const found: Fault[] = [];
  const { id, reported } = offer;
  if (!reportedBy(reported, asOf)) {
    const message = `'${id}' was first reported on ${reported ?? ''}, and these talks are held as of ${asOf ?? ''}: table one reported by then.`;
    found.push(fault('talks/not-yet-reported', path, message, { id, reported, asOf }));
  }
  if (offer.standing === 'carried out') {
    const message = `'${id}' is a deal already carried out, kept for comparison: it cannot be tabled.`;
    found.push(fault('talks/carried-out', path, message, { id }));
  }
  return found;
}

function againstWithdrawing(context: TalksContext, event: OfferWithdrawn): readonly Fault[] {
  if (context.offer === event.offer) return [];
  const lies = context.offer === null ? 'no offer lies there' : `'${context.offer}' lies there`;
  return [
    fault('talks/not-on-the-table', ['offer'], `'${event.offer}' is not on the table: ${lies}.`, {
      id: event.offer,
      onTheTable: context.offer,
    }),
  ];
}

function againstAnswer(rules: Rules, context: TalksContext, event: AnswerDeclared): readonly Fault[] {
  const current = rules.assessment(context);
  if (!current) {
    return [fault('talks/nothing-to-answer', [], 'No offer lies on the table: table one first.')];
  }
  const found: Fault[] = [];
  if (event.answer === 'accepts') {
    const lines = unmetOf(event.party, 'red line', current);
    if (lines.length > 0) {
      found.push(
        fault(
          'talks/red-line-unmet',
          ['answer'],
          `'${event.party}' cannot accept '${current.offer}' while it leaves ${listed(lines)} unmet: revise the red line first.`,
          {
            party: event.party,
            offer: current.offer,
            positions: lines,
          },
        ),
      );
    }
  }
  if (event.concedes) {
    const needed = event.answer === 'accepts' ? concededBy(event.party, current) : [];
    const same = needed.length === new Set(event.concedes).size && needed.every((id) => event.concedes?.includes(id));
    if (!same) {
      const what = needed.length === 0 ? 'nothing' : listed(needed);
      found.push(
        fault(
          'talks/concedes-otherwise',
          ['concedes'],
          `By this answer '${event.party}' concedes ${what}: name exactly that, or leave it out.`,
          {
            named: event.concedes,
            concedes: needed,
          },
        ),
      );
    }
  }
  return found;
}
