import { CommanderError } from 'commander';
import { isFaultError } from '../base/fault.js';
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
  try {
    await programFor(io, (code) => {
      exit = code;
    }).parseAsync(argv.length === 0 ? ['--help'] : argv, { from: 'user' });
    return exit;
  } catch (error) {
    // Help and version end in an error as well, one that carries no blame.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.badInput;
    const faults: readonly PlacedFault[] | undefined =
      error instanceof BadInput ? error.faults : isFaultError(error) ? error.faults : undefined;
    if (!faults) throw error;
    await tell(faults, argv.includes('--json'), io);
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
