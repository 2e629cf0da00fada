import { resolve } from 'node:path';
import { fault } from '../../base/fault.js';
import { printJson } from '../../base/json-print.js';
import type { TalksOptions } from '../../machine/options.js';
import { restoreTalks } from '../../machine/restore.js';
import { openTalks, type Reply, type Talks } from '../../machine/talks.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import { BadInput } from '../bad-input.js';
import { decoded, readBytes } from '../files/read-text.js';
import { readValue } from '../files/scenario-file.js';
import { writeWhole } from '../files/write-file.js';
import { atEntry, Journal, looksLikeJournal, readJournal, type Kept } from './journal.js';

/** Talks that are being stepped through, and the journal that keeps what happens in them. */
export class Session {
  constructor(
    private readonly folder: string,
    public talks: Talks,
    public journal?: Journal,
  ) {}

  /** Lets something happen. When this returns an acceptance it is kept. */
  do(event: TalksEvent): Reply {
    const reply = this.talks.do(event);
    if (reply.accepted) this.keep({ do: event }, () => this.talks.undo());
    return reply;
  }

  undo(): boolean {
    const undone = this.talks.undo();
    if (undone) this.keep({ undo: true }, () => this.talks.redo());
    return undone;
  }

  redo(): boolean {
    const redone = this.talks.redo();
    if (redone) this.keep({ redo: true }, () => this.talks.undo());
    return redone;
  }

  /** Goes on in talks with the same past, kept in a journal of their own. Those left behind stay as they are. */
  fork(file: string): void {
    const talks = this.talks.fork();
    const journal = Journal.begin(this.folder, file, talks);
    this.journal?.close();
    [this.talks, this.journal] = [talks, journal];
  }

  /** Writes the talks as they stand into a file, from which they can be restored here or with `restoreTalks`. */
  save(file: string): void {
    writeWhole(resolve(this.folder, file), `${printJson(JSON.parse(JSON.stringify(this.talks.save())))}\n`);
  }

  close(): void {
    this.journal?.close();
  }

  private keep(entry: Parameters<Journal['add']>[0], takeBack: () => unknown): void {
    try {
      this.journal?.add(entry);
    } catch (error) {
      takeBack();
      throw error;
    }
  }
}

/** Talks taken up where a file left them: a journal, or saved talks. */
export interface Resumed {
  readonly talks: Talks;
  readonly events: number;
  /** The journal that was read, in which the talks go on. */
  readonly kept?: Kept;
}

/** Takes talks up again. `BadInput` for a file that holds none, for another scenario's, and for other options. */
export async function resume(
  folder: string,
  file: string,
  scenario: Scenario,
  options: TalksOptions,
): Promise<Resumed> {
  const bytes = readBytes(folder, file);
  if (looksLikeJournal(bytes)) return resumeJournal(folder, file, scenario, options);
  const read = await readValue(file, decoded(bytes, file));
  const restored = read.ok ? restoreTalks(scenario, read.value) : read;
  if (!restored.ok) throw new BadInput(restored.faults.map((one) => ({ ...one, file })));
  const talks = restored.value;
  sameOptions(options, talks.options, file);
  return { talks, events: talks.log.length };
}

function resumeJournal(folder: string, file: string, scenario: Scenario, options: TalksOptions): Resumed {
  const kept = readJournal(folder, file);
  const { head, entries } = kept;
  sameOptions(options, head.options, file);
  const opened = restoreTalks(scenario, {
    format: 'sticking-points/talks',
    version: head.version,
    scenario: head.scenario,
    fingerprint: head.fingerprint,
    options: head.options,
    events: [],
    state: openTalks(scenario, head.options).state,
  });
  if (!opened.ok) throw new BadInput(opened.faults.map((one) => ({ ...one, file, line: 1, column: 1 })));
  const talks = opened.value;
  for (const [i, entry] of entries.entries()) {
    if ('do' in entry) {
      const { reasons } = talks.do(entry.do);
      if (reasons.length > 0) throw new BadInput(reasons.map((one) => atEntry(one, file, i)));
    } else if ('undo' in entry ? !talks.undo() : !talks.redo()) {
      const message = 'There is nothing that this entry could take back or do again: the journal has been damaged.';
      throw new BadInput([atEntry(fault('cli/damaged-journal', [], message), file, i)]);
    }
  }
  return { talks, events: talks.log.length, kept };
}

/** What is asked for has to be what the talks were opened with; what is not asked for is as it was. */
function sameOptions(asked: TalksOptions, held: TalksOptions, file: string): void {
  const other = (['asOf', 'answers', 'start'] as const).filter(
    (key) => asked[key] !== undefined && asked[key] !== held[key],
  );
  if (other.length === 0) return;
  const words = other.map((key) => `${key}: ${held[key] ?? 'not said'}`).join(', ');
  const message = `The talks in '${file}' were opened otherwise (${words}): leave that out, or begin others.`;
  throw new BadInput([fault('cli/other-options', other, message, { file, held: { ...held } })]);
}
