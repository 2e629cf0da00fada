import { fault, type Fault, type Path } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import { unique } from '../base/list.js';
import { remembered } from '../base/remembered.js';
import { lastDay, firstDay } from '../base/day.js';
import { checkCondition } from '../positions/check.js';
import { checkAmount } from '../positions/amount-checks.js';
import { checking, checkQuantity, unknownId } from '../positions/checks.js';
import { normaliseAmount } from '../terms/amount.js';
import { pathsOf, type Terms } from '../terms/term.js';
import type { Offer } from '../offers/offer.js';
import { START } from '../offers/text/trigger.js';
import { isDutyOf } from '../offers/text/reporting.js';
import type { PhaseClauses, Text } from '../offers/text/text.js';
import type { BreachEvent } from './events/breach.js';
import type { NewOffer } from './events/table.js';
import type { TalksEvent } from './event.js';
import type { Process } from './process.js';
import type { Scenario } from './scenario.js';

/**
 * Every id in an event that names nothing in a scenario, and dates that cannot be: whatever is wrong with it in any state.
 * Offers that events bring or name are left to whoever knows which there are.
 */
export function eventReferenceFaults(
  scenario: Scenario,
  event: TalksEvent,
  path: Path,
  offers: readonly Offer[] = Object.values(scenario.offers),
): readonly Fault[] {
  const found: Fault[] = [];
  const texts = offers.flatMap(({ text }) => text ?? []);
  const isDuty = (id: string) => texts.some((text) => isDutyOf(text, id));
  const areTalks = (id: string) => texts.some(({ talks }) => Object.hasOwn(talks, id));
  /** Whether the text of any offer has a clause of this name: which of them is in force, the state of the talks says. */
  const inTexts = (
    what: string,
    section: 'obligations' | 'events' | 'certifications' | 'instruments' | 'talks',
    key: string | Path,
    id: string,
  ) => {
    if (section === 'obligations' ? isDuty(id) : texts.some((text) => Object.hasOwn(text[section], id))) return;
    const ids = texts.flatMap((text) => Object.keys(text[section]));
    found.push(unknownId(what, `scenario/unknown-${what.replace(' ', '-')}`, path.concat(key), id, ids));
  };
  const known = (what: string, records: object, key: string | Path, id: string | undefined) => {
    if (id === undefined || Object.hasOwn(records, id)) return;
    found.push(unknownId(what, `scenario/unknown-${what}`, path.concat(key), id, idsOf(records)));
  };
  const { parties, positions, process } = scenario;
  /** Whether whoever is named is a party, or a body or another of any text. */
  const actors = (ids: readonly string[] = []) => {
    const has = (id: string) =>
      [parties, ...texts.flatMap((text) => [text.bodies, text.others])].some((named) => Object.hasOwn(named, id));
    ids.forEach((id, i) => {
      if (has(id)) return;
      const known = [...idsOf(parties), ...texts.flatMap((text) => [...idsOf(text.bodies), ...idsOf(text.others)])];
      found.push(unknownId('party or body', 'scenario/unknown-party-or-body', path.concat('by', i), id, unique(known)));
    });
  };
  switch (event.type) {
    case 'precondition.met':
    case 'precondition.lapsed':
      known('precondition', process.preconditions, 'precondition', event.precondition);
      break;
    case 'mandate.given':
    case 'answer.declared':
      known('party', parties, 'party', event.party);
      break;
    case 'round.opened':
    case 'round.closed':
      known('round', process.rounds, 'round', event.round);
      break;
    case 'position.revised':
      known('position', positions, 'position', event.position);
      if (event.condition) checkCondition(event.condition, checking(scenario, [...path, 'condition'], found));
      break;
    case 'talks.suspended':
    case 'talks.resumed':
    case 'deal.ended':
      for (const id of event.by ?? []) known('party', parties, 'by', id);
      break;
    case 'ratification.voted':
    case 'ratification.objected':
      known('step', stepsOf(process.ratification), 'step', event.step);
      break;
    case 'phase.extended':
      for (const id of event.by ?? []) known('party', parties, 'by', id);
      if (texts.some(({ phases }) => Object.values(phases).some((phase) => hasWay(phase, event.rule)))) break;
      known('extension', process.extensions, 'rule', event.rule);
      break;
    case 'performance.reported': {
      const where = checking(scenario, path, found);
      if (isDuty(event.obligation)) break;
      if (texts.length > 0 && !Object.hasOwn(termPaths(scenario.terms), event.obligation)) {
        inTexts('obligation', 'obligations', 'obligation', event.obligation);
        break;
      }
      if (checkQuantity(where, event.obligation, 'total', 'obligation')) {
        checkAmount(where.in('amount'), normaliseAmount(event.amount), event.obligation, 'value');
      }
      break;
    }
    case 'breach.alleged':
    case 'breach.cured':
      if (
        !isDuty(event.obligation) &&
        !areTalks(event.obligation) &&
        !Object.hasOwn(termPaths(scenario.terms), event.obligation)
      ) {
        if (texts.length > 0) inTexts('obligation', 'obligations', 'obligation', event.obligation);
        else known('term', termPaths(scenario.terms), 'obligation', event.obligation);
      }
      if (event.by !== undefined && !saysOfBreach(texts, event.type, event.by)) known('party', parties, 'by', event.by);
      break;
    case 'breach.found':
      // Which bodies may find so, the text in force says.
      if (areTalks(event.obligation)) break;
      inTexts('obligation', 'obligations', 'obligation', event.obligation);
      break;
    case 'performance.waived':
    case 'performance.excused':
    case 'performance.withheld':
    case 'performance.postponed':
      inTexts('obligation', 'obligations', 'obligation', event.obligation);
      actors(event.by);
      break;
    case 'performance.suspended':
    case 'performance.resumed':
      actors(event.by);
      event.obligations.forEach((id, i) => {
        inTexts('obligation', 'obligations', ['obligations', i], id);
      });
      break;
    case 'instrument.suspended':
    case 'instrument.resumed':
      inTexts('instrument', 'instruments', 'instrument', event.instrument);
      if (event.type === 'instrument.suspended') inTexts('obligation', 'obligations', 'obligation', event.obligation);
      for (const id of event.by ?? []) known('party', parties, 'by', id);
      break;
    case 'event.happened':
    case 'event.moved':
      if (event.type === 'event.moved') actors(event.by);
      // Every text has its entry into force.
      if (event.event === START && texts.length > 0) break;
      inTexts('named event', 'events', 'event', event.event);
      break;
    case 'promisedTalks.opened':
    case 'promisedTalks.settled':
    case 'promisedTalks.failed':
      inTexts('talks', 'talks', 'talks', event.talks);
      break;
    case 'certification.given':
      inTexts('certification', 'certifications', 'certification', event.certification);
      break;
    default:
  }
  known('source', scenario.sources, ['citation', 'source'], event.citation?.source);
  const { on, reportedOn, citation } = event;
  const source = citation && Object.hasOwn(scenario.sources, citation.source) && scenario.sources[citation.source];
  const reports = { reportedOn, citation: reportedOn === undefined && source ? source.date : undefined };
  for (const [key, day] of Object.entries(reports)) {
    if (on === undefined || day === undefined || lastDay(day) >= firstDay(on)) continue;
    const message = `What happened on ${on} cannot have been reported on ${day}: one of the two is wrong.`;
    found.push(fault('scenario/reported-before', [...path, key], message, { on, reportedOn: day }));
  }
  return found;
}

