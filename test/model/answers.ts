import { assess, type Agreement, type Answer, type Offer } from 'sticking-points';
import { inTalks, own, type Model } from './model.js';
import { may } from './mandates.js';

/** What the talks hold of one offer: whether enough accept it, and what each party leaves to be desired. */
export interface Held {
  readonly answers: Readonly<Record<string, Answer>>;
  /** Of a party: red lines and demands that the offer leaves unmet. */
  readonly unmet: (party: string, rigidity: 'red line' | 'demand') => readonly string[];
}

/** Holds an offer against the positions as they are now, and says who answers what. */
export function held(model: Model, offer: Offer): Held {
  const { positions, options, asOf, declared } = model;
  const scenario = { ...model.scenario, positions };
  const { answers, verdicts } = assess(scenario, offer, asOf === null ? {} : { asOf });
  const answerOf = (party: string): Answer => {
    const said = own(declared, party);
    if (said) return said.answer;
    const { declared: report, byAuthorship, byScore, byPosition } = answers[party] ?? {};
    if (report && !report.despite) return report.answer;
    // What was answered stands; else who may only hear and ask gives no answer.
    if (!may(model, party, 'negotiate')) return 'undecided';
    const waits = options.answers === 'declared';
    if (byAuthorship && !waits) return 'accepts';
    if (waits || !byPosition) return 'undecided';
    return byPosition.answer === 'rejects' ? 'rejects' : (byScore ?? byPosition).answer;
  };
  return {
    answers: Object.fromEntries(Object.keys(scenario.parties).map((party) => [party, answerOf(party)])),
    unmet: (party, rigidity) =>
      verdicts
        .filter((v) => v.party === party && v.verdict === 'unmet' && v.rigidity.value === rigidity)
        .map((v) => v.position),
  };
}

/** How much a party's acceptance counts. */
function weightOf(rule: Agreement, party: string): number {
  if (!rule.of.includes(party)) return 0;
  return rule.rule === 'weights' ? (own(rule.weights, party) ?? 0) : 1;
}

/** Whether those who accept make an agreement. */
export function isEnough(rule: Agreement, accepts: (party: string) => boolean): boolean {
  if (rule.rule === 'unanimity') return rule.of.every(accepts);
  const sum = rule.of.filter(accepts).reduce((total, party) => total + weightOf(rule, party), 0);
  return sum >= rule.needed && rule.vetoes.every(accepts);
}

/** The state of talks by what lies on the table. */
export function stateOfTable(model: Model): string {
  const offer = model.table === null ? undefined : own(model.offers, model.table);
  if (!offer) return 'talks.open';
  const { answers } = held(model, offer);
  const rule = model.scenario.agreement;
  if (isEnough(rule, (party) => answers[party] === 'accepts')) return 'talks.agreedInPrinciple';
  // Blocked: not even if all who have not rejected were to accept.
  return isEnough(rule, (party) => answers[party] !== 'rejects') ? 'talks.considering' : 'talks.blocked';
}

/**
 * Whether what lies on the table is agreed, and those who may bind their sides are enough: who accepts and may not is not
 * counted, nor in the way.
 */
export function canBeConcluded(model: Model): boolean {
  const offer = model.table === null ? undefined : own(model.offers, model.table);
  if (!offer || stateOfTable(model) !== 'talks.agreedInPrinciple') return false;
  const { answers } = held(model, offer);
  return isEnough(model.scenario.agreement, (party) => answers[party] === 'accepts' && may(model, party, 'conclude'));
}

/** Talks about what lies on the table, judged anew; while a deal is carried out, nothing else depends on that. */
export function judged(model: Model): Model {
  return inTalks(model) ? { ...model, state: stateOfTable(model) } : model;
}
