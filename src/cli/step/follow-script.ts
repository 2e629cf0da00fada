import { printable } from '../../base/printable.js';
import { eventFaults } from '../../machine/event-faults.js';
import { paragraph } from '../../report/wrap.js';
import type { TalksEvent } from '../../scenario/event.js';
import { eventWords } from '../../testing/print/event-words.js';
import { BadInput } from '../bad-input.js';
import type { Context } from '../context.js';
import { EXIT, type Exit } from '../exit.js';
import { handOver } from '../io.js';
import { inert, safeJsonLine } from '../safe.js';
import { scripted, type Command, type Scripted } from './script.js';
import type { Session } from './session.js';
import { whereText, whereValue } from './where.js';

/**
 * Does what a script says, telling of each step once it is kept, and before the next is done. What is refused is told with every reason, and the script
 * goes on; an event that is none ends it.
 */
export async function followScript(context: Context, session: Session, script: string, all: boolean): Promise<Exit> {
  const { io, json } = context;
  let exit: Exit = EXIT.fine;
  for await (const step of scripted(io, script)) {
    if (!(await done(context, session, step))) exit = EXIT.finding;
  }
  const { talks } = session;
  await handOver(
    io.stdout,
    `${json ? safeJsonLine({ end: whereValue(talks) }) : `\n${inert(whereText(talks, context, all))}`}\n`,
  );
  return exit;
}

async function done(context: Context, session: Session, { command, place }: Scripted): Promise<boolean> {
  if (command.what !== 'event') return doneWord(context, session, command);
  const { event } = command;
  const malformed = eventFaults(session.talks.scenario, event);
  if (malformed.length > 0) throw new BadInput(await place(malformed));
  const before = session.talks.scenario;
  const { accepted, reasons } = session.do(event);
  const said = `${event.type} ${eventWords(accepted ? session.talks.scenario : before, event)}`.trim();
  await tell(context, session, said, accepted, { event }, reasons);
  return accepted;
}

async function doneWord(
  context: Context,
  session: Session,
  command: Exclude<Command, { what: 'event' }>,
): Promise<boolean> {
  const { what } = command;
  if (what === 'fork' || what === 'save') {
    session[what](command.file);
    await tell(context, session, `${what}, ${command.file}`, true, { [what]: command.file });
    return true;
  }
  const accepted = session[what]();
  await tell(context, session, what, accepted, { [what]: true }, accepted ? [] : [NOTHING[what]]);
  return accepted;
}

const NOTHING = {
  undo: { code: 'cli/nothing-to-undo', message: 'Nothing has happened that could be taken back.' },
  redo: { code: 'cli/nothing-to-redo', message: 'Nothing has been taken back that could be done again.' },
} as const;

/** One line for a step, and the reasons beneath it where it was refused. */
async function tell(
  { io, json, width, paint }: Context,
  { talks }: Session,
  said: string,
  accepted: boolean,
  value: Readonly<Record<string, unknown>> | { readonly event: TalksEvent },
  reasons: readonly { readonly code: string; readonly message: string }[] = [],
): Promise<void> {
  const { state, log } = talks;
  if (json) {
    const told = { ...value, accepted, state, events: log.length, ...(accepted ? {} : { reasons }) };
    await handOver(io.stdout, `${safeJsonLine(told)}\n`);
    return;
  }
  const mark = accepted ? `${log.length}.` : paint.verdict.unmet('✗');
  const line = accepted ? `${said} → ${state}` : `refused: ${said}`;
  const why = reasons.map(({ code, message }) => paragraph(printable(`${message} (${code})`), width, '    '));
  await handOver(
    io.stdout,
    `${[`${mark} ${paragraph(printable(line), width, '', '    ').trimStart()}`, ...why].join('\n')}\n`,
  );
}