/** The id of an offer that an event names, or the whole offer that it brings. */
export function offerIn(event: TalksEvent): string | NewOffer | undefined {
  switch (event.type) {
    case 'offer.recorded':
    case 'offer.tabled':
    case 'offer.withdrawn':
    case 'deal.superseded':
      return event.offer;
    default:
      return undefined;
  }
}

/** Whether a text says of a phase that it may be made longer in this way. */
const hasWay = ({ extensions }: PhaseClauses, rule: string | undefined) => extensions.some(({ how }) => how === rule);

/** Every term by its id, and every category of one by its path id. */
const termPaths = /* @__PURE__ */ remembered((terms: Terms): Readonly<Record<string, string>> => {
  const paths = Object.entries(terms).flatMap(([id, term]) => (term.kind === 'quantity' ? pathsOf(id, term) : [id]));
  return Object.freeze(Object.fromEntries(paths.map((path) => [path, path])));
});

/** The steps of ratification by their ids. */
const stepsOf = /* @__PURE__ */ remembered((steps: Process['ratification']): Readonly<Record<string, string>> =>
  Object.freeze(Object.fromEntries(steps.map((step) => [step.id, step.id]))),
);

/** Whether somebody says of a breach who is no party: a body of a text, or whoever else verifies something, and takes a finding back. */
function saysOfBreach(texts: readonly Text[], type: BreachEvent['type'], by: string): boolean {
  return texts.some(
    ({ bodies, others }) => Object.hasOwn(bodies, by) || (type === 'breach.cured' && Object.hasOwn(others, by)),
  );
}
