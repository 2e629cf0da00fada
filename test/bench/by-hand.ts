import { readingsOf, type Amount, type Field, type Length, type Offer, type Value } from 'sticking-points';

/** What one reading of a position comes to, as the hand-written function gives it. */
export interface ByHand {
  readonly position: string;
  readonly verdict: 'met' | 'unmet' | 'open';
  /** Of each comparison; an end that is not known is left out. */
  readonly slack: readonly { readonly least?: number; readonly most?: number }[];
}

interface Ends {
  least: number;
  most: number;
}

const PHASES = 3;

/**
 * The positions of the harbour held against an offer, as one would write it for them alone: it reads the same record,
 * reckons with intervals, and knows which term each position turns on.
 */
export function heldByHand(offer: Offer): readonly ByHand[] {
  const jobs = quantity(offer, 'jobs', 1);
  const crane = quantity(offer, 'jobs/crane', 1);
  const office = quantity(offer, 'jobs/office', 1);
  const yard = quantity(offer, 'jobs/yard', 1);
  const craneFirst = crane.phases[0]!;
  const craneMost = jobs.phases[0]!.most - office.phases[0]!.least - yard.phases[0]!.least;
  const craneLeast = jobs.phases[0]!.least - office.phases[0]!.most - yard.phases[0]!.most;
  const cuts = quantity(offer, 'cuts', 1);
  const pay = said(offer.terms['pay'], 0.5);
  const lengths = lengthsIn(offer);
  const firstCuts = cuts.phases[0]!;
  const twoCuts = { least: 0, most: 0 };
  for (const phase of cuts.phases.slice(0, 2)) {
    twoCuts.least += phase.least;
    twoCuts.most += phase.most;
  }
  twoCuts.most = Math.min(twoCuts.most, cuts.total.most - cuts.phases[2]!.least);
  return [
    atLeast('keepJobs', jobs.total, 320),
    atLeast(
      'craneJobs',
      { least: Math.max(craneFirst.least, craneLeast), most: Math.min(craneFirst.most, craneMost) },
      60,
    ),
    together('raise', atLeast('raise', pay, 4.5), moreThan('raise', pay, 5, 0.5)),
    atMost('fewCuts', twoCuts, 40),
    flag('poolFirst', offer.terms['pool'], true),
    options('award', offer.terms['disputes'], ['advice', 'binding']),
    atMost('payCap', pay, 5),
    atLeast('someCuts', firstCuts, 30),
    options('noFixed', offer.terms['rosters'], ['rotating', 'free']),
    flag('peace', offer.phases[0]?.terms['strikes'], false),
    atMost('quickStart', lengths.first, 56),
    atLeast('lasting', lengths.total, 182),
  ];
}

function atLeast(position: string, { least, most }: Ends, line: number): ByHand {
  const verdict = least >= line ? 'met' : most < line ? 'unmet' : 'open';
  return { position, verdict, slack: [slackFrom(least - line, most - line)] };
}

function moreThan(position: string, { least, most }: Ends, line: number, step: number): ByHand {
  const verdict = least >= line + step ? 'met' : most < line + step ? 'unmet' : 'open';
  return { position, verdict, slack: [slackFrom(least - line, most - line)] };
}

function atMost(position: string, { least, most }: Ends, line: number): ByHand {
  const verdict = most <= line ? 'met' : least > line ? 'unmet' : 'open';
  return { position, verdict, slack: [slackFrom(line - most, line - least)] };
}

function slackFrom(least: number, most: number): { least?: number; most?: number } {
  const slack: { least?: number; most?: number } = {};
  if (least !== -Infinity) slack.least = least;
  if (most !== Infinity) slack.most = most;
  return slack;
}

/** Two readings of one position: it is met or unmet only if it is so in both. */
function together(position: string, a: ByHand, b: ByHand): ByHand {
  return { position, verdict: a.verdict === b.verdict ? a.verdict : 'open', slack: [...a.slack, ...b.slack] };
}

function flag(position: string, field: Field<Value> | undefined, wanted: boolean): ByHand {
  const values = field ? readingsOf(field).map((r) => r.value) : [];
  const sure = values.length > 0 && values.every((v) => typeof v === 'boolean');
  const verdict = !sure
    ? 'open'
    : values.every((v) => v === wanted)
      ? 'met'
      : values.includes(wanted)
        ? 'open'
        : 'unmet';
  return { position, verdict, slack: [] };
}

