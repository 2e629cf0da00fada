import { firstDay, lastDay, later, type CalendarDate } from '../base/day.js';
import { fault, type Fault, type Path } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import { listed } from '../base/list.js';
import { isClear, stands } from '../obligations/account.js';
import { suspendedUnder, suspendedWith } from '../obligations/instruments.js';
import { withGoingOn } from '../obligations/going-on.js';
import { textLaidOut } from '../obligations/text-laid-out.js';
import { seenUpTo, sightingsOf } from '../obligations/seen.js';
import { dateOf, instantOf } from '../obligations/instant.js';
import type { Delivery } from '../obligations/delivery.js';
import { firedOn, plannedFrom, standingsOf } from '../obligations/standing.js';
import { dayFor, instantIn, reportsOf, type TextRun } from '../obligations/text-run.js';
import type { Obligation } from '../offers/text/obligation.js';
import { checkAmount } from '../positions/amount-checks.js';
import { checking, unknownId } from '../positions/checks.js';
import type {
  BreachFound,
  CertificationGiven,
  InstrumentResumed,
  InstrumentSuspended,
  PerformanceBreak,
  PerformanceLetGo,
  PerformancePostponed,
  PerformanceReported,
  PerformanceWithheld,
  PromisedTalksEvent,
  TalksEvent,
  TextEventHappened,
  TextEventMoved,
} from '../scenario/event.js';
import { normaliseAmount } from '../terms/amount.js';
import { reachOf } from '../terms/amount-span.js';
import { added } from '../terms/decimal.js';
import { pathsOf, splitPath, type Terms } from '../terms/term.js';
import { START } from '../offers/text/trigger.js';
import { againstFinding } from './against-finding.js';
import { againstResuming, againstSuspending } from './against-instrument.js';
import { againstTalks } from './against-talks.js';
import { againstVotes } from './against-votes.js';
import { notStarted } from './not-started.js';
import { unknownDuty, unknownIn } from './unknown-in-text.js';
import type { Clock } from './clock.js';
import type { TalksContext } from './context.js';
import { datedRun } from './record-text.js';
import type { Rules } from './rules.js';

/** The deal in force with its text; nothing where it has none. */
export function deliveryOf(rules: Rules, context: TalksContext): Delivery | undefined {
  const { deal } = context;
  const known = deal && rules.offer(context, deal.offer);
  if (!deal?.text || !known) return undefined;
  const offer = withGoingOn(known, deal.text, (id) => rules.offer(context, id));
  const { scenario } = rules;
  return offer.text && { scenario, offer, text: textLaidOut(scenario, offer, offer.text), run: deal.text };
}

/** The obligations that an event is about without naming them: what is suspended, or goes on, with an instrument. */
export function affectedBy(rules: Rules, context: TalksContext, event: TalksEvent, clock: Clock): readonly string[] {
  if (event.type !== 'instrument.suspended' && event.type !== 'instrument.resumed') return [];
  const known = deliveryOf(rules, context);
  if (!known) return [];
  const delivery = { ...known, run: datedRun(known.run, event, clock) };
  return event.type === 'instrument.suspended'
    ? suspendedWith(delivery, event)
    : suspendedUnder(delivery, event.instrument);
}

type TextEvent =
  | InstrumentSuspended
  | InstrumentResumed
  | PromisedTalksEvent
  | PerformanceLetGo
  | PerformanceWithheld
  | PerformancePostponed
  | PerformanceBreak
  | BreachFound
  | TextEventHappened
  | TextEventMoved
  | CertificationGiven;

