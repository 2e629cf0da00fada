import { printable } from '../../base/printable.js';
import { paragraph } from '../../report/wrap.js';
import type { Context } from '../context.js';
import { EXIT } from '../exit.js';
import type { Outcome } from '../outcome.js';
import { readScenarioFile } from '../files/scenario-file.js';
import { sizeOf, sizeWords } from './list.js';

/** Whether a file holds a scenario; where it does not, everything that is wrong with it ends the command. */
export async function validate({ io, asOf, width }: Context, file: string): Promise<Outcome> {
  const size = sizeOf(await readScenarioFile(io.folder, file), asOf);
  return {
    exit: EXIT.fine,
    value: { file, faults: [], ...size },
    text: () =>
      [
        paragraph(printable(`${file}: a scenario without faults`), width, ''),
        paragraph(printable(`${size.id} · ${size.title}`), width, '  '),
        paragraph(sizeWords(size), width, '  '),
      ].join('\n'),
  };
}
