import { checkScenario, describeFault, type Scenario } from 'sticking-points';
import type { LooseDraft } from '../../src/scenario/draft.js';

/** What a test puts in place of the bridge's own, as drafts have it; that it holds together is checked as it is used. */
export interface BridgeChanges {
  readonly process?: LooseDraft['process'];
  readonly agreement?: LooseDraft['agreement'];
  readonly space?: LooseDraft['space'];
  readonly scores?: object;
  readonly positions?: object;
  readonly offers?: object;
  readonly answers?: readonly object[];
  readonly timeline?: readonly object[];
  readonly named?: readonly object[];
  /** The phases of the offer `plan`; one of ten days, unless given. */
  readonly phases?: readonly object[];
}

/**
 * Two towns build a bridge. Both can live with the offer `plan`, so that it is agreed as soon as it is tabled; `dear` goes
 * against a demand of the west. How the talks are held, and how the deal runs, is each test's own.
 */
export function bridge(changes: BridgeChanges = {}): Scenario {
  const { phases = [{ length: { length: 10, unit: 'days' } }], offers = {}, ...more } = changes;
  const draft = {
    id: 'bridge',
    basis: 'reported',
    sources: {
      crier: { outlet: 'The Crier', date: '2030-01-05' },
      post: { outlet: 'The Post', date: '2030-03-01' },
    },
    parties: { east: {}, west: {}, guild: {} },
    terms: {
      stones: {
        kind: 'quantity',
        unit: { one: 'stone', many: 'stones' },
        scope: 'phase',
        bounds: { most: 90 },
        categories: { grey: 'grey stones', red: 'red stones' },
      },
      cost: { kind: 'quantity', unit: { one: 'crown', many: 'crowns' }, bounds: { most: 100 } },
      toll: { kind: 'flag' },
    },
    agreement: { rule: 'unanimity', of: ['east', 'west'] },
    space: { phases: { least: 1, most: 3 } },
    positions: {
      free: { party: 'east', rigidity: 'red line', condition: { kind: 'flag', of: 'toll', is: false } },
      cheap: { party: 'west', rigidity: 'demand', condition: { kind: 'compare', of: 'cost', op: '<=', line: 50 } },
    },
    offers: {
      plan: { by: ['guild'], terms: { cost: 40, toll: false }, phaseCount: phases.length, phases },
      dear: { by: ['east'], terms: { cost: 70, toll: false } },
      ...offers,
    },
    ...more,
  };
  const checked = checkScenario(draft);
  if (!checked.ok) throw new Error(checked.faults.map(describeFault).join('\n'));
  return checked.value;
}
