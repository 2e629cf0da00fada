import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { fault, type Fault } from '../../base/fault.js';
import { isRecord } from '../../base/plain.js';
import type { TalksOptions } from '../../machine/options.js';
import type { Talks } from '../../machine/talks.js';
import type { TalksEvent } from '../../scenario/event.js';
import { BadInput, type PlacedFault } from '../bad-input.js';
import { decoded, readBytes } from '../files/read-text.js';
import { writeNew } from '../files/write-file.js';
import { safeJsonLine } from '../safe.js';

/** What tells a journal from other files: its first line says so. */
const FORMAT = 'sticking-points/journal';

/** One line of a journal after the first: something that happened, or was taken back, or was done again. */
export type Entry = { readonly do: TalksEvent } | { readonly undo: true } | { readonly redo: true };

/** The first line of a journal: what talks it belongs to. */
interface Head {
  readonly format: typeof FORMAT;
  readonly version: 1;
  readonly scenario: string;
  readonly fingerprint: string;
  readonly options: TalksOptions;
}

/** A journal as it was read. */
export interface Kept {
  readonly head: Head;
  readonly entries: readonly Entry[];
  /** Whether its last line had only been half written: it was dropped, since nobody had been told that it was kept. */
  readonly torn: boolean;
  /** How many bytes the lines take that were read. */
  readonly size: number;
}

/**
 * A file of talks to which each event is added as it happens, a line at a time. A line counts once its end has been written;
 * only then is anybody told that it is kept. Whatever kills the program, what was told is there.
 */
export class Journal {
  private constructor(
    readonly file: string,
    private readonly handle: number,
    private size: number,
  ) {}

  /** Begins a journal for talks as they stand. Takes the place of no file. */
  static begin(folder: string, file: string, talks: Talks): Journal {
    const journal = Journal.beginIfNew(folder, file, talks);
    if (journal) return journal;
    const message = `There is a file called '${file}' already: give another name.`;
    throw new BadInput([fault('cli/file-exists', [], message, { file })]);
  }

  /** Begins a journal as `begin` does; none where there is a file of that name, which another run may just have begun. */
  static beginIfNew(folder: string, file: string, talks: Talks): Journal | undefined {
    const { scenario, fingerprint, options, events } = talks.save();
    const head: Head = { format: FORMAT, version: 1, scenario, fingerprint, options };
    const lines = [head, ...events.map((event) => ({ do: event }))].map((line) => `${safeJsonLine(line)}\n`);
    const path = resolve(folder, file);
    const text = lines.join('');
    return writeNew(path, text) ? new Journal(file, openSync(path, 'a'), Buffer.byteLength(text)) : undefined;
  }

  /** Goes on in a journal that was read; what was half written at its end is taken off. */
  static goOn(folder: string, file: string, { torn, size }: Kept): Journal {
    const path = resolve(folder, file);
    if (torn) cutTorn(path, wholeLines(readBytes(folder, file)));
    return new Journal(file, openSync(path, 'a'), size);
  }

  /** Adds an entry. When this returns it is kept. */
  add(entry: Entry): void {
    const found = fstatSync(this.handle).size;
    if (found !== this.size) {
      const message = `Something else has written to '${this.file}' meanwhile: nothing more is added to it. Step on in a copy.`;
      throw new BadInput([fault('cli/journal-changed', [], message, { file: this.file })]);
    }
    const line = Buffer.from(`${safeJsonLine(entry)}\n`);
    try {
      if (writeSync(this.handle, line) < line.length) throw new Error('the disk is full');
      fsyncSync(this.handle);
    } catch (error) {
      ftruncateSync(this.handle, this.size);
      const why = error instanceof Error ? error.message : String(error);
      const message = `'${this.file}' could not be written (${why}): the last event is not kept.`;
      throw new BadInput([fault('cli/journal-unwritable', [], message, { file: this.file })]);
    }
    this.size += line.length;
  }

  close(): void {
    closeSync(this.handle);
  }
}

/** Reads a journal, whose last line may be half written. */
export function readJournal(folder: string, file: string): Kept {
  const bytes = readBytes(folder, file);
  const whole = wholeLines(bytes);
  const torn = whole < bytes.length;
  const lines = decoded(bytes.subarray(0, whole), file).split('\n').slice(0, -1);
  const parsed = lines.map((line, i) => parseLine(line, i + 1, file));
  const [head, ...entries] = parsed;
  if (!isHead(head)) throw new BadInput([noJournal(file)]);
  const strange = entries.findIndex((entry) => !isEntry(entry));
  if (strange >= 0) throw new BadInput([badLine(file, strange + 2, 'it is no entry of a journal')]);
  return { head, entries: entries as readonly Entry[], torn, size: whole };
}

/** Whether a file begins as a journal does. */
export function looksLikeJournal(bytes: Buffer): boolean {
  const begin = `{"format":"${FORMAT}"`;
  return bytes.subarray(0, begin.length).toString() === begin;
}

function parseLine(line: string, number: number, file: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new BadInput([number === 1 ? noJournal(file) : badLine(file, number, 'it is no JSON')]);
  }
}

function noJournal(file: string): PlacedFault {
  const message = `'${file}' is no journal of talks: give the name of one, or of a file that is not there yet.`;
  return { ...fault('cli/no-journal', [], message, { file }), file, line: 1 };
}

function badLine(file: string, line: number, why: string): PlacedFault {
  const message = `Line ${line} of '${file}' has been damaged: ${why}. Without it and all after it the journal can be read.`;
  return { ...fault('cli/damaged-journal', [], message, { file, line }), file, line, column: 1 };
}

function isHead(value: unknown): value is Head {
  if (!isRecord(value)) return false;
  // It is a record, as has just been seen.
  const { format, version, scenario, fingerprint, options } = value as Partial<Record<keyof Head, unknown>>;
  return (
    format === FORMAT &&
    version === 1 &&
    typeof scenario === 'string' &&
    typeof fingerprint === 'string' &&
    isRecord(options)
  );
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value)) return false;
  const keys = Object.keys(value as object);
  const [key = ''] = keys;
  return keys.length === 1 && ['do', 'undo', 'redo'].includes(key);
}

/** How many bytes the lines take that have an end: the last may have been cut off within a character. */
function wholeLines(bytes: Buffer): number {
  return bytes.lastIndexOf('\n') + 1;
}

function cutTorn(path: string, whole: number): void {
  const handle = openSync(path, 'r+');
  try {
    ftruncateSync(handle, whole);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A fault of an event in a journal, at its line. */
export function atEntry(found: Fault, file: string, index: number): PlacedFault {
  return { ...found, file, line: index + 2, column: 1 };
}
