import type { CalendarDate } from '../base/day.js';
import { unique } from '../base/list.js';
import { remembered } from '../base/remembered.js';
import type { Basis } from '../evidence/basis.js';
import type { Citation } from '../evidence/citation.js';
import { citationsBy } from '../evidence/clocks.js';
import type { Noted } from '../evidence/field.js';
import type { Condition } from '../positions/condition.js';
import { judgeOf } from '../positions/judge.js';
import type { Judge } from '../positions/judged.js';
import { mentions } from '../positions/mentions.js';
import { readingsBy, rigidityBy, RIGIDITIES, type Position, type Rigidity } from '../positions/position.js';
import { lineOf } from '../positions/suppositions.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import { splitPath } from '../terms/term.js';

/** A condition ready to be held against deals, with what its line rests on. */
export interface ReadyLine {
  readonly judge: Judge;
  readonly basis: Basis;
  readonly because?: string;
}

/** One reading of a position, ready. */
export interface ReadyReading {
  readonly id: string;
  readonly title: string;
  readonly line: ReadyLine;
  readonly citations: readonly Citation[];
}

/** A position ready to be held against deals, as it was known by a day. */
export interface ReadyPosition {
  readonly id: string;
  readonly party: string;
  readonly title: string;
  readonly rigidity: Noted<Rigidity>;
  readonly readings: readonly ReadyReading[];
  /** Other parties' positions on the same terms: what stands opposite it. */
  readonly opposite: readonly string[];
}

/** Everything that offers are held against: worked out once for a scenario and a day, however many offers there are. */
export interface Panel {
  /** The positions known by the day, party by party, firmest first and then by id. */
  readonly positions: readonly (readonly ReadyPosition[])[];
  readonly invariants: readonly { readonly id: string; readonly title: string; readonly line: ReadyLine }[];
}

/** What holds of a scenario on any day, and the panel of the day asked for last. */
interface Ready {
  /** By the reading or the invariant it is the line of. */
  readonly lines: ReadonlyMap<object, ReadyLine>;
  asOf?: CalendarDate | undefined;
  panel?: Panel;
}

// A memo, not state: all in it follows from the scenario, which is frozen, and the day.
const readied = /* @__PURE__ */ remembered((scenario: Scenario): Ready => {
  const { terms, counts, layout } = settingOf(scenario);
  const conditional = [
    ...Object.values(scenario.positions).flatMap((position) => position.readings),
    ...Object.values(scenario.invariants),
  ];
  const ready = (line: { readonly condition: Condition; readonly basis: Basis }): ReadyLine => ({
    judge: judgeOf(line.condition, { terms, counts, layout }),
    ...lineOf(line, terms),
  });
  return { lines: new Map(conditional.map((line) => [line, ready(line)])) };
});

/** What an offer is held against as of a day; without one, all that is known. */
export function panelOf(scenario: Scenario, asOf: CalendarDate | undefined): Panel {
  const ready = readied(scenario);
  if (!ready.panel || ready.asOf !== asOf) {
    ready.panel = panelBy(scenario, asOf, (of) => ready.lines.get(of) as ReadyLine); // of each reading and invariant
    ready.asOf = asOf;
  }
  return ready.panel;
}

function panelBy(scenario: Scenario, asOf: CalendarDate | undefined, lineFor: (of: object) => ReadyLine): Panel {
  const { parties, positions, invariants, sources } = scenario;
  const cited = (citations: readonly Citation[]) => Object.freeze([...citationsBy(citations, sources, asOf)]);
  const known = Object.values(positions)
    .map((p) => ({ ...p, readings: readingsBy(p, sources, asOf) }))
    .filter((p) => p.readings.length > 0);
  const oppositeOf = opposites(known);
  const ready = known.map((p): ReadyPosition => {
    const rigidity = rigidityBy(p, sources, asOf);
    return {
      id: p.id,
      party: p.party,
      title: p.title,
      rigidity: Object.freeze({ ...rigidity, citations: cited(rigidity.citations) }),
      readings: p.readings.map((r) => ({
        id: r.id,
        title: r.title ?? p.title,
        line: lineFor(r),
        citations: cited(r.citations),
      })),
      opposite: Object.freeze(oppositeOf(p)),
    };
  });
  const firmness = (p: ReadyPosition) => RIGIDITIES.indexOf(p.rigidity.value);
  ready.sort((a, b) => firmness(a) - firmness(b) || (a.id < b.id ? -1 : 1));
  return {
    positions: Object.keys(parties).map((party) => ready.filter((p) => p.party === party)),
    invariants: Object.entries(invariants).map(([id, i]) => ({ id, title: i.title, line: lineFor(i) })),
  };
}

/** Finds what stands opposite a position: other parties' on terms that it turns on in any reading, in the order given. */
function opposites(known: readonly Position[]): (position: Position) => readonly string[] {
  const termsOf = (position: Position) =>
    unique(position.readings.flatMap((r) => mentions(r.condition, undefined).map((m) => splitPath(m.term).term)));
  const byTerm = new Map<string, number[]>();
  known.forEach((position, i) => {
    for (const term of termsOf(position)) byTerm.set(term, [...(byTerm.get(term) ?? []), i]);
  });
  return (position) =>
    unique(termsOf(position).flatMap((term) => byTerm.get(term) ?? []))
      .sort((a, b) => a - b)
      .flatMap((i) => known[i] ?? [])
      .filter((other) => other.party !== position.party)
      .map((other) => other.id);
}
