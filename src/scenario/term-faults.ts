import { fault, type Fault, type Path } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import { repeated } from '../base/list.js';
import { didYouMean } from '../base/spelling.js';
import { tooLarge } from '../positions/amount-checks.js';
import { unknownId } from '../positions/checks.js';
import { shareIn } from '../terms/amount.js';
import { figuresIn } from '../terms/amount-span.js';
import { decimalsOf, inSteps, isCountable, MOST_DECIMALS, MOST_STEPS } from '../terms/decimal.js';
import { pathsOf, type Choice, type Quantity, type Terms } from '../terms/term.js';
import type { Scenario } from './scenario.js';

/** Ids that the offer space uses for its own variables: `phase@1` is whether a deal has a first phase. */
const RESERVED: readonly string[] = ['length', 'phase', 'phases'];

/** Everything about the terms and the offer space that cannot be. */
export function checkTerms(scenario: Scenario): readonly Fault[] {
  const found: Fault[] = [];
  for (const [id, term] of Object.entries(scenario.terms)) {
    const path = ['terms', id];
    if (RESERVED.includes(id)) {
      found.push(
        fault('scenario/reserved-id', path, `'${id}' is kept for what every deal has: call the term something else.`, {
          id,
        }),
      );
    }
    if (term.kind === 'quantity') found.push(...quantityFaults(id, term, path));
    if (term.kind === 'choice') found.push(...choiceFaults(id, term, path));
  }
  const { least, most } = scenario.space.phases;
  if (least > most) {
    found.push(
      fault(
        'space/contradictory-bounds',
        ['space', 'phases'],
        `No deal has at least ${least} and at most ${most} phases.`,
        { least, most },
      ),
    );
  }
  found.push(...sameLabels(scenario));
  const known = Object.freeze(quantityPaths(scenario.terms));
  const quantities = new Set(known);
  for (const [id, key] of Object.entries(scenario.exchange)) {
    for (const side of ['of', 'per'] as const) {
      if (!quantities.has(key[side]))
        found.push(unknownId('quantity', 'scenario/unknown-term', ['exchange', id, side], key[side], known));
    }
  }
  for (const [id, count] of Object.entries(scenario.counts)) {
    for (const reading of count.figure ? ('readings' in count.figure ? count.figure.readings : [count.figure]) : []) {
      if (reading.value.wording === 'between' && reading.value.from > reading.value.to) {
        found.push(
          fault(
            'amount/reversed',
            ['counts', id, 'figure'],
            `The range from ${reading.value.from} to ${reading.value.to} holds nothing: the smaller figure comes first.`,
            {},
          ),
        );
      }
      for (const n of figuresIn(reading.value)) {
        if (!isCountable(n, 1)) found.push(tooLarge(['counts', id, 'figure'], n));
      }
      if (shareIn(reading.value) || figuresIn(reading.value).some((n) => !Number.isInteger(n) || n < 0)) {
        found.push(
          fault(
            'scenario/count-not-whole',
            ['counts', id, 'figure'],
            `The count '${id}' counts things: give a whole number, 0 or more, and no share of something.`,
            {},
          ),
        );
      }
    }
  }
  return found;
}

