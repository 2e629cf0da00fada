import { deepFreeze } from '../../base/freeze.js';
import { mapValues } from '../../base/records.js';
import type { Process } from '../../scenario/process.js';
import type { Scenario } from '../../scenario/scenario.js';

/** The same scenario without one thing beside its terms and positions, whichever of several it is. */
export function* simplerScenarios(scenario: Scenario): Generator<Scenario> {
  const { process, scores, offers } = scenario;
  const less = (part: Partial<Scenario>) => deepFreeze({ ...scenario, ...part });
  for (const fewer of withoutOne(offers)) yield less({ offers: fewer });
  for (const [id, { text, ...rest }] of Object.entries(offers))
    if (text) yield less({ offers: { ...offers, [id]: rest } });
  for (const fewer of withoutOne(scores)) yield less({ scores: fewer });
  for (const fewer of simplerProcesses(process)) yield less({ process: fewer });
}

/** What spoke of the thing that goes speaks of it no longer. */
function* simplerProcesses(process: Process): Generator<Process> {
  const { ratification, rounds, preconditions, deadlines, extensions } = process;
  for (const gone of ratification) {
    const left = ratification.filter((step) => step !== gone);
    const steps = left.map(({ otherwise, ...step }) => ({
      ...step,
      ...(otherwise !== undefined && otherwise !== gone.id && { otherwise }),
    }));
    yield { ...process, ratification: steps };
  }
  for (const fewer of withoutOne(rounds)) yield { ...process, rounds: fewer };
  for (const gone of Object.keys(preconditions)) {
    const others = (ids: readonly string[]) => ids.filter((id) => id !== gone);
    const left = Object.entries(preconditions)
      .filter(([id]) => id !== gone)
      .map(([id, one]) => [id, { ...one, ...(one.jointly && { jointly: others(one.jointly) }) }] as const);
    if (left.some(([, { jointly }]) => jointly?.length === 0)) continue;
    yield {
      ...process,
      preconditions: Object.fromEntries(left),
      rounds: mapValues(rounds, (round) => ({ ...round, needs: others(round.needs) })),
    };
  }
  for (const fewer of withoutOne(deadlines)) yield { ...process, deadlines: fewer };
  for (const fewer of withoutOne(extensions)) yield { ...process, extensions: fewer };
}

function* withoutOne<T>(record: Readonly<Record<string, T>>): Generator<Readonly<Record<string, T>>> {
  const entries = Object.entries(record);
  for (const [gone] of entries) yield Object.fromEntries(entries.filter(([id]) => id !== gone));
}
