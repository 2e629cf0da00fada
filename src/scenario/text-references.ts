import { fault, type Fault, type Path } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import { listed } from '../base/list.js';
import { once } from '../base/once.js';
import { checkAmount } from '../positions/amount-checks.js';
import { checking, checkQuantity, unknownId } from '../positions/checks.js';
import { MOST_PLACES, type AmountTable } from '../offers/text/amount-table.js';
import { reportOf } from '../offers/text/reporting.js';
import { phaseEnd, phaseStart, type Text } from '../offers/text/text.js';
import { START, triggersIn, type Trigger } from '../offers/text/trigger.js';
import type { Length } from '../terms/length.js';
import { daysOf } from '../terms/length.js';
import type { Scenario } from './scenario.js';

/** How many obligations one sentence names. */
const MOST_NAMED = 5;

/**
 * Every id in a text that names nothing, and every figure in it that cannot be. Whether the text holds together as a text
 * (circles, duties without a day) is for a review to say: such a draft can be written down.
 */
export function textReferenceFaults(scenario: Scenario, text: Text, top: Path): readonly Fault[] {
  const found: Fault[] = [];
  const names = namesIn(scenario, text);
  const owers = once(() => owersByPath(text));
  const named = (what: string, ids: readonly string[], path: Path, id: string | undefined) => {
    // Of what there may be thousands of, a set knows; of the rest a list will do.
    if (id === undefined || (names.has(what, id) ?? ids.includes(id))) return;
    found.push(unknownId(what, `text/unknown-${what.replaceAll(' ', '-')}`, [...top, ...path], id, ids));
  };
  const parties = idsOf(scenario.parties);
  const actors = (path: Path, ids: readonly string[]) => {
    ids.forEach((id, i) => {
      named('party or body', names.actors, [...path, i], id);
    });
  };
  const onlyParties = (path: Path, ids: readonly string[]) => {
    ids.forEach((id, i) => {
      named('party', parties, [...path, i], id);
    });
  };
  const quantity = (path: Path, id: string) => {
    checkQuantity(checking(scenario, [...top, ...path.slice(0, -1)], found), id, undefined, String(path.at(-1)));
  };
  const duration = (path: Path, length: Length | undefined) => {
    if (!length || daysOf(length).least >= 0) return;
    found.push(
      fault('text/bad-length', [...top, ...path], 'A length of time cannot be less than nothing.', { length }),
    );
  };
  const trigger = (path: Path, whole: Trigger | undefined) => {
    for (const part of whole ? triggersIn(whole) : []) {
      if ('after' in part) duration(path, part.after);
      switch (part.kind) {
        case 'day':
          named('event', names.events, path, part.from);
          break;
        case 'event':
          named('event', names.events, path, part.event);
          duration(path, part.before);
          break;
        case 'started':
        case 'completed':
        case 'found':
          named('obligation', names.obligations, path, part.obligation);
          break;
        case 'total':
          for (const id of part.of) named('obligation', names.obligations, path, id);
          break;
        case 'certified':
          named('certification', idsOf(text.certifications), path, part.certification);
          break;
        default:
      }
    }
  };
  const phase = (path: Path, n: number | undefined) => {
    const { most } = scenario.space.phases;
    if (n === undefined || (Number.isInteger(n) && n >= 1 && n <= most)) return;
    const message = `There is no phase ${n}: the offer space has phases 1 to ${most}.`;
    found.push(fault('text/unknown-phase', [...top, ...path], message, { phase: n, most }));
  };
  const table = (path: Path, given: AmountTable | undefined, of: string | undefined) => {
    if (!given) return;
    const places = Object.values(given.dimensions).reduce((n, values) => n * values.length, 1);
    if (places > MOST_PLACES) {
      const message = `A table has ${places} places, and may have ${MOST_PLACES}: split it.`;
      found.push(fault('text/table-too-large', [...top, ...path], message, { places, most: MOST_PLACES }));
    }
    given.cells.forEach((cell, i) => {
      for (const [dimension, value] of Object.entries(cell.where)) {
        const at = [...path, 'cells', i, 'where', dimension];
        named('dimension', idsOf(given.dimensions), at, dimension);
        const values = Object.hasOwn(given.dimensions, dimension) ? given.dimensions[dimension] : undefined;
        if (values) named('value', values, at, value);
      }
      if (of !== undefined && names.isQuantity(of)) {
        checkAmount(checking(scenario, [...top, ...path, 'cells', i, 'amount'], found), cell.amount, of, 'value');
      }
    });
  };

  found.push(...takenIds(scenario, text, top));
  for (const [section, clauses] of Object.entries(text)) {
    if (Array.isArray(clauses) || section === 'others' || section === 'phases') continue;
    for (const [id, clause] of Object.entries(clauses as Readonly<Record<string, { readonly instrument?: string }>>)) {
      named('instrument', idsOf(text.instruments), [section, id, 'instrument'], clause.instrument);
    }
  }
  for (const [id, instrument] of Object.entries(text.instruments)) {
    for (const key of ['over', 'incorporates'] as const) {
      instrument[key].forEach((other, i) => {
        named('instrument', idsOf(text.instruments), ['instruments', id, key, i], other);
      });
    }
    for (const party of Object.keys(instrument.parties)) named('party', parties, ['instruments', id, 'parties'], party);
    instrument.unaffected.forEach((duty, i) => {
      named('obligation', names.obligations, ['instruments', id, 'unaffected', i], duty);
    });
  }
  for (const [id, body] of Object.entries(text.bodies)) {
    actors(['bodies', id, 'members'], body.members);
    named('party or body', names.actors, ['bodies', id, 'chair'], body.chair);
    const { reports } = body;
    if (!reports) continue;
    const at = ['bodies', id, 'reports'];
    actors([...at, 'to'], reports.to);
    trigger([...at, 'begins'], reports.begins);
    trigger([...at, 'until'], reports.until);
    if (reports.every && daysOf(reports.every).least < 1) {
      const message = `'${id}' would report without end on one day: a period is a day or more.`;
      found.push(fault('text/bad-length', [...top, ...at, 'every'], message, { body: id }));
    }
    if (Object.hasOwn(text.obligations, reportOf(id))) {
      const message = `'${reportOf(id)}' is the duty of '${id}' to report, and cannot be another obligation too: call it something else.`;
      found.push(fault('text/id-taken', [...top, 'obligations', reportOf(id)], message, { obligation: reportOf(id) }));
    }
  }
  for (const [id, event] of Object.entries(text.events)) {
    trigger(['events', id, 'trigger'], event.trigger);
    actors(['events', id, 'movedBy'], event.movedBy);
    const within = id === START && event.trigger ? withinDeal(text, event.trigger) : undefined;
    if (within !== undefined) {
      const message = `The entry into force cannot wait for '${within}', which comes only once the deal is in force: let it hang on a date, a certification, or an event from outside.`;
      found.push(fault('text/start-waits-for-deal', [...top, 'events', id, 'trigger'], message, { event: id, within }));
    }
  }
  for (const [id, { by }] of Object.entries(text.certifications)) {
    named('party or body', names.actors, ['certifications', id, 'by'], by);
  }
  for (const [id, o] of Object.entries(text.obligations)) {
    const at = ['obligations', id];
    actors([...at, 'owedBy'], o.owedBy.value);
    actors([...at, 'to'], o.to?.value ?? []);
    named('party or body', names.actors, [...at, 'verifier'], o.verifier?.value);
    trigger([...at, 'begins'], o.begins?.value);
    trigger([...at, 'until'], o.until);
    if (o.escrow) {
      trigger([...at, 'escrow', 'released'], o.escrow.released);
      named('party or body', names.actors, [...at, 'escrow', 'holder'], o.escrow.holder);
    }
    duration([...at, 'within'], o.within);
    phase([...at, 'phase'], o.phase);
    for (const key of ['concurrent', 'following'] as const) {
      o[key].forEach((other, i) => {
        named('obligation', names.obligations, [...at, key, i], other);
      });
    }
    if (o.of !== undefined) quantity([...at, 'of'], o.of);
    if (o.amount && o.of !== undefined && names.isQuantity(o.of)) {
      checkAmount(checking(scenario, [...top, ...at, 'amount'], found), o.amount.value, o.of, 'value');
    }
    table([...at, 'table'], o.table, o.of);
    if (o.byKey) {
      named('key', idsOf(text.keys), [...at, 'byKey', 'key'], o.byKey.key);
      o.byKey.of.forEach((other, i) => {
        named('obligation', names.obligations, [...at, 'byKey', 'of', i], other);
      });
    }
    if (o.amount?.value.wording === 'remaining' && !o.amount.value.of && o.of !== undefined && !o.series) {
      const others = (owers().get(o.of) ?? []).filter((other) => other !== id).slice(0, MOST_NAMED);
      if (others.length > 0) {
        const names = listed(others.map((other) => `'${other}'`));
        const message = `'${id}' owes what remains of '${o.of}', and does not say after what: give it one series with ${names}.`;
        found.push(fault('text/remaining-after-what', [...top, ...at, 'series'], message, { obligation: id, others }));
      }
    }
    const amounts = [o.amount, o.table, o.byKey].filter((given) => given !== undefined).length;
    if (amounts > 1) {
      const message = `'${id}' says how much in ${amounts} ways: keep one of amount, table and byKey.`;
      found.push(fault('text/several-amounts', [...top, ...at], message, { obligation: id }));
    }
    if (amounts > 0 && o.of === undefined) {
      const message = `'${id}' says how much, and not of what: name the quantity in 'of'.`;
      found.push(fault('text/amount-of-nothing', [...top, ...at, 'of'], message, { obligation: id }));
    }
    if (o.owedBy.value.length === 0) {
      const message = `Nobody owes '${id}': name in 'owedBy' who does.`;
      found.push(fault('text/owed-by-nobody', [...top, ...at, 'owedBy'], message, { obligation: id }));
    }
    for (const key of ['every', 'times', 'perPhase'] as const) {
      if (o[key] === undefined || o.kind === 'recurring') continue;
      const message = `'${id}' says ${key === 'times' ? 'how many times' : 'how often'} it comes round, and is of the kind '${o.kind}': let its kind be 'recurring', or take '${key}' out.`;
      found.push(fault('text/not-recurring', [...top, ...at, key], message, { obligation: id, kind: o.kind }));
    }
    if (o.perPhase === true && (o.every ?? o.times ?? o.phase) !== undefined) {
      const message = `'${id}' comes round once a phase: take out 'every', 'times' and 'phase', which would say otherwise.`;
      found.push(fault('text/several-periods', [...top, ...at, 'perPhase'], message, { obligation: id }));
    }
    if (o.kind === 'recurring' && !o.every && o.perPhase !== true) {
      const message = `'${id}' recurs, and does not say how often: add 'every', or 'perPhase'.`;
      found.push(fault('text/no-period', [...top, ...at, 'every'], message, { obligation: id }));
    }
    if (o.every && daysOf(o.every).least < 1) {
      const message = `'${id}' would recur without end on one day: a period is a day or more.`;
      found.push(fault('text/bad-length', [...top, ...at, 'every'], message, { obligation: id }));
    }
    if (names.isQuantity(id)) {
      const message = `'${id}' is a quantity of the scenario's, and cannot be an obligation too: call it something else.`;
      found.push(fault('text/id-taken', [...top, ...at], message, { obligation: id }));
    }
  }
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
      if (names.isQuantity(path))
        checkAmount(checking(scenario, [...top, 'keys', id, 'totals', path], found), total.value, path, 'value');
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
      named('party', parties, ['definitions', id, 'readings', i, 'party'], party);
    });
  }
  for (const [id, talks] of Object.entries(text.talks)) {
    phase(['talks', id, 'on'], talks.on);
    onlyParties(['talks', id, 'between'], talks.between);
    trigger(['talks', id, 'begin'], talks.begin);
    trigger(['talks', id, 'end'], talks.end);
  }
  for (const [ordinal, clauses] of Object.entries(text.phases)) {
    if (/^[0-9]+$/.test(ordinal)) phase(['phases', ordinal], Number(ordinal));
    else {
      const { most } = scenario.space.phases;
      const message = `There is no phase called '${ordinal}': the phases of a text are named by their figures, from 1 to ${most}.`;
      found.push(fault('text/unknown-phase', [...top, 'phases', ordinal], message, { phase: ordinal, most }));
    }
    trigger(['phases', ordinal, 'begins'], clauses.begins);
    clauses.extensions.forEach((extension, i) => {
      duration(['phases', ordinal, 'extensions', i, 'unit'], extension.unit);
      duration(['phases', ordinal, 'extensions', i, 'cap'], extension.cap);
      if (extension.how === 'pro rata' && !extension.per) {
        const message = `Phase ${ordinal} is extended pro rata, and the text does not say to what: add 'per'.`;
        found.push(
          fault('text/no-proportion', [...top, 'phases', ordinal, 'extensions', i], message, { phase: ordinal }),
        );
      }
      if (extension.per) quantity(['phases', ordinal, 'extensions', i, 'per', 'of'], extension.per.of);
    });
  }
  for (const party of Object.keys(text.approvals)) named('party', parties, ['approvals', party], party);
  return found;
}