/** What stands against an event about the text of the deal in force, on the day to which it brings the talks. */
export function againstTextEvent(
  rules: Rules,
  context: TalksContext,
  event: TextEvent,
  clock: Clock,
): readonly Fault[] {
  const known = deliveryOf(rules, context);
  if (!known) {
    const message = 'The deal in force has no text at hand: write what it makes due under the offer’s text.';
    return [fault('talks/no-text', ['type'], message)];
  }
  const delivery = { ...known, run: datedRun(known.run, event, clock) };
  switch (event.type) {
    case 'event.happened':
      return againstHappening(delivery, event);
    case 'event.moved':
      return againstMoving(delivery, event);
    case 'certification.given':
      return againstCertifying(delivery, event);
    case 'breach.found':
      return againstFinding(delivery, event);
    case 'performance.suspended':
    case 'performance.resumed':
      return againstBreak(delivery, event);
    case 'promisedTalks.opened':
    case 'promisedTalks.settled':
    case 'promisedTalks.failed':
      return againstTalks(delivery, event);
    case 'instrument.suspended':
      return againstSuspending(delivery, event);
    case 'instrument.resumed':
      return againstResuming(delivery, event);
    case 'performance.withheld':
      return either(unknownDuty(delivery, event.obligation), () =>
        either(againstAgain(delivery.run, event.obligation, 'withheld', true, ['obligation']), () => [
          ...againstSettled(delivery, event.obligation, 'withheld'),
          ...againstOthers(delivery, event),
        ]),
      );
    case 'performance.postponed':
      return either(unknownDuty(delivery, event.obligation), () => againstPostponing(delivery, event));
    case 'performance.waived':
    case 'performance.excused':
      return either(unknownDuty(delivery, event.obligation), () => againstLettingGo(delivery, event));
  }
}

/** What stands against a report of what was done of an obligation of the text; nothing for a quantity. */
export function againstPerforming(rules: Rules, context: TalksContext, event: PerformanceReported): readonly Fault[] {
  const { obligation: id } = event;
  const delivery = deliveryOf(rules, context);
  const isQuantity = Object.hasOwn(rules.scenario.terms, id.split('/')[0] ?? '');
  if (isQuantity && !(delivery && Object.hasOwn(delivery.text.obligations, id))) {
    // What is done of a quantity is counted phase by phase.
    return context.deal?.phase === 0 ? [notStarted()] : [];
  }
  if (!delivery) return [fault('talks/no-text', ['obligation'], 'The deal in force has no text at hand.')];
  return either(unknownDuty(delivery, id), () => {
    const duty = delivery.text.obligations[id];
    return duty ? againstDoing(delivery, duty, event) : [];
  });
}

function againstDoing(delivery: Delivery, duty: Obligation, event: PerformanceReported): readonly Fault[] {
  const { scenario, run } = delivery;
  const { obligation: id } = event;
  const found: Fault[] = [];
  if (duty.kind === 'refrain') {
    const message = `'${id}' asks that something be left undone: it is kept or broken, and never done.`;
    return [fault('talks/never-delivered', ['obligation'], message, { obligation: id })];
  }
  found.push(...againstEarlyDay(run, event.on));
  const amount = normaliseAmount(event.amount);
  const where = checking(scenario, ['amount'], found);
  if (duty.of !== undefined) checkAmount(where, amount, duty.of, 'value');
  const figure = reachOf(amount, 1).least;
  if (!(figure >= 0) || ('of' in amount && amount.of !== undefined)) {
    const message = 'What was done is a figure, and not less than nothing.';
    found.push(fault('talks/bad-amount', ['amount'], message, { amount }));
  }
  if (duty.of === undefined && !(Number.isInteger(figure) && figure <= timesOf(duty))) {
    found.push(fault('talks/bad-amount', ['amount'], actsIn(id, duty), { amount }));
  }
  const before = sightingsOf(reportsOf(run, id), 1).find(({ observer }) => observer === (event.observer ?? ''));
  const last = seenUpTo(before, (event.on === undefined ? undefined : dayFor(run, event.on)) ?? run.day);
  // Of which categories it was may become known later.
  if (last?.total === figure && isSameParts(last.parts, event.parts)) {
    const message = `That much of '${id}' has been reported already: a report gives what was done in all up to its day.`;
    found.push(fault('talks/so-already', ['amount'], message, { obligation: id, amount: figure }));
  }
  for (const [path, n] of Object.entries(event.parts ?? {})) {
    const [term, category] = path.split('/');
    const isOfIt = duty.of === undefined || term === duty.of.split('/')[0];
    const known = Object.hasOwn(scenario.terms, term ?? '') ? scenario.terms[term ?? ''] : undefined;
    const fits =
      isOfIt && known?.kind === 'quantity' && (category === undefined || Object.hasOwn(known.categories, category));
    if (!fits) {
      found.push(unknownId('category', 'talks/unknown-category', ['parts', path], path, pathsOfDuty(scenario, duty)));
    } else if (n > figure) {
      const message = `Of ${figure} done, ${n} cannot be '${path}'.`;
      found.push(fault('talks/bad-amount', ['parts', path], message, { path, n, amount: figure }));
    }
  }
  found.push(...againstSum(scenario.terms, event.parts ?? {}, figure));
  return found;
}

