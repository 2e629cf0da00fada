import { firstDay, lastDay } from '../base/day.js';
import { fault, type Fault, type Path } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import type { Basis } from '../evidence/basis.js';
import type { Sources } from '../evidence/clocks.js';
import { unknownId } from '../positions/checks.js';

const INFERRED: Basis = 'inferred';

/**
 * Citations of sources that are not listed, reasoning that is missing, dates the wrong way round, wherever they stand.
 * `draft` is what was handed in, so that every fault has its place there, and once: what fields take over from the
 * record around them is not looked at again.
 */
export function evidenceFaults(draft: unknown, sources: Sources): readonly Fault[] {
  const found: Fault[] = [];
  const waiting: { readonly value: unknown; readonly path: Path }[] = [{ value: draft, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    found.push(...citationFaults(value, path, sources), ...reasoningFaults(value, path), ...momentFaults(value, path));
    const entries = Array.isArray(value) ? value.map((v, i) => [i, v] as const) : Object.entries(value);
    for (const [key, child] of [...entries].reverse()) waiting.push({ value: child, path: [...path, key] });
  }
  return found;
}

function citationFaults(value: object, path: Path, sources: Sources): readonly Fault[] {
  if (!('attribution' in value && 'source' in value) || typeof value.source !== 'string') return [];
  if (Object.hasOwn(sources, value.source)) return [];
  return [unknownId('source', 'scenario/unknown-source', [...path, 'source'], value.source, idsOf(sources))];
}

function reasoningFaults(value: object, path: Path): readonly Fault[] {
  if (!('basis' in value) || value.basis !== INFERRED) return [];
  if ('because' in value && typeof value.because === 'string' && value.because.trim() !== '') return [];
  const message = 'What is inferred needs the reasoning beside it: add `because`.';
  return [fault('evidence/no-reasoning', path, message, { basis: value.basis })];
}

function momentFaults(value: object, path: Path): readonly Fault[] {
  if (!('earliest' in value && 'latest' in value)) return [];
  const { earliest, latest } = value;
  if (typeof earliest !== 'string' || typeof latest !== 'string' || firstDay(earliest) <= lastDay(latest)) return [];
  const message = `Nothing is from ${earliest} on and over by ${latest}: the two are the wrong way round.`;
  return [fault('evidence/reversed-dates', path, message, { earliest, latest })];
}
