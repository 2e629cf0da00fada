import { Command, InvalidArgumentError, Option, type Argument } from 'commander';
import { isCalendarDate } from '../base/day.js';
import { widthOf, type Context } from './context.js';
import type { Exit } from './exit.js';
import type { Io } from './io.js';
import type { Outcome } from './outcome.js';
import { safeLines } from './safe.js';

/** What the words of a command were parsed into. */
interface Given {
  readonly json?: boolean;
  readonly asOf?: string;
}

/**
 * The program with all its commands. Nothing is loaded for one that is not asked for, so that help costs little more than
 * starting Node.
 */
export function programFor(io: Io, ended: (exit: Exit) => void): Command {
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
      writeErr: (text) => io.stderr.write(safeLines(text)),
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
    .option('-V, --version', 'say which version this is')
    .addHelpText('after', `\nExample:\n  sticking-points show gaza-2024\n\n${EXITS}`)
    .action(async (options: { readonly version?: boolean }) => {
      if (options.version !== true) return void program.outputHelp();
      const { version } = await import('./version.js');
      io.stdout.write(`${version()}\n`);
    });

  /** A command with what every one has: `--json`, `--as-of`, help with an example. */
  const command = (usage: string, summary: string, more: string, example: string): Command =>
    program
      .command(usage)
      .summary(summary)
      .description(more === '' ? summary : `${summary} ${more}`)
      .helpOption('-h, --help', HELP)
      .option('--json', 'print data rather than text')
      .addOption(
        new Option('--as-of <date>', 'count only what had been reported by this day').argParser(date('--as-of')),
      )
      .addHelpText('after', `\nExample:\n${example.replace(/^/gm, '  ')}\n\n${EXITS}`);

  /** Runs a command and prints what comes of it. */
  const does = async (given: Given, outcome: (context: Context) => Promise<Outcome>) => {
    const { answer } = await import('./answer.js');
    ended(await answer(io, given, outcome));
  };

  command('list', 'List the scenarios that come with the package.', '', 'sticking-points list').action(
    async (given: Given) => does(given, async (context) => (await import('./commands/list.js')).list(context)),
  );

  command(
    'show <scenario>',
    'Show parties, issues, who said what and where, offers, and where they do not meet.',
    '',
    'sticking-points show gaza-2024 --as-of 2024-01-28',
  )
    .option('--all', 'show the reasoning behind what is inferred or assumed as well')
    .action(async (scenario: string, given: Given & { all?: boolean }) =>
      does(given, async (context) => (await import('./commands/show.js')).show(context, scenario, given)),
    );

  command(
    'validate <file>',
    'Check a scenario file: every fault with its line and column, and the way out.',
    'A file with faults is input that is wrong: it ends with 2.',
    'sticking-points validate lake.yaml',
  ).action(async (file: string, given: Given) =>
    does(given, async (context) => (await import('./commands/validate.js')).validate(context, file)),
  );

  command(
    'assess <scenario> [offers...]',
    'Hold offers against every position: what is unmet, by how much, who said so.',
    'Without offers: all of them, in order of event. Ends with 0 if one of them is agreed by the rule of agreement, else with 1.',
    'sticking-points assess gaza-2024 P5 P6',
  )
    .option('--all', 'show preferences in full as well')
    .addOption(
      new Option('--positions-as-of <date>', 'positions by what had been reported by this day').argParser(
        date('--positions-as-of'),
      ),
    )
    .action(async (scenario: string, offers: string[], given: Given & { all?: boolean; positionsAsOf?: string }) =>
      does(given, async (context) => (await import('./commands/assess.js')).assessed(context, scenario, offers, given)),
    );

  return program;
}

const HELP = 'say what can be asked, with an example';

const EXITS =
  'Ends with 0 if all is well, 1 for a finding or no agreement, 2 for input that\nis wrong, 70 for a bug of ours.';

function argumentWord(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** Reads a day or a month. */
function date(option: string): (text: string) => string {
  return (text) => {
    if (isCalendarDate(text)) return text;
    throw new InvalidArgumentError(`${option} wants a real day, 2024-02-23, or a month, 2024-02.`);
  };
}
