import { figure } from '../base/list.js';
import { reachedText, type Reached, type Stage } from './courses/reached.js';
import type { Finding } from './invariant.js';

/** What asking of one thing that was drawn came to. */
export interface Answer {
  readonly finding: Finding;
  /** Whether there was anything in it of which the invariant speaks. */
  readonly bears: boolean;
  /** How far it came, where it is a course of talks. */
  readonly stages?: readonly Stage[];
}

/** What asking of all that was drawn came to, until something broke: what is asked after that is asked to shrink it. */
export interface Tally<T> {
  /** Counts one answer. */
  readonly count: (drawn: T, answer: Answer) => void;
  /** Counts no more: what was drawn last has broken the invariant. */
  readonly close: () => void;
  /** How many gave the invariant something to speak of. */
  readonly asked: () => number;
  /** Those of which it could not be told. */
  readonly untold: () => readonly T[];
  /** How far they came, where they are courses of talks. */
  readonly reached: () => Reached | undefined;
}

/** A tally of nothing yet. */
export function tallyOf<T>(): Tally<T> {
  const untold: T[] = [];
  const reached = { agreed: 0, inForce: 0, fulfilled: 0, ended: 0 };
  let [asked, areCourses, isClosed] = [0, false, false];
  return {
    count: (drawn, { finding, bears, stages }) => {
      if (isClosed) return;
      areCourses ||= stages !== undefined;
      for (const stage of stages ?? []) reached[stage]++;
      if (bears) asked++;
      if (finding === 'undetermined') untold.push(drawn);
      isClosed = finding === 'broken';
    },
    close: () => {
      if (!isClosed) asked++;
      isClosed = true;
    },
    asked: () => asked,
    untold: () => untold,
    reached: () => (areCourses ? { ...reached } : undefined),
  };
}

/** What it came to where nothing broke and all could be told: it holds, unless nothing that was drawn bears on it. */
export function unbroken(
  title: string,
  drawn: number,
  tally: Pick<Tally<unknown>, 'asked' | 'reached'>,
  { draft, wayOut }: { readonly draft?: unknown; readonly wayOut: string },
): { readonly finding: Finding; readonly text: string } {
  const [asked, reached] = [tally.asked(), tally.reached()];
  const courses = reached ? [reachedText(reached)] : [];
  if (asked > 0) {
    return {
      finding: 'held',
      text: [`Held: ${title} ${heldOf(drawn, asked, draft !== undefined)}`, ...courses].join('\n\n'),
    };
  }
  const none =
    draft === undefined
      ? `None of the ${figure(drawn)} drawn bears`
      : `Neither the draft itself nor any of the ${figure(drawn - 1)} drawn bears`;
  const why = [`${none} on it, so that it says nothing: ${wayOut}`, ...courses].join(' ');
  return { finding: 'undetermined', text: `Undetermined: ${title}\n\n${why}` };
}

function heldOf(drawn: number, asked: number, isDraftAmong: boolean): string {
  if (isDraftAmong && asked === 1) return '(of the draft itself)';
  const many = isDraftAmong ? `the draft itself and ${figure(drawn - 1)} drawn` : `${figure(drawn)} drawn`;
  if (asked === drawn) return `(of ${many})`;
  return `(of ${many}, of which ${figure(asked)} ${asked === 1 ? 'bears' : 'bear'} on it)`;
}
