import { figure, listed, unique } from '../../base/list.js';
import { shareIn } from '../../terms/amount.js';
import { mayMeet } from '../../terms/categories.js';
import { MOST_DECIMALS, scaled, unscaled } from '../../terms/decimal.js';
import { quantityAt, splitPath, termLabel, unitFor } from '../../terms/term.js';
import { settledAmount } from '../../offers/text/own-amount.js';
import type { Obligation } from '../../offers/text/obligation.js';
import { isEndless } from '../../obligations/endless.js';
import { hasAmount } from '../../obligations/adding-up.js';
import { circlesIn } from '../circles.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** Slack for figures that only binary fractions keep apart. */
const NOISE = 1e-9;

type Owed = readonly (readonly [string, Obligation])[];

/**
 * Less owed of a quantity than the deal gives of it for certain, where the text lays some of it out: who owes the rest, and
 * when, it does not say. Whatever may be done of it counts, however weak the clause; where that is open, or owed by a share or a
 * key, nothing is found.
 */
export function find(subject: Subject): readonly Found[] {
  const duties = Object.entries(subject.text.obligations);
  const paths = new Set(duties.flatMap(([id, { of }]) => (of !== undefined && isOwed(subject, id) ? [of] : [])));
  return [...paths].flatMap((path): readonly Found[] => {
    const meeting = duties.filter(([, { of }]) => of !== undefined && mayBeOf(subject, of, path));
    if (meeting.some(([, obligation]) => !isSettled(obligation))) return [];
    const inAll = lessThanGiven(subject, path, meeting);
    return inAll.length > 0 ? inAll : inPhases(subject, path, meeting);
  });
}

/** Whether an obligation owes any of its quantity for certain. */
function isOwed({ text, giving }: Subject, id: string): boolean {
  const { strength, kind } = text.obligations[id] ?? {};
  return strength === 'shall' && (kind === 'once' || kind === 'recurring') && giving.least(id) > 0;
}

/** Whether what is done of one quantity may be done of another: a part of it, or the whole of which it is one. */
function mayBeOf({ scenario }: Subject, one: string, other: string): boolean {
  return splitPath(one).term === splitPath(other).term && mayMeet(quantityAt(scenario.terms, one), one, other);
}

/**
 * Whether an obligation says in a figure of its own how much of its quantity it gives. What owes a share says itself that it is
 * a part, and of what; what is held, or left undone, gives none of it.
 */
function isSettled(obligation: Obligation): boolean {
  const { kind, byKey } = obligation;
  const amount = settledAmount(obligation);
  const isShare = amount !== undefined && shareIn(amount) !== undefined;
  return (kind === 'once' || kind === 'recurring') && !byKey && !isShare && hasAmount(obligation);
}

/** What is to be done of a quantity phase by phase, where all of it is to be done in some phase. */
function inPhases(subject: Subject, path: string, owed: Owed): readonly Found[] {
  const { scope } = quantityAt(subject.scenario.terms, path);
  if (scope !== 'phase' || owed.some(([, { phase, perPhase }]) => phase === undefined || perPhase === true)) return [];
  const phases = new Set(owed.flatMap(([id, { phase }]) => (isOwed(subject, id) ? (phase ?? []) : [])));
  return [...phases].flatMap((n) =>
    lessThanGiven(
      subject,
      path,
      owed.filter(([, { phase }]) => phase === n),
      n,
    ),
  );
}

function lessThanGiven(subject: Subject, path: string, owed: Owed, phase?: number): readonly Found[] {
  const { owing, scenario } = subject;
  const { least, most: given } = owing.bases.quantity(path, phase);
  const most = mostOf(subject, owed);
  if (!(most < least * (1 - NOISE))) return [];
  const clauses = owed.filter(([id]) => subject.giving.most(id) > 0).map(([id]) => id);
  const [first = ''] = clauses;
  const all = owing.rounded(first, most);
  const where = phase === undefined ? '' : ` in phase ${phase}`;
  const names = listed(clauses.map((id) => nameOf(subject, duty(id))));
  const words = 'Say who owes the rest, and by when, or let the deal give less.';
  const unit = unitFor(quantityAt(scenario.terms, path).unit, all);
  return [
    {
      severity: 'unclear',
      clauses: clauses.map(duty),
      message: `Of ${termLabel(scenario.terms, path)}, no more than ${figure(all)} ${unit} ${all === 1 ? 'is' : 'are'} owed by ${names}${where}, and the deal gives ${figure(least)}${given > least ? ' at the least' : ''}. ${words}`,
      mend: { words },
      facts: { of: path, owed: all, least, ...(phase !== undefined && { phase }) },
    },
  ];
}

/** Those who owe together, with the most that they may do, what comes to them at the least, and to whom of the others they give. */
interface Giver {
  most: number;
  comes: number;
  readonly to: Set<string>;
}

/**
 * The most that may be done of a quantity. What someone passes on is counted where it comes from, unless it goes round in a
 * circle: there nobody can tell what is passed on.
 */
function mostOf(subject: Subject, owed: Owed): number {
  const givers = giversOf(subject, owed);
  const isRound = circlesIn([...givers.keys()], (name) => [...(givers.get(name)?.to ?? [])]).length > 0;
  const sum = [...givers.values()].reduce(
    (all, { most, comes }) => all + (isRound ? most : Math.max(0, most - comes)),
    0,
  );
  return Number.isFinite(sum) ? unscaled(Math.round(scaled(sum, MOST_DECIMALS)), MOST_DECIMALS) : sum;
}

function giversOf({ giving }: Subject, owed: Owed): ReadonlyMap<string, Giver> {
  const nameOfGiver = ({ owedBy }: Obligation) => JSON.stringify(owedBy.value);
  const givers = new Map<string, Giver>();
  const among = new Map<string, Set<string>>();
  for (const [, obligation] of owed) {
    const name = nameOfGiver(obligation);
    givers.set(name, { most: 0, comes: 0, to: new Set() });
    for (const actor of obligation.owedBy.value) among.set(actor, (among.get(actor) ?? new Set()).add(name));
  }
  for (const [id, obligation] of owed) {
    const own = givers.get(nameOfGiver(obligation));
    const takers = unique((obligation.to?.value ?? []).flatMap((actor) => [...(among.get(actor) ?? [])]));
    for (const taker of takers) {
      own?.to.add(taker);
      const other = givers.get(taker);
      if (other) other.comes += giving.gives(id).least;
    }
    // What comes round without end may come to anything.
    if (own) own.most += isEndless(obligation) ? Infinity : giving.gives(id).most;
  }
  return givers;
}
