import { pushAll } from '../base/list.js';
import type { Fault, Path } from '../base/fault.js';
import { reportOf } from '../offers/text/reporting.js';
import type { Text } from '../offers/text/text.js';
import { START, triggersIn, type Trigger } from '../offers/text/trigger.js';
import { daysOf } from '../terms/length.js';
import { checkObligation } from './obligation-references.js';
import type { Scenario } from './scenario.js';
import { textChecker } from './text-checker.js';
import { takenIds } from './text-taken-ids.js';

/**
 * Every id in a text that names nothing, and every figure in it that cannot be. Whether the text holds together as a text
 * (circles, duties without a day) is for a review to say: such a draft can be written down.
 */
export function textReferenceFaults(scenario: Scenario, text: Text, top: Path): readonly Fault[] {
  const clause = textChecker(scenario, text, top);
  const { actors, amount, duration, eachOnce, found, named, owing, phase, quantity, report, trigger } = clause;
  pushAll(found, takenIds(scenario, text, top));
  for (const [section, clauses] of Object.entries(text)) {
    if (Array.isArray(clauses) || section === 'others' || section === 'phases') continue;
    for (const [id, { instrument }] of Object.entries(
      clauses as Readonly<Record<string, { readonly instrument?: string }>>,
    )) {
      named('instrument', [section, id, 'instrument'], instrument);
    }
  }
  for (const [id, instrument] of Object.entries(text.instruments)) {
    for (const key of ['over', 'incorporates'] as const) {
      instrument[key].forEach((other, i) => {
        named('instrument', ['instruments', id, key, i], other);
      });
    }
    for (const party of Object.keys(instrument.parties)) named('party', ['instruments', id, 'parties'], party);
    instrument.unaffected.forEach((duty, i) => {
      named('obligation', ['instruments', id, 'unaffected', i], duty);
    });
  }
  for (const [id, body] of Object.entries(text.bodies)) {
    actors(['bodies', id, 'members'], body.members);
    named('party or body', ['bodies', id, 'chair'], body.chair);
    const itself = body.members.indexOf(id);
    if (itself >= 0) {
      const message = `'${id}' cannot sit on itself: name those who do.`;
      report('text/own-member', ['bodies', id, 'members', itself], message, { body: id });
    }
    const { reports } = body;
    if (!reports) continue;
    const at = ['bodies', id, 'reports'];
    actors([...at, 'to'], reports.to);
    owing([...at, 'to'], 'its reports', [id], reports.to);
    trigger([...at, 'begins'], reports.begins);
    trigger([...at, 'until'], reports.until);
    if (reports.every && daysOf(reports.every).least < 1) {
      const message = `'${id}' would report without end on one day: a period is a day or more.`;
      report('text/bad-length', [...at, 'every'], message, { body: id });
    }
    if (Object.hasOwn(text.obligations, reportOf(id))) {
      const message = `'${reportOf(id)}' is the duty of '${id}' to report, and cannot be another obligation too: call it something else.`;
      report('text/id-taken', ['obligations', reportOf(id)], message, { obligation: reportOf(id) });
    }
  }
  for (const [id, event] of Object.entries(text.events)) {
    trigger(['events', id, 'trigger'], event.trigger);
    actors(['events', id, 'movedBy'], event.movedBy);
    const within = id === START && event.trigger ? withinDeal(text, event.trigger) : undefined;
    if (within !== undefined) {
      const message = `The entry into force cannot wait for '${within}', which comes only once the deal is in force: let it hang on a date, a certification, or an event from outside.`;
      report('text/start-waits-for-deal', ['events', id, 'trigger'], message, { event: id, within });
    }
  }
  for (const [id, { by }] of Object.entries(text.certifications)) {
    named('party or body', ['certifications', id, 'by'], by);
  }
  for (const [id, obligation] of Object.entries(text.obligations)) checkObligation(clause, id, obligation);
  for (const [id, key] of Object.entries(text.keys)) {
    key.rows.forEach((row, i) => {
      row.for?.of.forEach((path, j) => {
        quantity(['keys', id, 'rows', i, 'for', 'of', j], path);
      });
      row.give.forEach(({ of }, j) => {
        quantity(['keys', id, 'rows', i, 'give', j, 'of'], of);
      });
    });
    key.outside.forEach((path, i) => {
      quantity(['keys', id, 'outside', i], path);
    });
    for (const [path, total] of Object.entries(key.totals)) {
      quantity(['keys', id, 'totals', path], path);
      amount(['keys', id, 'totals', path], total.value, path);
    }
  }
  for (const [id, selection] of Object.entries(text.selections)) {
    quantity(['selections', id, 'of'], selection.of);
    actors(['selections', id, 'namedBy'], selection.namedBy);
    actors(['selections', id, 'vetoBy'], selection.vetoBy);
    trigger(['selections', id, 'deadline'], selection.deadline);
  }
  for (const [id, { readings }] of Object.entries(text.definitions)) {
    readings.forEach(({ party }, i) => {
      named('party', ['definitions', id, 'readings', i, 'party'], party);
    });
  }
  for (const [id, talks] of Object.entries(text.talks)) {
    phase(['talks', id, 'on'], talks.on);
    eachOnce('party', ['talks', id, 'between'], talks.between);
    trigger(['talks', id, 'begin'], talks.begin);
    trigger(['talks', id, 'end'], talks.end);
  }
  for (const [ordinal, clauses] of Object.entries(text.phases)) {
    if (/^[0-9]+$/.test(ordinal)) phase(['phases', ordinal], Number(ordinal));
    else {
      const { most } = scenario.space.phases;
      const message = `There is no phase called '${ordinal}': the phases of a text are named by their figures, from 1 to ${most}.`;
      report('text/unknown-phase', ['phases', ordinal], message, { phase: ordinal, most });
    }
    trigger(['phases', ordinal, 'begins'], clauses.begins);
    clauses.extensions.forEach((extension, i) => {
      duration(['phases', ordinal, 'extensions', i, 'unit'], extension.unit);
      duration(['phases', ordinal, 'extensions', i, 'cap'], extension.cap);
      if (extension.how === 'pro rata' && !extension.per) {
        const message = `Phase ${ordinal} is extended pro rata, and the text does not say to what: add 'per'.`;
        report('text/no-proportion', ['phases', ordinal, 'extensions', i], message, { phase: ordinal });
      }
      if (extension.per) quantity(['phases', ordinal, 'extensions', i, 'per', 'of'], extension.per.of);
    });
  }
  for (const party of Object.keys(text.approvals)) named('party', ['approvals', party], party);
  return found;
}

/** What a trigger hangs on that cannot come before a deal is in force: the first of it, by its id. Does not recurse. */
function withinDeal(text: Text, trigger: Trigger): string | undefined {
  const seen = new Set<string>();
  const waiting = triggersIn(trigger).toReversed();
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (part.kind === 'total' && part.of.length > 0) return part.of[0];
    // What names no obligation is refused as unknown.
    if ('obligation' in part && Object.hasOwn(text.obligations, part.obligation)) return part.obligation;
    const event = part.kind === 'day' ? part.from : part.kind === 'event' ? part.event : undefined;
    if (event === undefined || seen.has(event)) continue;
    seen.add(event);
    const own = Object.hasOwn(text.events, event) ? text.events[event] : undefined;
    if (event === START || (!own && /^phase\d+(\.end)?$/.test(event))) return event;
    if (own?.trigger) pushAll(waiting, triggersIn(own.trigger).toReversed());
  }
  return undefined;
}
