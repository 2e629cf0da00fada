import { CommanderError } from 'commander';
import { fault, isFaultError } from '../base/fault.js';
import { BadInput, type PlacedFault } from './bad-input.js';
import { widthOf } from './context.js';
import { EXIT, type Exit } from './exit.js';
import type { Io } from './io.js';
import { programFor } from './program.js';
import { safeJson } from './safe.js';

/**
 * Runs the command line: prints what the command has to say and returns the code to end with. Wrong input is told on the
 * error stream, or on the output as data where `--json` asks for it; what is thrown otherwise is a bug of ours.
 */
export async function run(argv: readonly string[], io: Io): Promise<Exit> {
  let exit: Exit = EXIT.fine;
  const json = argv.includes('--json');
  try {
    const program = programFor(io, (code) => (exit = code), json);
    await program.parseAsync(argv.length === 0 ? ['--help'] : argv, { from: 'user' });
    return exit;
  } catch (error) {
    // Help and version end in an error as well, one that carries no blame.
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.fine;
      // Where data is asked for, what is wrong with the words of a command is data as well.
      const message = error.message.replace(/^error: /, '');
      if (json) await tell([fault('cli/usage', [], message, { reason: error.code })], json, io);
      return EXIT.badInput;
    }
    const faults: readonly PlacedFault[] | undefined =
      error instanceof BadInput ? error.faults : isFaultError(error) ? error.faults : undefined;
    if (!faults) throw error;
    await tell(faults, json, io);
    return EXIT.badInput;
  }
}

async function tell(faults: readonly PlacedFault[], json: boolean, io: Io): Promise<void> {
  if (json) {
    io.stdout.write(`${safeJson({ faults })}\n`);
    return;
  }
  const { faultsText } = await import('./faults-text.js');
  io.stderr.write(`${faultsText(faults, widthOf(io.stderr))}\n`);
}
