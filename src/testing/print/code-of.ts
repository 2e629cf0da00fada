import { isRecord } from '../../base/plain.js';
import { assumed, inferred, reported } from '../../evidence/field.js';
import {
  about,
  all,
  atLeast,
  atMost,
  between,
  exactly,
  halfOf,
  lessThan,
  moreThan,
  remaining,
  shareOf,
  some,
  upTo,
  worded,
} from '../../terms/amount.js';
import {
  beforeEvent,
  earliestOf,
  latestOf,
  onDate,
  onDay,
  START,
  uponCompletion,
  uponEvent,
  uponStart,
  whenCertified,
  whenTotal,
} from '../../offers/text/trigger.js';
import { days, months, weeks } from '../../terms/length.js';
import { ambiguous, deferred, definedElsewhere, onTheAgenda, undisclosed } from '../../terms/value.js';
import { textLiteral, type Code } from './code-layout.js';
import { fc } from '../fast-check.js';
import { isSameData } from './same-data.js';

/** Code, and what it needs to be imported. */
export interface Written {
  readonly code: Code;
  readonly imports: ReadonlySet<string>;
}

/** Plain data as code: amounts, lengths and notes by the constructors that make them, all else as literals. */
export function codeOf(data: unknown): Written {
  const imports = new Set<string>();
  return { code: written(data, imports), imports };
}

type Constructor = (...given: never[]) => unknown;

/** What a record may be written as: a constructor by its name, and what it is given. */
type Attempt = readonly [name: string, make: Constructor, ...given: readonly unknown[]];

function written(data: unknown, imports: Set<string>): Code {
  if (typeof data === 'string') return { kind: 'word', text: textLiteral(data) };
  if (Array.isArray(data)) return { kind: 'list', items: data.map((item: unknown) => written(item, imports)) };
  if (!isRecord(data)) return { kind: 'word', text: fc.stringify(data) };
  // As has just been seen.
  const record = data as Readonly<Record<string, unknown>>;
  // Whatever a constructor is tried for, it stands only where it makes just this record.
  const made = attemptsFor(record).find(([, make, ...given]) => isSameData(make(...(given as never[])), record));
  if (made) {
    const [name, , ...given] = made;
    imports.add(name);
    return { kind: 'call', name, given: given.map((part) => written(part, imports)) };
  }
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  return { kind: 'record', entries: entries.map(([key, value]) => [key, written(value, imports)] as const) };
}

function attemptsFor(record: Readonly<Record<string, unknown>>): readonly Attempt[] {
  if ('wording' in record) return amountAttempts(record);
  if ('unsettled' in record) return unsettledAttempts(record);
  if ('kind' in record) return triggerAttempts(record);
  if ('value' in record && 'basis' in record) return noteAttempts(record);
  if (!('unit' in record)) return [];
  const { length, days: inDays } = record;
  const known = inDays === undefined ? [] : [{ days: inDays }];
  return Object.entries({ days, weeks, months }).map(([name, make]) => [name, make, length, ...known]);
}

function amountAttempts({ words, ...record }: Readonly<Record<string, unknown>>): readonly Attempt[] {
  if (words !== undefined) return [['worded', worded, words, record]];
  const { n, from, to, parts, outOf, give } = record;
  const figures = { exactly, about, atLeast, moreThan, atMost, upTo, lessThan };
  const shares = { all, remaining, halfOf };
  const base = record['of'] === undefined ? [] : [record['of']];
  const tolerance = typeof give === 'object' && give !== null && 'n' in give ? [give.n] : [];
  return [
    ...Object.entries(figures).map(([name, make]): Attempt => [name, make, n, ...tolerance]),
    ...Object.entries(shares).map(([name, make]): Attempt => [name, make, ...base]),
    ['between', between, from, to],
    ['some', some],
    ['shareOf', shareOf, parts, outOf, ...base],
  ];
}

/** A trigger of a text. What else has a kind is made by none of these. */
function triggerAttempts(record: Readonly<Record<string, unknown>>): readonly Attempt[] {
  const { day, from, first, event, after, before, date, obligation, of, reaches, certification } = record;
  const late = after === undefined ? [] : [after];
  const count = { ...(from !== START && { from }), ...(first !== 0 && { first }) };
  const parts: readonly unknown[] = Array.isArray(of) ? of : [];
  switch (record['kind']) {
    case 'day':
      return [['onDay', onDay, day, ...(Object.keys(count).length > 0 ? [count] : [])]];
    case 'event':
      return before === undefined
        ? [['uponEvent', uponEvent, event, ...late]]
        : [['beforeEvent', beforeEvent, event, before]];
    case 'date':
      return [['onDate', onDate, date]];
    case 'started':
      return [['uponStart', uponStart, obligation, ...late]];
    case 'completed':
      return [['uponCompletion', uponCompletion, obligation, ...late]];
    case 'total':
      return [['whenTotal', whenTotal, of, reaches, ...late]];
    case 'certified':
      return [['whenCertified', whenCertified, certification, ...late]];
    case 'earliest':
      return [['earliestOf', earliestOf, ...parts]];
    case 'latest':
      return [['latestOf', latestOf, ...parts]];
    default:
      return [];
  }
}

function unsettledAttempts({ unsettled: _, ...details }: Readonly<Record<string, unknown>>): readonly Attempt[] {
  const readings: readonly unknown[] = Array.isArray(details['readings']) ? details['readings'] : [];
  return [
    ['onTheAgenda', onTheAgenda],
    ['undisclosed', undisclosed],
    ['deferred', deferred, ...(Object.keys(details).length > 0 ? [details] : [])],
    ['ambiguous', ambiguous, ...readings],
    ...(typeof details['where'] === 'string'
      ? [['definedElsewhere', definedElsewhere, details['where']] as const]
      : []),
  ];
}

function noteAttempts({ value, because, citations }: Readonly<Record<string, unknown>>): readonly Attempt[] {
  const cited: readonly unknown[] = Array.isArray(citations) ? citations : [];
  return [
    ['reported', reported, value, ...cited],
    ['inferred', inferred, value, because, ...cited],
    ['assumed', assumed, value, because],
  ];
}