function quantityFaults(id: string, term: Quantity, path: Path): readonly Fault[] {
  const found: Fault[] = [];
  const { least, most } = term.bounds;
  if (most !== undefined && least > most) {
    found.push(
      fault(
        'term/contradictory-bounds',
        [...path, 'bounds'],
        `Nothing is at least ${least} and at most ${most}: '${id}' could have no value.`,
        {
          least,
          most,
        },
      ),
    );
  }
  if (decimalsOf(term.step) > 6) {
    found.push(
      fault(
        'term/step-too-fine',
        [...path, 'step'],
        `The step of '${id}', ${term.step}, has more than six digits after the point: use a smaller unit.`,
        { step: term.step },
      ),
    );
  }
  for (const [what, n] of [
    ['least', least],
    ['most', most],
    ['absent', term.absent],
  ] as const) {
    if (n === undefined) continue;
    const steps = inSteps(n, term.step);
    if (!isCountable(n, term.step) && decimalsOf(n) <= MOST_DECIMALS) {
      found.push(
        fault(
          'term/out-of-range',
          [...path, what === 'absent' ? what : 'bounds'],
          `'${id}' could have more than ${MOST_STEPS} steps: use a larger unit.`,
          { n },
        ),
      );
    } else if (!Number.isInteger(steps)) {
      found.push(
        fault(
          'amount/off-step',
          [...path, what === 'absent' ? what : 'bounds'],
          `${n} is not a multiple of the step of '${id}', which is ${term.step}.`,
          { n, step: term.step },
        ),
      );
    }
  }
  const boundsHold = most === undefined || least <= most;
  if (boundsHold && (term.absent < least || (most !== undefined && term.absent > most))) {
    found.push(
      fault(
        'term/absent-out-of-bounds',
        [...path, 'absent'],
        `Absence of '${id}' would mean ${term.absent}, which is out of its bounds.`,
        { absent: term.absent },
      ),
    );
  }
  const categories = Object.entries(term.categories);
  if (categories.length > 0 && least < 0) {
    found.push(
      fault('term/negative-with-categories', path, `'${id}' has categories, so it cannot be less than 0.`, { least }),
    );
  }
  const plain = Object.freeze(categories.filter(([, c]) => !c.of).map(([c]) => c));
  const members = new Set(plain);
  for (const [group, { of }] of categories) {
    for (const member of of ?? []) {
      if (members.has(member)) continue;
      const isGroup = Object.hasOwn(term.categories, member);
      found.push(
        fault(
          isGroup ? 'term/group-of-groups' : 'scenario/unknown-category',
          [...path, 'categories', group, 'of'],
          isGroup
            ? `The group '${group}' holds the group '${member}': name the categories it is made of.`
            : `There is no category of '${id}' called '${member}'. ${didYouMean(member, plain)}`,
          { id: member, known: plain },
        ),
      );
    }
  }
  return [
    ...found,
    ...sameNames(
      categories.map(([, c]) => c.label),
      [...path, 'categories'],
      `'${id}' has two categories`,
    ),
  ];
}

function choiceFaults(id: string, term: Choice, path: Path): readonly Fault[] {
  const options = idsOf(term.options);
  const found: Fault[] = [...sameNames(Object.values(term.options), [...path, 'options'], `'${id}' has two options`)];
  if (options.length === 0)
    found.push(fault('term/no-options', [...path, 'options'], `The choice '${id}' has no options to choose from.`));
  if (term.absent !== undefined && !Object.hasOwn(term.options, term.absent)) {
    found.push(unknownId(`option of '${id}'`, 'scenario/unknown-option', [...path, 'absent'], term.absent, options));
  }
  return found;
}

/** Two terms of one label could not be told apart in a sentence. */
function sameLabels({ terms, counts }: Scenario): readonly Fault[] {
  const named = Object.values(terms).map((t) =>
    t.kind === 'quantity' && t.verb !== undefined ? `${t.label} ${t.verb}` : t.label,
  );
  const ofTerms = new Set(named);
  const counted = Object.values(counts).map((count) => count.label);
  return [
    ...sameNames(named, ['terms'], 'There are two terms'),
    ...sameNames(counted, ['counts'], 'There are two counts'),
    ...counted
      .filter((label) => ofTerms.has(label))
      .map((label) => sameName(label, ['counts'], 'There are a count and a term')),
  ];
}

function sameNames(names: readonly string[], path: Path, what: string): readonly Fault[] {
  return repeated(names).map((label) => sameName(label, path, what));
}

function sameName(label: string, path: Path, what: string): Fault {
  const message = `${what} labelled '${label}': a sentence could not tell them apart.`;
  return fault('scenario/same-label', path, message, { label });
}

function quantityPaths(terms: Terms): readonly string[] {
  return Object.entries(terms).flatMap(([id, term]) => (term.kind === 'quantity' ? pathsOf(id, term) : []));
}