/** How often an act can be done: without end where it comes round without a number of times. */
const timesOf = ({ kind, times = Infinity }: Obligation) => (kind === 'recurring' ? times : 1);

/** How an act is reported. */
function actsIn(id: string, duty: Obligation): string {
  const times = timesOf(duty);
  if (times === 1) return `'${id}' is an act: 1 says that it was done.`;
  const round = Number.isFinite(times)
    ? `comes round ${times} times: a figure up to that`
    : 'comes round: a whole figure';
  return `'${id}' is an act that ${round} says how often it was done in all.`;
}

/** Whether a report says of no category anything new. */
function isSameParts(before: PerformanceReported['parts'] = {}, now: PerformanceReported['parts'] = {}): boolean {
  return Object.entries(now).every(([path, n]) => before[path] === n);
}

/** Categories that exclude each other do not come to more than was done. */
function againstSum(terms: Terms, parts: Readonly<Record<string, number>>, figure: number): readonly Fault[] {
  const sums = new Map<string, number>();
  for (const [path, n] of Object.entries(parts)) {
    const [id = '', category = ''] = path.split('/');
    const term = Object.hasOwn(terms, id) ? terms[id] : undefined;
    if (term?.kind !== 'quantity' || term.overlap || !Object.hasOwn(term.categories, category)) continue;
    if (term.categories[category]?.of === undefined) sums.set(id, added(sums.get(id) ?? 0, n));
  }
  return [...sums].flatMap(([id, sum]) => {
    if (sum <= figure) return [];
    const message = `The categories of '${id}' come to ${sum}, and no more than ${figure} was done.`;
    return [fault('talks/bad-amount', ['parts'], message, { of: id, sum, amount: figure })];
  });
}

/** What a report of an obligation may be about: its quantity with its categories, or any where it has none. */
function pathsOfDuty({ terms }: Delivery['scenario'], { of }: Obligation): readonly string[] {
  const ids = of === undefined ? idsOf(terms) : [splitPath(of).term];
  return ids.flatMap((id) => {
    const term = terms[id];
    return term?.kind === 'quantity' ? pathsOf(id, term) : [];
  });
}

/** Nothing is performed before the deal starts. */
function againstEarlyDay(run: TextRun, on: CalendarDate | undefined): readonly Fault[] {
  if (run.started === null) return [notStarted()];
  const start = instantIn(run, run.started);
  const day = on === undefined ? undefined : instantOf(lastDay(on));
  if (!day || day.count !== start.count || day.day >= start.day) return [];
  const message = `The deal started after ${on ?? ''}: what was done before it does not count towards it.`;
  return [fault('talks/before-start', ['on'], message, { on })];
}

function againstHappening(delivery: Delivery, { event: id }: TextEventHappened): readonly Fault[] {
  const { text } = delivery;
  if (id === START) {
    const message = "That the deal comes into force is reported as 'deal.started'.";
    return [fault('talks/starts-otherwise', ['event'], message, { event: id })];
  }
  if (!Object.hasOwn(text.events, id)) return [unknownIn('event', 'named-event', ['event'], id, idsOf(text.events))];
  if (!hasHappened(delivery, id)) return [];
  return [fault('talks/so-already', ['event'], `'${id}' has happened already.`, { event: id })];
}

/** Whether a named event has come about: as reported or moved, or, where nothing is known of that, by its own trigger. */
function hasHappened(delivery: Delivery, id: string): boolean {
  const { text, run } = delivery;
  if (id === START && run.started !== null) return true;
  const known = Object.hasOwn(run.events, id) ? run.events[id] : undefined;
  if (known !== undefined) return known <= run.day;
  const trigger = Object.hasOwn(text.events, id) ? text.events[id]?.trigger : undefined;
  return trigger !== undefined && firedOn(delivery, trigger) !== undefined;
}

function againstMoving(delivery: Delivery, event: TextEventMoved): readonly Fault[] {
  const { text, run } = delivery;
  const { event: id, to, by } = event;
  const named = Object.hasOwn(text.events, id) ? text.events[id] : undefined;
  if (!named && id !== START) return [unknownIn('event', 'named-event', ['event'], id, idsOf(text.events))];
  if (!named || named.movedBy.length === 0) {
    return [fault('talks/not-movable', ['event'], `The text lets nobody move '${id}'.`, { event: id })];
  }
  if (hasHappened(delivery, id)) {
    return [fault('talks/so-already', ['event'], `'${id}' has happened already, and cannot be moved.`, { event: id })];
  }
  const missing = named.movedBy.filter((party) => !by.includes(party));
  return [...withoutConsent(missing, `move '${id}'`), ...againstDate(run, to), ...againstPast(run, to)];
}