function options(position: string, field: Field<Value> | undefined, wanted: readonly string[]): ByHand {
  let [inside, outside] = [false, false];
  for (const { value } of field ? readingsOf(field) : []) {
    if (typeof value === 'object' && 'oneOf' in value) {
      for (const option of value.oneOf) {
        if (wanted.includes(option)) inside = true;
        else outside = true;
      }
    } else {
      inside = true;
      outside = true;
    }
  }
  return { position, verdict: inside && !outside ? 'met' : outside && !inside ? 'unmet' : 'open', slack: [] };
}

/** A quantity of each phase: total and phases narrow each other. */
function quantity(
  offer: Offer,
  path: string,
  step: number,
): { readonly total: Ends; readonly phases: readonly Ends[] } {
  const phases: Ends[] = [];
  for (let i = 0; i < PHASES; i++) phases.push(said(offer.phases[i]?.terms[path], step));
  const total = said(offer.terms[path], step);
  narrow(total, phases);
  return { total, phases };
}

function lengthsIn(offer: Offer): { readonly first: Ends; readonly total: Ends } {
  const phases: Ends[] = [];
  for (let i = 0; i < PHASES; i++) phases.push(lasting(offer.phases[i]?.length));
  const total = lasting(offer.length);
  narrow(total, phases);
  return { first: phases[0]!, total };
}

function narrow(total: Ends, phases: readonly Ends[]): void {
  let [least, most] = [0, 0];
  for (const phase of phases) {
    least += phase.least;
    most += phase.most;
  }
  total.least = Math.max(total.least, least);
  total.most = Math.min(total.most, most);
  for (const phase of phases) {
    if (total.most !== Infinity) phase.most = Math.min(phase.most, total.most - (least - phase.least));
    if (most !== Infinity) phase.least = Math.max(phase.least, total.least - (most - phase.most));
  }
}

/** What an offer says of a figure: from the least to the most of its readings; anything from nothing where it is silent. */
function said(field: Field<Value> | undefined, step: number): Ends {
  let [least, most] = [Infinity, -Infinity];
  for (const { value } of field ? readingsOf(field) : []) {
    if (typeof value !== 'object' || !('wording' in value)) return { least: 0, most: Infinity };
    const ends = endsOf(value, step);
    least = Math.min(least, ends.least);
    most = Math.max(most, ends.most);
  }
  return least > most ? { least: 0, most: Infinity } : { least, most };
}

function lasting(field: Field<Length> | undefined): Ends {
  let [least, most] = [Infinity, -Infinity];
  for (const { value } of field ? readingsOf(field) : []) {
    const ends = endsOf(value.length, 1);
    least = Math.min(least, inDays(ends.least, value.unit, 'least'));
    most = Math.max(most, inDays(ends.most, value.unit, 'most'));
  }
  return least > most ? { least: 0, most: Infinity } : { least, most };
}

function inDays(n: number, unit: Length['unit'], end: 'least' | 'most'): number {
  if (unit === 'days') return n;
  if (unit === 'weeks') return 7 * n;
  const days = { least: [0, 28, 59, 89], most: [0, 31, 62, 92] }[end][n];
  return days ?? (end === 'least' ? Math.floor(30.3 * n) : Math.ceil(30.6 * n));
}

function endsOf(amount: Amount, step: number): Ends {
  switch (amount.wording) {
    case 'exactly':
      return { least: amount.n, most: amount.n };
    case 'about': {
      const give = amount.give?.n ?? 0;
      return { least: amount.n - give, most: amount.n + give };
    }
    case 'between':
      return { least: amount.from, most: amount.to };
    case 'at least':
      return { least: amount.n, most: Infinity };
    case 'more than':
      return { least: amount.n + step, most: Infinity };
    case 'at most':
    case 'up to':
      return { least: 0, most: amount.n };
    case 'less than':
      return { least: 0, most: amount.n - step };
    case 'some':
      return { least: step, most: Infinity };
    case 'all':
    case 'remaining':
    case 'half of':
    case 'share of':
      return { least: 0, most: Infinity };
  }
}
