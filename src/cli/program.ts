import { Command, InvalidArgumentError, Option, type Argument } from 'commander';
import { isCalendarDate } from '../base/day.js';
import { contextOf, widthOf, type Context } from './context.js';
import type { Commands } from './commands.js';
import type { Exit } from './exit.js';
import type { Io } from './io.js';
import type { Outcome } from './outcome.js';
import { safeLines } from './safe.js';
import { version } from './version.js';
import type { BridgeAsked } from './commands/bridge.js';
import type { CheckAsked } from './commands/check.js';
import type { ExplainAsked } from './commands/explain.js';
import type { ReportAsked } from './commands/report.js';
import type { ScheduleAsked } from './commands/schedule.js';
import type { StepOptions } from './commands/step.js';

/** What the words of a command were parsed into. */
interface Given {
  readonly json?: boolean;
  readonly asOf?: string;
}

/**
 * The program with all its commands. Nothing is loaded for one that is not asked for, so that help costs little more than
 * starting Node. Where data is asked for, what is wrong with the words of a command is told by whoever runs it.
 */
export function programFor(io: Io, ended: (exit: Exit) => void, json = false): Command {
  const program = new Command('sticking-points');
  const width = widthOf(io.stdout);
  program
    .description(
      'Who said what in a negotiation, and where offers and positions do not meet.\n\n' +
        'A SCENARIO is one that comes with the package, by its id (see list), or a file of your own in YAML or JSON (see init).',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(safeLines(text)),
      writeErr: (text) => {
        if (!json) io.stderr.write(wrapped(text, width));
      },
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .helpCommand(false)
    .configureHelp({
      minWidthToWrap: 20,
      subcommandTerm: (one) => [one.name(), ...one.registeredArguments.map(argumentWord)].join(' '),
    })
    .helpOption('-h, --help', HELP)
    .version(version(), '-V, --version', 'say which version this is')
    .addHelpText('after', `\nExample:\n  sticking-points show gaza-2024\n\n${EXITS}`);

  /** A command with what every one has: `--json`, `--as-of`, help with an example. */
  const command = (usage: string, summary: string, more: string, example: string): Command =>
    program
      .command(usage)
      .summary(summary)
      .description(more === '' ? summary : `${summary} ${more}`)
      .helpOption('-h, --help', HELP)
      .option('--json', 'print data rather than text')
      .addOption(new Option('--as-of <date>', 'count only what had been reported by this day').argParser(date))
      .addHelpText('after', `\nExample:\n${example.replace(/^/gm, '  ')}\n\n${EXITS}`);

  /** Loads the commands, runs one, and prints what comes of it. */
  const does = async (given: Given, outcome: (commands: Commands, context: Context) => Promise<Outcome>) => {
    const { answer, COMMANDS } = await import('./commands.js');
    ended(await answer(io, given, async (context) => outcome(COMMANDS, context)));
  };

  command('list', 'List the scenarios that come with the package.', '', 'sticking-points list').action(
    async (given: Given) => does(given, async (commands, context) => commands.list(context)),
  );

  command(
    'show <scenario>',
    'Show parties, issues, who said what and where, offers, and where they do not meet.',
    '',
    'sticking-points show gaza-2024 --as-of 2024-01-28',
  )
    .option('--all', 'show the reasoning behind what is inferred or assumed as well')
    .action(async (scenario: string, given: Given & { all?: boolean }) =>
      does(given, async (commands, context) => commands.show(context, scenario, given)),
    );

  command(
    'validate <file>',
    'Check a scenario file: every fault with its line and column, and the way out.',
    'A file with faults is input that is wrong: it ends with 2.',
    'sticking-points validate lake.yaml',
  ).action(async (file: string, given: Given) =>
    does(given, async (commands, context) => commands.validate(context, file)),
  );

  command(
    'assess <scenario> [offers...]',
    'Hold offers against every position: what is unmet, by how much, who said so.',
    'Without offers: all of them, in order of event. Ends with 0 if one of them is agreed by the rule of agreement, else with 1.',
    'sticking-points assess gaza-2024 P5 P6',
  )
    .option('--all', 'show preferences in full as well')
    .addOption(
      new Option('--positions-as-of <date>', 'positions by what had been reported by this day').argParser(date),
    )
    .action(async (scenario: string, offers: string[], given: Given & { all?: boolean; positionsAsOf?: string }) =>
      does(given, async (commands, context) => commands.assessed(context, scenario, offers, given)),
    );

  command(
    'explain <scenario> [offer]',
    'Say why there is no deal: which positions exclude each other, what could be given up.',
    'With an offer: also what it leaves unmet, whose acceptance is missing, and the nearest offers that would do. Ends with 0 where the offer is agreed or, without one, where not all excludes each other.',
    'sticking-points explain gaza-2024 P5 --reading HA-endOfWar=b',
  )
    .addOption(reading())
    .addOption(whole('--seconds <n>', 'stop after so many seconds, with what was found'))
    .addOption(whole('--conflicts <n>', 'at most so many conflicts'))
    .addOption(whole('--concessions <n>', 'at most so many concession sets'))
    .action(async (scenario: string, offer: string | undefined, given: Given & ExplainAsked) =>
      does(given, async (commands, context) => commands.explained(context, scenario, offer, given)),
    );

  command(
    'bridge <scenario> <offer>',
    'Find the offers nearest to one that meet a chosen set of positions.',
    'Without --keep: every red line and demand of those whose acceptance it takes. Nobody has proposed what is found. Ends with 1 where there is none.',
    'sticking-points bridge gaza-2024 P5 --keep HA-prisoners IL-category',
  )
    .option('--keep <positions...>', 'the positions to be met, by their ids')
    .option('--parties <parties...>', 'whose red lines and demands are to be met')
    .addOption(reading())
    .addOption(whole('--most <n>', 'how many of equal distance'))
    .addOption(whole('--seconds <n>', 'stop after so many seconds'))
    .action(async (scenario: string, offer: string, given: Given & BridgeAsked) =>
      does(given, async (commands, context) => commands.bridged(context, scenario, offer, given)),
    );

  command(
    'diff <scenario> <from> <to>',
    'Say what moved from one offer to another, and which positions that turns.',
    'Ends with 1 where anything differs.',
    'sticking-points diff gaza-2024 P4a P5',
  ).action(async (scenario: string, from: string, to: string, given: Given) =>
    does(given, async (commands, context) => commands.diff(context, scenario, from, to)),
  );

  command(
    'schedule <scenario> <offer>',
    'Lay the text of an offer out by day: what falls due, from whom to whom.',
    'Without a day for start, days are counted from it. Ends with 1 where something cannot be dated; then it says what that waits for.',
    'sticking-points schedule deal.yaml draft --anchor start=2030-03-01',
  )
    .addOption(pairs('--anchor <event=day>', 'the day of a named event of the text', 'start=2030-03-01'))
    .action(async (scenario: string, offer: string, given: Given & ScheduleAsked) =>
      does(given, async (commands, context) => commands.scheduled(context, scenario, offer, given)),
    );

  command(
    'review <scenario> <offer>',
    'Read the text of an offer for what it leaves undone, undecided or impossible.',
    'Each finding with its clauses and a way out. Ends with 1 where there is one that the text itself does not accept.',
    'sticking-points review deal.yaml draft',
  )
    .addOption(pairs('--anchor <event=day>', 'the day of a named event of the text', 'start=2030-03-01'))
    .action(async (scenario: string, offer: string, given: Given & ScheduleAsked) =>
      does(given, async (commands, context) => commands.reviewed(context, scenario, offer, given)),
    );

  command(
    'report <scenario>',
    'Write everything into one file: a page for a browser, or Markdown.',
    'The page needs no network. With --view: only what one party may know, and nothing else is in the file.',
    'sticking-points report fishing-quota -o quota.html',
  )
    .requiredOption('-o, --output <file>', 'the file to write: FILE.html, or FILE.md for Markdown')
    .option('--offer <offer>', 'the offer on the table; else what the time line leaves there')
    .option('--view <party>', 'the party whose view it is')
    .option('--no-analysis', 'leave out conflicts, concessions and bridges, which take the longest')
    .addOption(whole('--seconds <n>', 'stop the analysis after so many seconds, with what was found'))
    .action(async (scenario: string, given: Given & ReportAsked) =>
      does(given, async (commands, context) => commands.reported(context, scenario, given)),
    );

  command(
    'check <scenario> [offers...]',
    'Check properties of deals, and find the smallest deal that breaks one.',
    'The norms that the scenario holds, of an offer that defers something that it says what happens otherwise, and the properties of a file: a list of conditions and of laws by name. Needs fast-check beside this package. Ends with 0 only where all held.',
    "sticking-points check gaza-2024 P5 --properties laws.yaml\n\nlaws.yaml:\n  - condition: { kind: compare, of: hostages, op: '>=', line: 1 }\n  - { law: somethingDueWithin, days: 60 }",
  )
    .option('--properties <file>', 'more properties, in YAML or JSON')
    .addOption(
      new Option('--among <what>', 'of what: the texts that offers may turn out to be, all deals, all offers').choices([
        'texts',
        'deals',
        'offers',
      ]),
    )
    .addOption(whole('--runs <n>', 'how many to draw for a property that is not decided at once'))
    .addOption(whole('--seed <n>', 'what decides all that is drawn'))
    .action(async (scenario: string, offers: string[], given: Given & CheckAsked) =>
      does(given, async (commands, context) => commands.check(context, scenario, offers, given)),
    );

  command(
    'init [file]',
    'Write a first scenario file, with remarks, that validates and runs.',
    'And beside it the schema by which an editor completes and checks it. Nothing is overwritten. With --as-of, its report is of that day.',
    'sticking-points init lake.yaml',
  ).action(async (file: string | undefined, given: Given) =>
    does(given, async (commands, context) => commands.init(context, file ?? 'scenario.yaml')),
  );

  command(
    'step <scenario>',
    'Step through talks: choose what happens next, or let a script do so.',
    'At a terminal it asks, and keeps each event in a journal, SCENARIO.talks.jsonl unless said otherwise; the same command goes on from there. Else events are read from --events or standard input: lines of JSON, a list in YAML or JSON, and the words undo, redo, fork FILE, save FILE. With --json a line of data for each. Ends with 1 if something was refused.',
    'sticking-points step gaza-2024 --start talks\necho \'{"type":"offer.tabled","offer":"compromise"}\' |\n  sticking-points step fishing-quota --journal fish.jsonl',
  )
    .option('--events <file>', 'what is to happen; - for standard input')
    .option('--journal <file>', 'keep each event here; go on from what it holds')
    .option('--from <file>', 'begin from saved talks or another journal')
    .addOption(new Option('--answers <which>', 'which answers count').choices(['by position', 'declared']))
    .addOption(
      new Option('--start <where>', 'in the talks, or before their first round').choices(['talks', 'betweenRounds']),
    )
    .option('--all', 'show preferences in full as well')
    .action(async (scenario: string, given: Given & StepOptions) => {
      const { COMMANDS } = await import('./commands.js');
      ended(await COMMANDS.step(contextOf(io, given), scenario, given));
    });

  return program;
}

const HELP = 'say what can be asked, with an example';

const EXITS =
  'Ends with 0 if all is well, 1 for a finding or no agreement, 2 for input that\nis wrong, 70 for a bug of ours.';

function argumentWord(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** `--reading position=reading`, as often as wanted. */
function reading(): Option {
  return pairs('--reading <position=reading>', 'which reading to take of a position', 'HA-endOfWar=b');
}

/** An option of two words with `=` between them, as often as wanted. */
function pairs(flags: string, description: string, example: string): Option {
  return new Option(flags, description).argParser(
    (text: string, before: readonly (readonly [string, string])[] | undefined) => {
      const [, key, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
      if (key === undefined || value === undefined) throw new InvalidArgumentError(`Say which: ${example}`);
      return [...(before ?? []), [key, value] as const];
    },
  );
}

/** An option that takes a whole number. */
function whole(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text: string) => {
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new InvalidArgumentError('Give a whole number.');
  });
}

/** Reads a day or a month. */
function date(text: string): string {
  if (isCalendarDate(text)) return text;
  throw new InvalidArgumentError('Give a real day, 2024-02-23, or a month, 2024-02.');
}

/** Breaks lines between words, as help does itself; loading what the reports do so with would cost more than the help. */
function wrapped(text: string, width: number): string {
  const long = new RegExp(`(?=[^\\n]{${width + 1}})([^\\n]{1,${width}}) `, 'g');
  return safeLines(text).replace(long, '$1\n');
}
