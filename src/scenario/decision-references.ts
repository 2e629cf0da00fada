import { fault, type Fault, type Path } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import { listed, repeated } from '../base/list.js';
import { checking, checkQuantity, checkTerm, unknownId } from '../positions/checks.js';
import { checkScope } from '../positions/checks.js';
import { weightIn } from './agreement.js';
import type { Scenario } from './scenario.js';
import type { ScorePart } from './score.js';

/** Parties in the rule of agreement and in scores that are none, and rules by which nothing could ever be agreed. */
export function decisionFaults(scenario: Scenario): readonly Fault[] {
  const found: Fault[] = [];
  const party = (path: Path, id: string) => {
    if (Object.hasOwn(scenario.parties, id)) return;
    found.push(unknownId('party', 'scenario/unknown-party', path, id, idsOf(scenario.parties)));
  };
  const { agreement } = scenario;
  const voting = new Set(agreement.of);
  const voters = agreement.rule === 'weights' ? 'weights' : 'of';
  agreement.of.forEach((id, i) => {
    party(['agreement', voters, agreement.rule === 'weights' ? id : i], id);
  });
  if (agreement.of.length === 0) {
    const message = 'An agreement needs at least one party that must accept it.';
    found.push(fault('scenario/nobody-decides', ['agreement', voters], message));
  }
  if (agreement.rule !== 'unanimity') {
    agreement.vetoes.forEach((id, i) => {
      party(['agreement', 'vetoes', i], id);
      if (voting.has(id) || !Object.hasOwn(scenario.parties, id)) return;
      const message = `'${id}' has a veto and no part in the agreement: name it among those who decide, if only with a weight of 0.`;
      found.push(fault('scenario/veto-without-part', ['agreement', 'vetoes', i], message, { id }));
    });
    const all =
      agreement.rule === 'quota' ? voting.size : [...voting].reduce((sum, id) => sum + weightIn(agreement, id), 0);
    if (agreement.needed > all || agreement.needed < 1) {
      const message = `An agreement cannot need ${agreement.needed}: all together come to ${all}. Choose 1 to ${all}.`;
      found.push(
        fault('scenario/impossible-quota', ['agreement', 'needed'], message, { needed: agreement.needed, all }),
      );
    }
  }
  if (voting.size < agreement.of.length) {
    const twice = repeated(agreement.of);
    const message = `${listed(twice)} would count twice: name each party once.`;
    found.push(fault('scenario/counted-twice', ['agreement', voters], message, { parties: twice }));
  }
  for (const [id, score] of Object.entries(scenario.scores)) {
    party(['scores', id], id);
    score.parts.forEach((part, i) => found.push(...partFaults(scenario, part, ['scores', id, 'parts', i])));
  }
  return found;
}

function partFaults(scenario: Scenario, part: ScorePart, path: Path): readonly Fault[] {
  const found: Fault[] = [];
  const where = checking(scenario, path, found);
  if ('points' in part) {
    checkQuantity(where, part.of, part.in);
    const figures = part.points.map((p) => p.at);
    if (figures.some((at, i) => i > 0 && at <= (figures[i - 1] ?? at))) {
      const message = `The points of '${part.of}' need figures that ascend: they are ${listed(figures.map(String))}.`;
      found.push(fault('scenario/points-not-ascending', [...path, 'points'], message, { of: part.of, figures }));
    }
    return found;
  }
  const known = Object.hasOwn(scenario.terms, part.of) ? scenario.terms[part.of] : undefined;
  const term = checkTerm(where, part.of, known?.kind === 'flag' ? 'flag' : 'choice');
  if (!term) return found;
  checkScope(where, part.of, term, part.in, false);
  const options = term.kind === 'choice' ? idsOf(term.options) : ['yes', 'no'];
  const among = new Set(options);
  for (const option of Object.keys(part.table)) {
    if (among.has(option)) continue;
    found.push(
      unknownId(`option of '${part.of}'`, 'scenario/unknown-option', [...path, 'table', option], option, options),
    );
  }
  const missing = options.filter((option) => !Object.hasOwn(part.table, option));
  if (missing.length > 0) {
    const message = `What ${listed(missing)} of '${part.of}' is worth is missing: give every option a figure.`;
    found.push(fault('scenario/worth-missing', [...path, 'table'], message, { of: part.of, missing }));
  }
  return found;
}
