import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { printable } from '../../base/printable.js';
import { optionFaults, type TalksOptions } from '../../machine/options.js';
import { openTalks } from '../../machine/talks.js';
import { paragraph } from '../../report/wrap.js';
import type { Scenario } from '../../scenario/scenario.js';
import { BadInput } from '../bad-input.js';
import type { Context } from '../context.js';
import { EXIT, type Exit } from '../exit.js';
import { openScenario } from '../open-scenario.js';
import { safeJsonLine } from '../safe.js';
import { followScript } from '../step/follow-script.js';
import { interactive } from '../step/interactive.js';
import { Journal } from '../step/journal.js';
import { resume, Session } from '../step/session.js';

/** How talks are to be stepped through. */
export interface StepOptions {
  /** The file in which each event is kept as it happens; talks that it holds go on. */
  readonly journal?: string;
  /** Talks to begin from: saved ones, or a journal that is left as it is. */
  readonly from?: string;
  /** What is to happen, one after the other: a file, or `-` for standard input. */
  readonly events?: string;
  readonly answers?: TalksOptions['answers'];
  readonly start?: TalksOptions['start'];
  readonly all?: boolean;
}

/** Steps through talks: at a terminal by choosing what happens, else by a script. */
export async function step(context: Context, name: string, options: StepOptions): Promise<Exit> {
  const { io } = context;
  const scenario = await openScenario(io, name);
  const atTerminal =
    options.events === undefined && !context.json && io.stdin.isTTY === true && io.stdout.isTTY === true;
  const journal = options.journal ?? (atTerminal ? `${scenario.id}.talks.jsonl` : undefined);
  const session = await sessionOf(context, scenario, { ...options, ...(journal !== undefined && { journal }) });
  try {
    if (atTerminal) {
      const { terminal } = await import('../step/terminal.js');
      await interactive(context, session, terminal(io), options.all === true);
      return EXIT.fine;
    }
    return await followScript(context, session, options.events ?? '-', options.all === true);
  } finally {
    session.close();
  }
}

async function sessionOf(context: Context, scenario: Scenario, options: StepOptions): Promise<Session> {
  const { folder } = context.io;
  const { journal, from } = options;
  const asked = optionsAsked(context, options);
  if (journal !== undefined && existsSync(resolve(folder, journal))) return goOn(context, scenario, journal, asked);
  const resumed = from === undefined ? undefined : await resume(folder, from, scenario, asked);
  const talks = resumed?.talks ?? openTalks(scenario, asked);
  const begun = journal === undefined ? undefined : Journal.beginIfNew(folder, journal, talks);
  // Another run has begun it since.
  if (journal !== undefined && !begun) return goOn(context, scenario, journal, asked);
  const session = new Session(folder, talks, begun);
  if (resumed && from !== undefined) tellResumed(context, from, resumed.events, resumed.kept?.torn === true);
  return session;
}

/** The talks that a journal holds, which goes on. */
async function goOn(context: Context, scenario: Scenario, journal: string, asked: TalksOptions): Promise<Session> {
  const { folder } = context.io;
  const resumed = await resume(folder, journal, scenario, asked);
  if (!resumed.kept) return notAJournal(journal);
  const session = new Session(folder, resumed.talks, Journal.goOn(folder, journal, resumed.kept));
  tellResumed(context, journal, resumed.events, resumed.kept.torn);
  return session;
}

/** The options of the talks; `BadInput` for those that cannot be. */
function optionsAsked({ asOf }: Context, { answers, start }: StepOptions): TalksOptions {
  const asked = {
    ...(asOf !== undefined && { asOf }),
    ...(answers !== undefined && { answers }),
    ...(start !== undefined && { start }),
  };
  const faults = optionFaults(asked);
  if (faults.length > 0) throw new BadInput(faults);
  return asked;
}

function notAJournal(file: string): never {
  const message = `'${file}' holds saved talks and is no journal: begin from it with --from, and name another file for the journal.`;
  throw new BadInput([{ code: 'cli/no-journal', path: [], message, facts: { file }, file }]);
}

function tellResumed({ io, json, width }: Context, file: string, events: number, torn: boolean): void {
  if (json) {
    io.stdout.write(`${safeJsonLine({ resumed: file, events, torn })}\n`);
    return;
  }
  const half = torn ? [`The last line of ${file} was only half written: it has been dropped.`] : [];
  const lines = [...half, `Resumed from ${file}: ${events} ${events === 1 ? 'event' : 'events'}.`];
  io.stdout.write(lines.map((line) => `${paragraph(printable(line), width, '')}\n`).join(''));
}
