import { fault, FaultError, type Fault } from '../base/fault.js';
import { show } from '../base/plain.js';
import { didYouMean } from '../base/spelling.js';
import type { Scenario } from '../scenario/scenario.js';

/** Refuses a choice of readings that the scenario has not got: `analysis/unknown-position`, `analysis/unknown-reading`. */
export function readingFaults({ positions }: Scenario, chosen: Readonly<Record<string, string>>): void {
  const faults = Object.entries(chosen).flatMap(([id, reading]: [string, unknown]): readonly Fault[] => {
    const position = Object.hasOwn(positions, id) ? positions[id] : undefined;
    if (!position) {
      const known = Object.keys(positions);
      const message = `There is no position called '${id}'. ${didYouMean(id, known)}`;
      return [fault('analysis/unknown-position', ['readings', id], message, { id, known })];
    }
    const known = position.readings.map((r) => r.id);
    if (known.includes(String(reading))) return [];
    const message = `'${id}' has no reading called ${show(reading)}. ${didYouMean(String(reading), known)}`;
    return [fault('analysis/unknown-reading', ['readings', id], message, { id, reading: show(reading), known })];
  });
  if (faults.length > 0) throw new FaultError('Positions cannot be read in this way.', faults);
}