/** What a trigger hangs on that cannot come before a deal is in force: the first of it, by its id. */
function withinDeal(text: Text, trigger: Trigger, seen = new Set<string>()): string | undefined {
  for (const part of triggersIn(trigger)) {
    if (part.kind === 'total' && part.of.length > 0) return part.of[0];
    // What names no obligation is refused as unknown.
    if ('obligation' in part && Object.hasOwn(text.obligations, part.obligation)) return part.obligation;
    const event = part.kind === 'day' ? part.from : part.kind === 'event' ? part.event : undefined;
    if (event === undefined || seen.has(event)) continue;
    seen.add(event);
    const own = Object.hasOwn(text.events, event) ? text.events[event] : undefined;
    if (event === START || (!own && /^phase\d+(\.end)?$/.test(event))) return event;
    const within = own?.trigger && withinDeal(text, own.trigger, seen);
    if (within !== undefined) return within;
  }
  return undefined;
}

/** The obligations by which so much of each quantity is owed, by its path. */
function owersByPath({ obligations }: Text): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [id, { of, amount, table, byKey }] of Object.entries(obligations)) {
    if (of === undefined || !(amount ?? table ?? byKey)) continue;
    const known = found.get(of) ?? [];
    known.push(id);
    found.set(of, known);
  }
  return found;
}

