import { figure } from '../../base/list.js';
import { quoted } from '../../base/quoted.js';
import { clausesOf } from '../../offers/clauses.js';
import { layoutOf, type Scenario } from '../../scenario/scenario.js';
import { fromSteps } from '../../terms/decimal.js';
import { phaseSumsOf } from '../phase-sums.js';
import {
  countName,
  flagName,
  lengthName,
  monthsName,
  optionName,
  phaseName,
  PHASES,
  quantityName,
} from '../../terms/layout.js';
import { showDays } from '../../terms/length.js';
import { sayScope } from '../../terms/scope.js';
import { termLabel, unitFor } from '../../terms/term.js';

/** An unknown of the offer space, as people speak of it. */
export type VariableSaid =
  /** With a figure in the unit of its term. */
  | { readonly kind: 'figure'; readonly label: string; readonly figure: (n: number) => string }
  /** One option of a choice: which, of how many. */
  | { readonly kind: 'option'; readonly label: string; readonly term: string; readonly phase: number | undefined }
  /** So or not so: a flag, or whether there is a phase. */
  | { readonly kind: 'so'; readonly label: string };

/** How the unknowns of a scenario's offer space are spoken of, by their names. */
export function variablesSaid({ terms, space, counts }: Scenario): ReadonlyMap<string, VariableSaid> {
  const said = new Map<string, VariableSaid>();
  const phases = Array.from({ length: space.phases.most }, (_, i) => i + 1);
  const phaseCount = (n: number) => `${figure(n)} ${n === 1 ? 'phase' : 'phases'}`;
  said.set(PHASES, { kind: 'figure', label: 'the number of phases', figure: phaseCount });
  said.set(lengthName(), { kind: 'figure', label: 'the whole length', figure: showDays });
  for (const months of layoutOf({ terms, space, counts }).months) {
    for (const phase of [undefined, ...phases]) {
      const whole = phase === undefined ? 'the whole length' : `the length of phase ${phase}`;
      const label = `the wording “${months} ${months === 1 ? 'month' : 'months'}” of ${whole}`;
      said.set(monthsName(months, phase), { kind: 'so', label });
    }
  }
  for (const phase of phases) {
    said.set(phaseName(phase), { kind: 'so', label: `phase ${phase}` });
    said.set(lengthName(phase), { kind: 'figure', label: `the length of phase ${phase}`, figure: showDays });
  }
  for (const [id, { label }] of Object.entries(counts)) {
    said.set(countName(id), { kind: 'figure', label: quoted(label), figure });
  }
  const totals = new Map<string, VariableSaid>();
  for (const { id, path, phase, term } of clausesOf({ terms, space })) {
    const label = `${termLabel(terms, path)}${sayScope(phase)}`;
    if (term.kind === 'flag') said.set(flagName(id, phase), { kind: 'so', label });
    if (term.kind === 'quantity') {
      const inUnits = (steps: number) => {
        const n = fromSteps(steps, term.step);
        return `${figure(n)} ${unitFor(term.unit, n)}`;
      };
      said.set(quantityName(path, phase), { kind: 'figure', label, figure: inUnits });
      totals.set(path, { kind: 'figure', label: termLabel(terms, path), figure: inUnits });
    }
    if (term.kind === 'choice') {
      for (const [option, words] of Object.entries(term.options)) {
        said.set(optionName(id, option, phase), { kind: 'option', label: words, term: id, phase });
      }
    }
  }
  totals.set('length', { kind: 'figure', label: 'the length', figure: showDays });
  for (const { name, path, phase, isTotal } of phaseSumsOf({ terms, space })) {
    const total = totals.get(path);
    if (total && !isTotal) said.set(name, { ...total, label: `${total.label}${sayScope({ upTo: phase })}` });
  }
  return said;
}
