import { fault, type Fault, type Path } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import { unknownId } from '../positions/checks.js';
import type { Scenario } from './scenario.js';

/** Every id in the process that names nothing, and whatever in it could never happen. */
export function processFaults({ process, parties }: Scenario): readonly Fault[] {
  const found: Fault[] = [];
  const known = (what: string, records: object, path: Path, id: string | undefined) => {
    if (id === undefined || Object.hasOwn(records, id)) return;
    found.push(unknownId(what, `scenario/unknown-${what}`, path, id, idsOf(records)));
  };
  const { preconditions, rounds, ratification, deadlines } = process;
  for (const [id, precondition] of Object.entries(preconditions)) {
    const path = ['process', 'preconditions', id];
    known('party', parties, [...path, 'party'], precondition.party);
    const { jointly } = precondition;
    if (!jointly) continue;
    jointly.forEach((part, i) => {
      known('precondition', preconditions, [...path, 'jointly', i], part);
    });
    const nested = jointly.filter((part) => Object.hasOwn(preconditions, part) && preconditions[part]?.jointly);
    if (jointly.length === 0 || nested.length > 0) {
      const message =
        jointly.length === 0
          ? `The joint precondition '${id}' is made up of nothing: name its parts, or leave \`jointly\` out.`
          : `The joint precondition '${id}' holds another joint one, '${nested[0] ?? ''}': name the parts of that instead.`;
      found.push(fault('process/joint', [...path, 'jointly'], message, { id, nested }));
    }
  }
  for (const [id, round] of Object.entries(rounds)) {
    const path = ['process', 'rounds', id];
    round.needs.forEach((need, i) => {
      known('precondition', preconditions, [...path, 'needs', i], need);
    });
    round.participants.value.forEach((party, i) => {
      known('party', parties, [...path, 'participants', i], party);
    });
    for (const party of Object.keys(round.mandates)) known('party', parties, [...path, 'mandates', party], party);
  }
  const steps = new Set<string>();
  ratification.forEach((step, i) => {
    const path = ['process', 'ratification', i];
    if (steps.has(step.id)) {
      const message = `Two steps of ratification are called '${step.id}': give each an id of its own.`;
      found.push(fault('process/step-twice', [...path, 'id'], message, { id: step.id }));
    }
    steps.add(step.id);
    if (step.otherwise !== undefined) {
      const ids = Object.fromEntries(ratification.map(({ id }) => [id, id]));
      known('step', ids, [...path, 'otherwise'], step.otherwise);
      // A second way comes after what it is for, so that no chain leads round.
      if (ratification.findIndex(({ id }) => id === step.otherwise) <= i && Object.hasOwn(ids, step.otherwise)) {
        const message = `'${step.otherwise}' cannot be a second way of '${step.id}', which it comes before: list it after.`;
        found.push(
          fault('process/second-way', [...path, 'otherwise'], message, { id: step.id, otherwise: step.otherwise }),
        );
      }
    }
    if (step.rule.kind === 'bodies') {
      const { needed, of, rules = {} } = step.rule;
      const twice = of.filter((body, at) => of.indexOf(body) < at);
      if (twice.length > 0 || needed > of.length) {
        const message =
          twice.length > 0
            ? `'${step.id}' names '${twice[0] ?? ''}' twice: each body decides once.`
            : `'${step.id}' cannot need the approval of ${needed} bodies out of ${of.length}: lower the one, or name more.`;
        found.push(fault('process/impossible-quota', [...path, 'rule'], message, { id: step.id, needed, of, twice }));
      }
      for (const [body, own] of Object.entries(rules)) {
        const at = [...path, 'rule', 'rules', body];
        known('body', Object.fromEntries(of.map((one) => [one, one])), at, body);
        if (own.kind !== 'quota' || own.needed <= own.of) continue;
        const message = `'${body}' cannot need ${own.needed} votes of ${own.of} in '${step.id}': lower the one, or raise the other.`;
        const facts = { id: step.id, body, needed: own.needed, of: own.of };
        found.push(fault('process/impossible-quota', at, message, facts));
      }
    }
    if (step.rule.kind === 'quota' && step.rule.needed > step.rule.of) {
      const { needed, of } = step.rule;
      const message = `'${step.id}' cannot need ${needed} votes of ${of}: lower the one, or raise the other.`;
      found.push(fault('process/impossible-quota', [...path, 'rule'], message, { id: step.id, needed, of }));
    }
  });
  for (const [id, deadline] of Object.entries(deadlines)) {
    known('party', parties, ['process', 'deadlines', id, 'party'], deadline.party);
  }
  return found;
}
