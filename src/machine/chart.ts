import type { TalksMachine } from './talks-machine.js';

/** A state of a machine as a diagram shows it. */
export interface ChartState {
  /** `talks.blocked`: its own name after those of the states it lies in. */
  readonly id: string;
  readonly within?: string;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final';
  readonly description?: string;
  /** Whether what it lies in begins here. */
  readonly first: boolean;
}

/** Where an event may lead; events between the same two states stand together. */
export interface ChartArrow {
  readonly from: string;
  readonly to: string;
  readonly events: readonly string[];
}

/** A machine as a diagram shows it. Plain JSON. */
export interface Chart {
  readonly states: readonly ChartState[];
  readonly arrows: readonly ChartArrow[];
}

type Node = TalksMachine['root'];

/**
 * The states of a machine and where each event may lead, for a diagram. Events that leave a state where it is are left out.
 *
 * @example
 * const { states } = chartOf(createTalksMachine(scenario));
 * states.filter((state) => state.within === 'talks').map((state) => state.id);
 * // ['talks.open', 'talks.considering', 'talks.blocked', 'talks.agreedInPrinciple']
 */
export function chartOf(machine: TalksMachine): Chart {
  const states: ChartState[] = [];
  const arrows = new Map<string, { readonly from: string; readonly to: string; readonly events: Set<string> }>();
  const idOf = (node: Node) => node.path.join('.');
  const visit = (node: Node): void => {
    for (const child of Object.values(node.states) as readonly Node[]) {
      const within = idOf(node);
      const kind = child.type === 'history' ? 'atomic' : child.type;
      states.push({
        id: idOf(child),
        ...(within !== '' && { within }),
        kind,
        ...(child.description !== undefined && { description: child.description }),
        first: node.type === 'parallel' || (node.initial.target ?? []).includes(child),
      });
      for (const transition of [...child.transitions.values()].flat()) {
        for (const target of (transition.target ?? []) as readonly Node[]) {
          const [from, to] = [idOf(child), idOf(target)];
          const arrow = arrows.get(`${from} ${to}`) ?? { from, to, events: new Set() };
          arrow.events.add(transition.eventType);
          arrows.set(`${from} ${to}`, arrow);
        }
      }
      visit(child);
    }
  };
  visit(machine.root);
  const all = [...arrows.values()].filter(({ from, to }) => from !== to);
  return { states, arrows: all.map((arrow) => ({ ...arrow, events: [...arrow.events] })) };
}
