import type { Readable, Writable } from 'node:stream';
import { isCancel, select, text as ask } from '@clack/prompts';
import { printable } from '../../base/printable.js';
import { inert } from '../safe.js';
import type { Io } from '../io.js';
import type { Asker } from './asker.js';

/** How many choices are shown at once; others come into sight on the way to them. */
const SHOWN = 12;

/** A person at a terminal, asked with arrow keys and text. */
export function terminal(io: Io): Asker {
  // A terminal's streams are those of a process; what is known of them here is the little that other commands need.
  const streams = { input: io.stdin, output: io.stdout } as unknown as { input: Readable; output: Writable };
  return {
    async choose(question, choices) {
      const options = choices.map(({ label, hint }, value) => ({
        value,
        label: printable(label),
        ...(hint !== undefined && { hint: printable(hint) }),
      }));
      const chosen = await select({ message: printable(question), options, maxItems: SHOWN, ...streams });
      return isCancel(chosen) ? undefined : choices[chosen]?.value;
    },
    async text(question, wrong) {
      const said = await ask({
        message: printable(question),
        validate: (given) => {
          const why = wrong(given ?? '');
          return why === undefined ? undefined : printable(why);
        },
        ...streams,
      });
      return isCancel(said) ? undefined : said;
    },
    say(text) {
      io.stdout.write(`${inert(text)}\n`);
    },
  };
}