/** Ids that name two things at once: of those who act, and of events. */
function takenIds(scenario: Scenario, text: Text, top: Path): readonly Fault[] {
  const taken = (what: string, section: string, id: string, by: string): Fault => {
    const message = `'${id}' is ${by}, and cannot be ${what} of the text too: call it something else.`;
    return fault('text/id-taken', [...top, section, id], message, { id });
  };
  const isParty = (id: string) => Object.hasOwn(scenario.parties, id);
  return [
    ...idsOf(text.bodies).flatMap((id) => (isParty(id) ? [taken('a body', 'bodies', id, 'a party')] : [])),
    ...idsOf(text.others).flatMap((id) => {
      if (isParty(id)) return [taken('one of the others', 'others', id, 'a party')];
      return Object.hasOwn(text.bodies, id) ? [taken('one of the others', 'others', id, 'a body')] : [];
    }),
    ...idsOf(text.events).flatMap((id) =>
      /^phase[0-9]+([.]end)?$/.test(id) ? [taken('an event', 'events', id, 'what a phase is known by')] : [],
    ),
  ];
}

/** What a text may name, by kind. */
function namesIn(scenario: Scenario, text: Text) {
  const phases = Array.from({ length: scenario.space.phases.most }, (_, i) => i + 1);
  const events = [START, ...phases.flatMap((n) => [phaseStart(n), phaseEnd(n)]), ...Object.keys(text.events)];
  const obligations = Object.keys(text.obligations);
  const actors = [...Object.keys(scenario.parties), ...Object.keys(text.bodies), ...Object.keys(text.others)];
  const sets: Readonly<Record<string, ReadonlySet<string>>> = {
    event: new Set(events),
    obligation: new Set(obligations),
    'party or body': new Set(actors),
  };
  return {
    events,
    obligations,
    actors,
    has: (what: string, id: string) => sets[what]?.has(id),
    isQuantity: (path: string) => {
      const [id = '', category] = path.split('/');
      const term = Object.hasOwn(scenario.terms, id) ? scenario.terms[id] : undefined;
      return term?.kind === 'quantity' && (category === undefined || Object.hasOwn(term.categories, category));
    },
  };
}
