import { capital } from '../../base/capital.js';
import { listed, ordinal } from '../../base/list.js';
import { sayScope } from '../../terms/scope.js';
import { choiceAt, termLabel } from '../../terms/term.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { Ground, Proof, ProvedEnd, Where } from '../proof.js';
import { choicePlaces, NO_PHASE, optionsAtAll, optionsLeft, type ChoicePlace } from './options-left.js';
import { Speaker, type SayOptions } from './speaker.js';
import { waySaid } from './way-said.js';

/**
 * Says why no offer meets some positions together, in sentences that could be read aloud: which figures cross, in the unit
 * of their term; of a choice, which options each position leaves.
 *
 * @param proof - as a conflict has it, found with the same `asOf` and `readings`
 * @example
 * const { conflicts } = await findConflicts(fishingQuota());
 * conflicts.map(({ proof }) => sayProof(fishingQuota(), proof));
 * // ['Catch caught would have to be at least 70 tonnes for “catch caught: at least 70 tonnes” (South), and at most 60 tonnes…']
 */
export function sayProof(scenario: Scenario, proof: Proof, options: SayOptions = {}): string {
  return proofSaid(new Speaker(scenario, options), proof);
}

/** The same, by one who speaks of more besides. */
export function proofSaid(speaker: Speaker, proof: Proof): string {
  switch (proof.kind) {
    case 'crossing': {
      const grounds = merged(proof.atLeast.from, proof.atMost.from);
      return optionsSaid(speaker, grounds) ?? crossingSaid(speaker, proof, grounds);
    }
    case 'none left':
      return (
        optionsSaid(speaker, merged(proof.from, proof.for)) ?? togetherSaid(speaker, merged(proof.from, proof.for))
      );
    case 'cases': {
      const cases = proof.cases.map(
        ({ where, proof: so }, i) => `(${i + 1}) ${whereSaid(speaker, where)}: ${proofSaid(speaker, so)}`,
      );
      return `There are ${cases.length} cases, and no offer in any of them. ${cases.join(' ')}`;
    }
    case 'searched':
      return 'More cases than anybody would read aloud were told apart, and there is no offer in any of them.';
  }
}

function crossingSaid(
  speaker: Speaker,
  { of, atLeast, atMost }: Extract<Proof, { kind: 'crossing' }>,
  grounds: readonly Ground[],
): string {
  const variable = speaker.variables.get(of);
  // What needs more than a position for each end is followed more easily from what each position asks.
  const asked = grounds.length > 2 || atLeast.from.length > 1 || atMost.from.length > 1;
  const before = asked ? `${askedSaid(speaker, grounds)} ` : '';
  const from = (end: ProvedEnd) => `for ${fromSaid(speaker, end.from)}`;
  switch (variable?.kind) {
    case 'figure': {
      const [low, high] = [variable.figure(atLeast.figure), variable.figure(atMost.figure)];
      return `${before}${capital(variable.label)} would have to be at least ${low} ${from(atLeast)}, and at most ${high} ${from(atMost)}.`;
    }
    case 'so':
      return `${before}${capital(variable.label)} would have to be part of the deal ${from(atLeast)}, and no part of it ${from(atMost)}.`;
    case 'option': {
      const choice = `${termLabel(speaker.scenario.terms, variable.term)}${sayScope(variable.phase)}`;
      return `${before}Of ${choice}, “${variable.label}” would have to be chosen ${from(atLeast)}, and not chosen ${from(atMost)}.`;
    }
    case undefined:
      return togetherSaid(speaker, grounds);
  }
}

/** What each leaves of the options of a choice, where nothing is left to all of them; of the first such choice. */
function optionsSaid(speaker: Speaker, grounds: readonly Ground[]): string | undefined {
  const { scenario } = speaker;
  for (const place of choicePlaces(scenario)) {
    const each = grounds.flatMap((ground) => {
      const formula = speaker.formula(ground);
      const left = formula && optionsLeft(scenario, formula, place);
      return left && left.size < optionsAtAll(scenario, place) ? [{ ground, left }] : [];
    });
    const [first, ...others] = each;
    if (!first || [...first.left].some((option) => others.every(({ left }) => left.has(option)))) continue;
    const leaves = each.map(({ ground, left }) => `${speaker.ground(ground)} leaves ${leftSaid(speaker, place, left)}`);
    const choice = `${termLabel(scenario.terms, place.term)}${sayScope(place.phase)}`;
    const close = each.length > 1 ? '; none is left to all of them' : '';
    return `Of the options of ${choice.startsWith('“') ? choice : `“${choice}”`}, ${leaves.join('; ')}${close}.`;
  }
  return undefined;
}

function leftSaid({ scenario }: Speaker, { term, phase }: ChoicePlace, left: ReadonlySet<unknown>): string {
  const { options } = choiceAt(scenario.terms, term);
  const said = Object.entries(options).flatMap(([id, label]) => (left.has(id) ? [`“${label}”`] : []));
  if (left.has(NO_PHASE)) said.push(`that there is no phase ${phase ?? ''}`);
  return said.length > 0 ? listed(said, 'or') : 'none';
}

function togetherSaid(speaker: Speaker, grounds: readonly Ground[]): string {
  return `${askedSaid(speaker, grounds)} No offer has ${grounds.length === 1 ? 'that' : 'all of that'}.`;
}

function askedSaid(speaker: Speaker, grounds: readonly Ground[]): string {
  return grounds
    .map(
      (ground) =>
        `${capital(speaker.ground(ground))} ${'claim' in ground ? 'asks' : 'says'}: ${speaker.asked(ground)}.`,
    )
    .join(' ');
}

function whereSaid(speaker: Speaker, where: Where): string {
  if ('of' in where) {
    const way = waySaid(speaker.variables, where.asks);
    const asks = way === undefined ? '' : `, ${way}`;
    return `by the ${ordinal(where.part)} of ${where.parts} ways to meet ${speaker.ground(where.of)}${asks}`;
  }
  const { unknown, least, most } = where;
  const variable = speaker.variables.get(unknown);
  if (variable?.kind === 'figure') {
    const range =
      least === most ? variable.figure(least) : `from ${variable.figure(least)} to ${variable.figure(most)}`;
    return `with ${variable.label} ${range}`;
  }
  const what = variable ? `“${variable.label}”` : unknown;
  return least > 0 ? `with ${what}` : most < 1 ? `without ${what}` : `with ${what} or without`;
}

function fromSaid(speaker: Speaker, from: readonly Ground[]): string {
  return from.length > 0 ? listed(from.map((ground) => speaker.ground(ground))) : 'the offer space itself';
}

function merged(a: readonly Ground[], b: readonly Ground[]): readonly Ground[] {
  const seen = new Set<string>();
  return [...a, ...b].filter((ground) => {
    const key = JSON.stringify(ground);
    return seen.size !== seen.add(key).size;
  });
}