function againstCertifying({ text, run }: Delivery, event: CertificationGiven): readonly Fault[] {
  const { certification: id, votes } = event;
  const named = Object.hasOwn(text.certifications, id) ? text.certifications[id] : undefined;
  if (!named) return [unknownIn('certification', 'certification', ['certification'], id, idsOf(text.certifications))];
  if (Object.hasOwn(run.certified, id)) {
    return [fault('talks/so-already', ['certification'], `'${id}' has been certified already.`, { certification: id })];
  }
  return againstVotes(text, named.by, votes);
}

function againstPostponing(delivery: Delivery, event: PerformancePostponed): readonly Fault[] {
  const { text, run, scenario } = delivery;
  const { obligation: id, by, to } = event;
  const { owedBy, to: owedTo } = text.obligations[id] ?? {};
  const parties = [...(owedBy?.value ?? []), ...(owedTo?.value ?? [])].filter((who) =>
    Object.hasOwn(scenario.parties, who),
  );
  const missing = parties.filter((party) => !by.includes(party));
  const found = [...withoutConsent(missing, `put '${id}' off`), ...againstDate(run, to)];
  if (found.length > 0) return found;
  return either(againstSettled(delivery, id, 'put off'), () => againstEarlier(delivery, id, to));
}

/** What stands against suspending obligations, or letting them go on: they are so already, over, or none of theirs. */
function againstBreak(delivery: Delivery, { type, obligations, by = [] }: PerformanceBreak): readonly Fault[] {
  return obligations.flatMap((id, i) => {
    const path = ['obligations', i];
    if (obligations.indexOf(id) < i) {
      const message = `'${id}' stands twice in 'obligations': take one of them out.`;
      return [fault('talks/named-twice', path, message, { obligation: id })];
    }
    return either(unknownDuty(delivery, id, path), () =>
      either(againstAgain(delivery.run, id, 'suspended', type === 'performance.suspended', path), () =>
        type === 'performance.resumed'
          ? []
          : [...againstSettled(delivery, id, 'suspended', path), ...againstThirdHands(delivery, id, by)],
      ),
    );
  });
}

/** An obligation is suspended by those who owe it or to whom it is owed, or by a body of the text, as far as it is known by whom. */
function againstThirdHands({ text }: Delivery, id: string, by: readonly string[]): readonly Fault[] {
  const { owedBy, to } = text.obligations[id] ?? {};
  // What is owed to nobody by name is owed to all.
  if (by.length === 0 || !to || to.value.length === 0) return [];
  const known = [...(owedBy?.value ?? []), ...to.value, ...idsOf(text.bodies)];
  if (by.some((who) => known.includes(who))) return [];
  const message = `${listed(by.map((who) => `'${who}'`))} neither owes '${id}' nor is owed it: name in 'by' who does or is, a body of the text, or nobody.`;
  return [
    fault('talks/not-owed-by-them', ['by'], message, { obligation: id, others: by, owedBy: owedBy?.value ?? [] }),
  ];
}

/** Only those who owe something can withhold it. */
function againstOthers({ text }: Delivery, { obligation: id, by = [] }: PerformanceWithheld): readonly Fault[] {
  const owedBy = text.obligations[id]?.owedBy.value ?? [];
  const others = by.filter((who) => !owedBy.includes(who));
  if (others.length === 0) return [];
  const message = `${listed(others.map((who) => `'${who}'`))} cannot withhold '${id}', which is owed by ${listed(owedBy)}: name those in 'by', or nobody.`;
  return [fault('talks/not-owed-by-them', ['by'], message, { obligation: id, others, owedBy })];
}

/** What leaves nothing to do can be neither withheld nor put off. */
function againstSettled(delivery: Delivery, id: string, what: string, path: Path = ['obligation']): readonly Fault[] {
  const now = standingsOf(delivery).find((duty) => duty.id === id);
  if (!now || now.account.owed.least <= 0 || !isClear(now.account)) return [];
  const message = `Nothing more of '${id}' is owed that could be ${what}.`;
  return [fault('talks/nothing-owed', path, message, { obligation: id })];
}

