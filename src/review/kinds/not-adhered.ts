import { listed } from '../../base/list.js';
import type { Adherence, Text } from '../../offers/text/text.js';
import { actorLabel } from '../../obligations/actor-label.js';
import { duty, nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';

const BINDS: readonly (Adherence | undefined)[] = ['signs', 'adheres'];

/**
 * A duty laid on someone who has not taken it on: a party that neither signs nor adheres to the instrument it stands in,
 * nor to one that incorporates it; a body of whose members none does; or someone whom the text only names.
 */
export function find(subject: Subject): readonly Found[] {
  const { text, scenario } = subject;
  const bound = boundBy(text);
  const several = Object.keys(text.instruments);
  const concluding = new Set(scenario.agreement.of);
  return Object.entries(text.obligations).flatMap(([id, { owedBy, instrument, strength }]) => {
    if (strength === 'may') return [];
    return owedBy.value.flatMap((actor): readonly Found[] => {
      const isParty = Object.hasOwn(scenario.parties, actor);
      const isBody = Object.hasOwn(text.bodies, actor);
      const of = instrument === undefined ? several : [instrument];
      const isBound = (one: string) =>
        several.length === 0 ? concluding.has(one) : of.some((id) => bound.get(id)?.has(one));
      const seated = isBody ? seatedOn(text, actor) : [];
      if (isBody ? seated.length === 0 || seated.some(isBound) : isParty && isBound(actor)) return [];
      const [name, who] = [nameOf(subject, duty(id)), actorLabel(subject, actor)];
      const words = isParty
        ? 'Let it sign or adhere, or let a party undertake to bring it about.'
        : isBody
          ? 'Let someone who has taken it on sit on it, or let a party undertake to bring it about.'
          : 'Let a party undertake to bring it about.';
      const where =
        of.length === 0
          ? 'this text'
          : listed(
              of.map((one) => nameOf(subject, `instruments.${one}`)),
              'or',
            );
      const why = isBody
        ? several.length === 0
          ? 'of whose members none is among those whose agreement makes the deal'
          : `of whose members none signs or adheres to ${where}`
        : !isParty
          ? 'whom the text names and who is no party to it'
          : several.length === 0
            ? 'which is not among those whose agreement makes the deal'
            : `which neither signs nor adheres to ${where}`;
      const [first] = of;
      const patches =
        isParty && first !== undefined ? [textPatch(['instruments', first, 'parties', actor], 'adheres')] : [];
      return [
        {
          severity: 'unclear',
          clauses: [duty(id)],
          message: `${name} lays a duty on ${who}, ${why}. ${words}`,
          mend: { words, ...(patches.length > 0 && { patches }) },
          facts: { actor, instruments: of },
        },
      ];
    });
  });
}

/** Who sits on a body in the end, where other bodies do: no body is among them. */
function seatedOn({ bodies }: Text, body: string): readonly string[] {
  const seen = new Set([body]);
  for (const one of seen) for (const member of bodies[one]?.members ?? []) seen.add(member);
  return [...seen].filter((one) => !Object.hasOwn(bodies, one));
}

/** For each instrument, who is bound by it: who signs or adheres to it, or to one of which it is a part. */
function boundBy({ instruments }: Text): ReadonlyMap<string, ReadonlySet<string>> {
  const bound = new Map<string, Set<string>>();
  for (const [id, { parties }] of Object.entries(instruments)) {
    const own = Object.keys(parties).filter((party) => BINDS.includes(parties[party]));
    const waiting = [id];
    const seen = new Set(waiting);
    for (const part of waiting) {
      const known = bound.get(part) ?? new Set();
      for (const party of own) known.add(party);
      bound.set(part, known);
      for (const next of instruments[part]?.incorporates ?? []) if (seen.size < seen.add(next).size) waiting.push(next);
    }
  }
  return bound;
}
