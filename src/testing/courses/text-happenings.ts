import { addDays } from '../../base/day.js';
import { heldIn } from '../../base/records.js';
import { settledAmount } from '../../offers/text/own-amount.js';
import type { Scenario } from '../../scenario/scenario.js';
import { fromSteps, inSteps } from '../../terms/decimal.js';
import { pathsOf, quantityAt, splitPath } from '../../terms/term.js';
import type { Happening } from './happening.js';
import { dayToCome, dutiesIn, ofText, partiesTo, type TextInForce } from './text-in-force.js';
import { textTurns } from './text-turns.js';

/** Someone whom no text names. */
const STRANGER = 'a walker';

/** Of what recurs, one of so many first turns is put off by itself. */
const MOST_TURNS = 3;

/** What may happen to the text of a deal that is carried out; none where no offer of the scenario has a text. */
export function textHappenings(scenario: Scenario): readonly Happening[] {
  if (!Object.values(scenario.offers).some(({ text }) => text)) return [];
  const parties = Object.keys(scenario.parties);
  const letGo = (inForce: TextInForce) => {
    const { text, dice } = inForce;
    const obligation = dice.one(dutiesIn(text));
    if (obligation === undefined) return undefined;
    const amount = dice.onceIn(3) ? amountOf(scenario, inForce, obligation) : undefined;
    const { to } = partiesTo(text, obligation);
    return { obligation, by: to, ...(amount !== undefined && { amount }) };
  };
  return [
    ofText('performance.reported', 20, (inForce) => {
      const { text, dice, talks } = inForce;
      const obligation = dice.one(dutiesIn(text));
      if (obligation === undefined) return undefined;
      const observers = [STRANGER, ...parties, ...Object.keys(text.bodies)];
      const observer = dice.onceIn(2) ? dice.one(observers) : undefined;
      const { today } = talks.clock;
      const before = today !== null && dice.onceIn(5) ? addDays(today, -dice.from(1, 5)) : undefined;
      const amount = amountOf(scenario, inForce, obligation);
      return {
        obligation,
        amount,
        ...(dice.onceIn(3) && partsOf(scenario, inForce, obligation, amount)),
        ...(observer !== undefined && { observer }),
        ...(before !== undefined && { on: before }),
      };
    }),
    ofText('performance.waived', 1, letGo),
    ofText('performance.excused', 1, letGo),
    ofText('performance.withheld', 3, ({ text, dice }) => {
      const obligation = dice.one(dutiesIn(text));
      if (obligation === undefined) return undefined;
      return { obligation, ...(dice.onceIn(2) && { by: partiesTo(text, obligation).owedBy }) };
    }),
    ofText('performance.suspended', 4, ({ text, dice }) => {
      const obligation = dice.one(dutiesIn(text));
      return obligation === undefined ? undefined : { obligations: [obligation] };
    }),
    ofText('performance.resumed', 8, ({ run }) => {
      const held = Object.entries(run.duties).filter(([, told]) => told.at(-1)?.what === 'suspended');
      return held.length === 0 ? undefined : { obligations: held.map(([id]) => id) };
    }),
    ofText('performance.postponed', 14, (inForce) => {
      const obligation = inForce.dice.one(dutiesIn(inForce.text));
      const to = dayToCome(inForce, 90);
      if (obligation === undefined || to === undefined) return undefined;
      const { owedBy, to: owedTo } = partiesTo(inForce.text, obligation);
      const isTurn = heldIn(inForce.text.obligations, obligation)?.kind === 'recurring' && !inForce.dice.onceIn(4);
      const turn = isTurn ? { occurrence: inForce.dice.from(1, MOST_TURNS) } : {};
      return { obligation, to, ...turn, by: [...owedBy, ...owedTo] };
    }),
    ...textTurns(scenario),
  ];
}

/** A few steps of what an obligation is an amount of, or acts; now and then all of it. */
function amountOf({ terms }: Scenario, { text, dice }: TextInForce, id: string): number {
  const of = text.obligations[id]?.of;
  const amount = settledAmount(text.obligations[id]);
  if (of === undefined) return dice.onceIn(2) ? 1 : dice.from(0, 5);
  const { step } = quantityAt(terms, of);
  const whole = amount?.wording === 'exactly' ? amount.n : undefined;
  const most = whole === undefined ? 5 : Math.max(5, inSteps(whole, step));
  return whole !== undefined && dice.onceIn(2) ? whole : fromSteps(dice.from(0, most), step);
}

/** How much of it is known to be of one category. */
function partsOf({ terms }: Scenario, { text, dice }: TextInForce, id: string, amount: number) {
  const of = text.obligations[id]?.of;
  const term = of === undefined ? undefined : terms[splitPath(of).term];
  if (of === undefined || term?.kind !== 'quantity') return {};
  const path = dice.one(pathsOf(splitPath(of).term, term));
  return path === undefined
    ? {}
    : { parts: { [path]: fromSteps(dice.from(0, inSteps(amount, term.step)), term.step) } };
}