/** What is put off falls due later than it would; what has no day yet, neither before it opens nor before its day by plan. */
function againstEarlier(delivery: Delivery, id: string, to: CalendarDate): readonly Fault[] {
  const { run } = delivery;
  const now = standingsOf(delivery).find((duty) => duty.id === id);
  const due = now?.due.at && dateOf(now.due.at);
  if (due !== undefined) {
    if (due < to) return [];
    const message = `'${id}' is due on ${due}: put it off to a later day than ${to}.`;
    return [fault('talks/not-later', ['to'], message, { obligation: id, due, to })];
  }
  const planned = plannedFrom(delivery).of(`due ${id}`).at;
  const days = [now?.opens.at ?? instantIn(run, run.day), planned].flatMap((day) => (day && dateOf(day)) ?? []);
  const first = days.reduce((one, other) => later(one, other), '');
  if (first <= to) return [];
  const message = `'${id}' cannot fall due before ${first}: put it off to that day or a later one, not to ${to}.`;
  return [fault('talks/not-later', ['to'], message, { obligation: id, due: first, to })];
}

function againstLettingGo(delivery: Delivery, event: PerformanceLetGo): readonly Fault[] {
  const { text } = delivery;
  const { obligation: id, by = [], type } = event;
  const found: Fault[] = [];
  if (type === 'performance.waived') {
    const missing = (text.obligations[id]?.to?.value ?? []).filter((party) => !by.includes(party));
    found.push(...withoutConsent(missing, `waive '${id}'`));
  }
  found.push(...againstSettled(delivery, id, type === 'performance.waived' ? 'waived' : 'excused'));
  const amount = event.amount === undefined ? undefined : normaliseAmount(event.amount);
  if (amount && !(reachOf(amount, 1).least > 0)) {
    found.push(fault('talks/bad-amount', ['amount'], 'What is let go is more than nothing.', { amount }));
  }
  if (amount && found.length === 0) found.push(...againstTooMuch(delivery, id, reachOf(amount, 1).least));
  return found;
}

/** No more is let go than is left. */
function againstTooMuch(delivery: Delivery, id: string, amount: number): readonly Fault[] {
  const now = standingsOf(delivery).find((duty) => duty.id === id);
  if (!now || now.duties.every(({ kind }) => kind === 'refrain')) return [];
  // How often something comes round of which the text gives no number, may not be known before the deal is in force.
  const { kind, times } = delivery.text.obligations[id] ?? {};
  if (kind === 'recurring' && times === undefined && delivery.run.started === null) return [];
  const { owed, done, waived, excused } = now.account;
  const left = added(owed.most, -added(done, added(waived, excused)));
  if (amount <= left) return [];
  const message = `Of '${id}' ${left} is left, and no more than that can be let go: not ${amount}.`;
  return [fault('talks/bad-amount', ['amount'], message, { obligation: id, left, amount })];
}

function withoutConsent(missing: readonly string[], what: string): readonly Fault[] {
  if (missing.length === 0) return [];
  const message = `To ${what} needs the consent of ${listed(missing)}: name them in 'by'.`;
  return [fault('talks/no-consent', ['by'], message, { missing })];
}

function againstDate(run: TextRun, to: CalendarDate): readonly Fault[] {
  if (firstDay(to) !== lastDay(to)) {
    return [fault('talks/bad-date', ['to'], `'${to}' is a month: give the day.`, { to })];
  }
  if (run.dated) return [];
  const message = 'No day of this deal has a date, so that none can be set: let an event say on which day it happened.';
  return [fault('talks/no-calendar', ['to'], message, { to })];
}

/** What is still to happen cannot be set to a day that is over. */
function againstPast(run: TextRun, to: CalendarDate): readonly Fault[] {
  const [day, today] = [instantOf(to), instantIn(run, run.day)];
  if (!day || day.count !== today.count || day.day >= today.day) return [];
  return [fault('talks/bad-date', ['to'], `${to} is over: give a day that is still to come.`, { to })];
}

function againstAgain(run: TextRun, id: string, what: 'suspended' | 'withheld', on: boolean, path: Path) {
  const is = stands(reportsOf(run, id), what);
  if (is !== on) return [];
  const message = is ? `'${id}' is ${what} already.` : `'${id}' is not ${what}: there is nothing to resume.`;
  return [fault('talks/so-already', path, message, { obligation: id })];
}

function either(first: readonly Fault[], otherwise: () => readonly Fault[]): readonly Fault[] {
  return first.length > 0 ? first : otherwise();
}
