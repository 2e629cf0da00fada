import { fault, type Fault, type Path } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import { reportedBy } from '../evidence/clocks.js';
import type { Offer } from '../offers/offer.js';
import { unknownId } from '../positions/checks.js';
import { checkOffer } from '../scenario/check-offer.js';
import type { DealSuperseded } from '../scenario/events/deal.js';
import type { NewOffer, OfferRecorded, OfferTabled, OfferWithdrawn } from '../scenario/events/table.js';
import { againstMandates } from './against-process.js';
import type { TalksContext } from './context.js';
import type { Rules } from './rules.js';

/** What stands against tabling an offer; `asOf` is the day up to which reports count once the event is known. */
export function againstTabling(
  rules: Rules,
  context: TalksContext,
  event: OfferTabled,
  asOf: TalksContext['asOf'],
): readonly Fault[] {
  if (typeof event.offer !== 'string') return againstNewOffer(rules, context, event.offer, asOf, 'tabled');
  const id = event.offer;
  const offer = rules.offer(context, id);
  if (!offer) return [unknownOffer(rules, context, id)];
  const found: Fault[] = [];
  if (context.offer === id) {
    const message = `'${id}' already lies on the table: answer it, withdraw it, or table another.`;
    found.push(fault('talks/already-on-the-table', ['offer'], message, { id }));
  }
  return [...found, ...againstOffer(context, offer, asOf, ['offer']), ...againstAuthors(context, offer)];
}

/** What stands against an offer that the talks do not hold: the scenario's faults in it, then the talks' own. */
function againstNewOffer(
  rules: Rules,
  context: TalksContext,
  offer: NewOffer,
  asOf: TalksContext['asOf'],
  use: 'tabled' | 'recorded',
): readonly Fault[] {
  const { id } = offer;
  if (rules.offer(context, id)) {
    const message = `There is an offer called '${id}' already: table it by its id, or give the new one another.`;
    return [fault('talks/id-taken', ['offer', 'id'], message, { id })];
  }
  const checked = checkOffer(rules.effective(context), id, offer);
  if (!checked.ok) return checked.faults.map((f) => ({ ...f, path: ['offer', ...f.path] }));
  const found = againstOffer(context, checked.value, asOf, ['offer']);
  if (use === 'tabled') return [...found, ...againstAuthors(context, checked.value)];
  // What was carried out long ago may well become known.
  return found.filter((f) => f.code !== 'talks/carried-out');
}

/** What stands against recording an offer. */
export function againstRecording(
  rules: Rules,
  context: TalksContext,
  event: OfferRecorded,
  asOf: TalksContext['asOf'],
): readonly Fault[] {
  return againstNewOffer(rules, context, event.offer, asOf, 'recorded');
}

/** What stands against taking an offer back. */
export function againstWithdrawing(context: TalksContext, event: OfferWithdrawn): readonly Fault[] {
  if (context.offer === event.offer) return [];
  const lies = context.offer === null ? 'no offer lies there' : `'${context.offer}' lies there`;
  const message = `'${event.offer}' is not on the table: ${lies}.`;
  return [fault('talks/not-on-the-table', ['offer'], message, { id: event.offer, onTheTable: context.offer })];
}

/** What stands against another deal's taking this one's place. */
export function againstSuperseding(
  rules: Rules,
  context: TalksContext,
  event: DealSuperseded,
  asOf: TalksContext['asOf'],
): readonly Fault[] {
  const { offer } = event;
  if (offer === undefined) return [];
  const other = rules.offer(context, offer);
  if (!other) return [unknownOffer(rules, context, offer)];
  if (offer !== context.deal?.offer) return againstTooEarly(other, asOf, ['offer']);
  const message = `'${offer}' is the deal being carried out: it cannot supersede itself.`;
  return [fault('talks/supersedes-itself', ['offer'], message, { id: offer })];
}

function unknownOffer(rules: Rules, context: TalksContext, id: string): Fault {
  const known = idsOf(rules.effective(context).offers);
  return unknownId('offer', 'talks/unknown-offer', ['offer'], id, known);
}

/** What stands against any offer in these talks, whoever holds it. */
function againstOffer(context: TalksContext, offer: Offer, asOf: TalksContext['asOf'], path: Path): readonly Fault[] {
  const found: Fault[] = [...againstTooEarly(offer, asOf, path)];
  const { id } = offer;
  if (offer.standing === 'carried out') {
    const message = `'${id}' is a deal already carried out, kept for comparison: it cannot be tabled.`;
    found.push(fault('talks/carried-out', path, message, { id }));
  }
  if (offer.id === context.deal?.offer) {
    const message = `'${id}' is the deal being carried out: table one for its next phase, or to amend it.`;
    found.push(fault('talks/in-force', path, message, { id }));
  }
  return found;
}

/** What stands against an offer of which nobody can have known yet. */
function againstTooEarly({ id, reported }: Offer, asOf: TalksContext['asOf'], path: Path): readonly Fault[] {
  if (reportedBy(reported, asOf ?? undefined)) return [];
  const message = `'${id}' was first reported on ${reported ?? ''}, and these talks are held as of ${asOf ?? ''}: name one reported by then, or say when this was reported.`;
  return [fault('talks/not-yet-reported', path, message, { id, reported, asOf })];
}

/** Authors whose delegations may do no more than listen, or than explore where this is more than an idea. */
function againstAuthors(context: TalksContext, offer: Offer): readonly Fault[] {
  const needed = offer.standing === 'idea' || offer.standing === 'agenda' ? 'explore' : 'negotiate';
  return againstMandates(context, offer.by?.value ?? [], needed, `put '${offer.id}' on the table`);
}
