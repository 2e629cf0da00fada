import { fault, type Fault } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import { listed, unique } from '../base/list.js';
import { foundAgainst, isFound } from '../obligations/breaches.js';
import type { Delivery } from '../obligations/delivery.js';
import { instrumentWithParts, suspendedUnder, suspendedWith } from '../obligations/instruments.js';
import { reportsOf, type DutyReport } from '../obligations/text-run.js';
import type { InstrumentResumed, InstrumentSuspended } from '../scenario/events/breach.js';
import { unknownDuty, unknownIn } from './unknown-in-text.js';

function unknownInstrument({ text }: Pick<Delivery, 'text'>, id: string): readonly Fault[] {
  if (Object.hasOwn(text.instruments, id)) return [];
  return [unknownIn('instrument', 'instrument', ['instrument'], id, idsOf(text.instruments))];
}

/** A breach is no ground while it is only alleged, or once it is cured; nor for whoever owed what was not kept. */
export function againstSuspending(delivery: Delivery, event: InstrumentSuspended): readonly Fault[] {
  const { text, run } = delivery;
  const { instrument: id, obligation, by } = event;
  const unknown = [...unknownInstrument(delivery, id), ...unknownDuty(delivery, obligation)];
  if (unknown.length > 0) return unknown;
  const duty = text.obligations[obligation];
  const of = duty?.instrument;
  if (of === undefined || !instrumentWithParts(text, id).has(of)) {
    const message = `'${obligation}' is no undertaking of '${id}': name the instrument that it stands in.`;
    return [fault('talks/another-instrument', ['obligation'], message, { instrument: id, obligation })];
  }
  if (!isFound(run, obligation)) {
    const message = `No body has found '${obligation}' not kept, or it has been cured since: what is alleged is no ground yet.`;
    return [fault('talks/no-ground', ['obligation'], message, { obligation })];
  }
  const found: Fault[] = [];
  const breakers = foundAgainst(delivery, obligation);
  const own = by.filter((party) => breakers.includes(party));
  if (own.length > 0) {
    const message = `${listed(own.map((party) => `'${party}'`))} cannot invoke what they themselves did not keep.`;
    found.push(fault('talks/own-breach', ['by'], message, { obligation, parties: own }));
  }
  const parties = text.instruments[id]?.parties ?? {};
  const bound = (party: string) => parties[party] === 'signs' || parties[party] === 'adheres';
  const strangers = Object.keys(parties).length === 0 ? [] : by.filter((party) => !bound(party));
  if (strangers.length > 0) {
    const message = `${listed(strangers.map((party) => `'${party}'`))} neither signed '${id}' nor adhered to it.`;
    found.push(fault('talks/no-party-to-it', ['by'], message, { instrument: id, parties: strangers }));
  }
  if (found.length > 0 || suspendedWith(delivery, event).length > 0) return found;
  const message = `Nothing of '${id}' between those who invoke it and those who did not keep '${obligation}' is left to be suspended.`;
  return [fault('talks/nothing-owed', ['instrument'], message, { instrument: id, obligation })];
}

/** What stands against what was suspended with an instrument going on: nothing is, or none of those say so who invoked it. */
export function againstResuming(delivery: Delivery, { instrument, by = [] }: InstrumentResumed): readonly Fault[] {
  const unknown = unknownInstrument(delivery, instrument);
  if (unknown.length > 0) return unknown;
  const suspended = suspendedUnder(delivery, instrument);
  if (suspended.length === 0) {
    const message = `Nothing is suspended with '${instrument}' that could go on.`;
    return [fault('talks/so-already', ['instrument'], message, { instrument })];
  }
  const invokedBy = unique(suspended.flatMap((id) => lastSuspension(delivery.run, id)?.by ?? []));
  if (by.length === 0 || by.some((party) => invokedBy.includes(party))) return [];
  const message = `'${instrument}' was suspended by ${listed(invokedBy)}, and goes on by their word: name one of them in 'by', or nobody where it is not known who said so.`;
  return [fault('talks/not-invoked-by-them', ['by'], message, { instrument, by, invokedBy })];
}

function lastSuspension(run: Delivery['run'], id: string): DutyReport | undefined {
  return reportsOf(run, id).findLast(({ what }) => what === 'suspended');
}
