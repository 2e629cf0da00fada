import { figure, listed } from '../../base/list.js';
import type { Obligation } from '../../offers/text/obligation.js';
import { shareIn } from '../../terms/amount.js';
import { MOST_DECIMALS, scaled, unscaled } from '../../terms/decimal.js';
import { fewestIn, isWithin } from '../../terms/categories.js';
import { pathsOf, quantityAt, splitPath, termLabel, unitFor } from '../../terms/term.js';
import { settledAmount } from '../../offers/text/own-amount.js';
import { START } from '../../offers/text/trigger.js';
import { hasAmount, isTotal } from '../../obligations/adding-up.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';
import { weighed, weighedFromSome, type Unless } from '../unless.js';

/** Slack for figures that only binary fractions keep apart. */
const NOISE = 1e-9;

type Owed = readonly (readonly [string, Obligation])[];

/** More than there is, in a sentence without its full stop. */
interface Excess {
  readonly ids: readonly string[];
  readonly said: string;
  readonly words: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * More owed of a quantity than the deal gives, or than there is. What passes through several hands is counted where it
 * comes from; figures of a series that are running totals, once. What is so only as months are long is told with the starts.
 */
export function find(subject: Subject): readonly Found[] {
  const always = excessesIn(subject);
  const known = new Set(always.map(nameOfExcess));
  const starts = subject.giving.byStart();
  const fromSome = new Map<string, { readonly excess: Excess; readonly before: string[] }>();
  for (const { start, giving } of starts) {
    for (const excess of excessesIn({ ...subject, giving })) {
      const name = nameOfExcess(excess);
      if (known.has(name)) continue;
      const own = fromSome.get(name) ?? { excess, before: [] };
      own.before.push(start);
      fromSome.set(name, own);
    }
  }
  return [
    ...always.map((excess) => foundOf(excess, weighed(subject, undefined))),
    ...[...fromSome.values()].map(({ excess, before }) => {
      const otherwise = starts.map(({ start }) => start).filter((start) => !before.includes(start));
      const unless =
        otherwise.length === 0
          ? weighed(subject, undefined)
          : weighedFromSome(subject, { anchor: `event ${START}`, before, otherwise });
      return foundOf(excess, unless);
    }),
  ];
}

const nameOfExcess = ({ ids, facts }: Excess) => JSON.stringify([ids, facts['of'], facts['phase']]);

function foundOf({ ids, said, words, facts }: Excess, unless: Unless): Found {
  return {
    severity: unless.severity,
    clauses: ids.map(duty),
    message: `${said}${unless.words}. ${words}`,
    mend: { words },
    facts: { ...facts, ...unless.facts },
  };
}

function excessesIn(subject: Subject): readonly Excess[] {
  const { text } = subject;
  const byQuantity = new Map<string, [string, Obligation][]>();
  for (const [id, obligation] of Object.entries(text.obligations)) {
    const { of, kind, strength } = obligation;
    if (of === undefined || kind === 'refrain' || strength !== 'shall' || !hasAmount(obligation)) continue;
    const known = byQuantity.get(of) ?? [];
    known.push([id, obligation]);
    byQuantity.set(of, known);
  }
  const found = [...byQuantity].map(([path, owed]) => ofOne(subject, path, owed));
  const told = new Set([...byQuantity.keys()].filter((_, i) => (found[i] ?? []).length > 0));
  return [...found.flat(), ...together(subject, byQuantity, told)];
}

function ofOne(subject: Subject, path: string, owed: Owed): readonly Excess[] {
  const levels = owed.filter(([, { kind }]) => kind === 'level').flatMap((level) => beyond(subject, path, [level]));
  const passed = owed.filter(([, { kind }]) => kind !== 'level');
  const flows = fromSource(passed);
  const found =
    flows.length > 0
      ? [...beyond(subject, path, flows), ...perPhase(subject, path, flows), ...byEach(subject, path, passed)]
      : [];
  const shares = found.length > 0 ? [] : sharesBeyond(subject, path, flows);
  return [...levels, ...found.slice(0, 1), ...shares];
}

/** Those who owe what nobody else owes to them; of a circle, whichever owes most is as good as any. */
function fromSource(owed: Owed): Owed {
  const receivers = new Set(owed.flatMap(([, { to }]) => to?.value ?? []));
  const sources = owed.filter(([, { owedBy }]) => !owedBy.value.some((actor) => receivers.has(actor)));
  if (sources.length > 0 || owed.length === 0) return sources;
  const [[, first] = []] = owed;
  const by = JSON.stringify(first?.owedBy.value);
  return owed.filter(([, { owedBy }]) => JSON.stringify(owedBy.value) === by);
}

/** What each owes beyond all that the others owe to them. */
function byEach(subject: Subject, path: string, owed: Owed): readonly Excess[] {
  const givers = new Map(owed.map(([, { owedBy }]) => [JSON.stringify(owedBy.value), owedBy.value]));
  return [...givers].flatMap(([name, actors]) => {
    const own = owed.filter(([, { owedBy }]) => JSON.stringify(owedBy.value) === name);
    const comes = owed
      .filter(([, { to }]) => to?.value.some((actor) => actors.includes(actor)))
      .reduce((sum, [id]) => sum + subject.giving.gives(id).most, 0);
    return beyond(subject, path, own, undefined, comes);
  });
}

function perPhase(subject: Subject, path: string, owed: Owed): readonly Excess[] {
  const term = subject.scenario.terms[splitPath(path).term];
  if (term?.scope !== 'phase') return [];
  const phases = new Set(owed.flatMap(([, { phase }]) => (phase === undefined ? [] : [phase])));
  return [...phases].flatMap((n) => {
    return beyond(
      subject,
      path,
      owed.filter(([, { phase, series }]) => phase === n && series?.counted !== 'running total'),
      n,
    );
  });
}

/** More owed of the categories of a quantity, or of a group, than there is of it: of such as exclude each other. */
function together(
  subject: Subject,
  byQuantity: ReadonlyMap<string, Owed>,
  told: ReadonlySet<string>,
): readonly Excess[] {
  const { terms } = subject.scenario;
  const ids = new Set([...byQuantity.keys()].map((path) => splitPath(path).term));
  return [...ids].flatMap((id): readonly Excess[] => {
    const term = quantityAt(terms, id);
    if (term.overlap) return [];
    for (const path of pathsOf(id, term).toReversed()) {
      const inside = [...byQuantity].filter(([one]) => splitPath(one).term === id && isWithin(term, one, path));
      if (inside.length < 2 || inside.some(([one]) => told.has(one))) continue;
      const flows = fromSource(inside.flatMap(([, owed]) => owed.filter(([, { kind }]) => kind !== 'level')));
      const least = Object.fromEntries(
        inside.map(([one]) => [
          one,
          sumOf(
            subject,
            flows.filter(([, { of }]) => of === one),
          ).all,
        ]),
      );
      const all = fewestIn(term, path, least);
      const { most } = subject.owing.bases.quantity(path);
      const owing = flows.filter(([oid]) => leastOf(subject, oid) > 0);
      if (all > most * (1 + NOISE)) return [tooMuch(subject, path, owing, { all, most })];
    }
    return [];
  });
}

function beyond(subject: Subject, path: string, owed: Owed, phase?: number, comes = 0): readonly Excess[] {
  const { most } = subject.owing.bases.quantity(path, phase);
  const { owing, all } = sumOf(subject, owed);
  if (owing.length === 0 || all - comes <= most * (1 + NOISE)) return [];
  return [tooMuch(subject, path, owing, { all, most, ...(phase !== undefined && { phase }) })];
}

/** What obligations come to at the least, and those of them that owe anything for certain. */
function sumOf(subject: Subject, owed: Owed): { readonly owing: Owed; readonly all: number } {
  const series = new Map<string, { added: number; total: number; ids: string[] }>();
  let all = 0;
  const owing = owed.filter(([id]) => leastOf(subject, id) > 0);
  for (const [id, obligation] of owing) {
    const { series: of } = obligation;
    const isWhole = isTotal(obligation);
    if (of) {
      const known = series.get(of.series) ?? { added: 0, total: 0, ids: [] };
      if (isWhole) known.total = Math.max(known.total, leastOf(subject, id));
      else {
        known.added += subject.owing.figures(id).least * subject.giving.timesOf(id);
        known.ids.push(id);
      }
      series.set(of.series, known);
    } else if (!isWhole) all += leastOf(subject, id) * subject.giving.timesOf(id);
  }
  // What is done in all by then, and what remains, comes to no more with the steps that lead to it.
  for (const { added, total, ids } of series.values()) {
    // As a schedule lays it out: what the steps of a series come to is rounded, and not each of them.
    const steps = ids.map((id) => subject.owing.rounded(id, withoutNoise(added)));
    all += Math.max(total, steps.length === 0 ? 0 : Math.min(...steps));
  }
  return { owing, all: withoutNoise(all) };
}

/** Sums of shares carry the noise of binary fractions. */
function withoutNoise(sum: number): number {
  return unscaled(Math.round(scaled(sum, MOST_DECIMALS)), MOST_DECIMALS);
}

function tooMuch(
  subject: Subject,
  path: string,
  owing: Owed,
  { all, most, phase }: { readonly all: number; readonly most: number; readonly phase?: number },
): Excess {
  const { scenario } = subject;
  const term = scenario.terms[splitPath(path).term];
  const unit = term?.kind === 'quantity' ? ` ${unitFor(term.unit, all)}` : '';
  const names = listed(owing.map(([id]) => nameOf(subject, duty(id))));
  const where = phase === undefined ? '' : ` in phase ${phase}`;
  const words = 'Let them owe less, or let the deal give more.';
  return {
    ids: owing.map(([id]) => id),
    said: `Of ${termLabel(scenario.terms, path)}, ${figure(all)}${unit} ${all === 1 ? 'is' : 'are'} owed by ${names}${where}, and there can be no more than ${figure(most)}`,
    words,
    facts: { of: path, owed: all, most, ...(phase !== undefined && { phase }) },
  };
}

/** What an obligation asks for each time, on its step: of a running total, in all. */
function leastOf({ owing }: Subject, id: string): number {
  return owing.rounded(id, owing.figures(id).least);
}

/** Shares of one whole that come to more than the whole, however much that is. */
function sharesBeyond(subject: Subject, path: string, owed: Owed): readonly Excess[] {
  const shares = new Map<string, { readonly id: string; readonly share: number }[]>();
  for (const [id, obligation] of owed) {
    const amount = settledAmount(obligation);
    const share = amount && !isTotal(obligation) && shareIn(amount);
    if (!share) continue;
    const of = JSON.stringify(share.of ?? path);
    shares.set(of, [
      ...(shares.get(of) ?? []),
      { id, share: (subject.giving.timesOf(id) * share.parts) / share.outOf },
    ]);
  }
  return [...shares.values()].flatMap((parts): readonly Excess[] => {
    const whole = parts.reduce((sum, { share }) => sum + share, 0);
    if (whole <= 1 + NOISE) return [];
    const words = 'Let the shares come to no more than all of it.';
    const names = listed(parts.map(({ id }) => nameOf(subject, duty(id))));
    return [
      {
        ids: parts.map(({ id }) => id),
        said: `The shares of ${termLabel(subject.scenario.terms, path)} in ${names} come to more than all of it`,
        words,
        facts: { of: path, shares: parts },
      },
    ];
  });
}
