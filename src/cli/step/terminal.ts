import type { Readable, Writable } from 'node:stream';
import { select, text as ask } from '@clack/prompts';
import { printable } from '../../base/printable.js';
import { inert } from '../safe.js';
import type { Io } from '../io.js';
import type { Asker } from './asker.js';

/** How many choices are shown at once; others come into sight on the way to them. */
const SHOWN = 12;

/** A person at a terminal, asked with arrow keys and text. Escape, Ctrl-C and Ctrl-D say nothing, which is an answer. */
export function terminal(io: Io): Asker {
  // A terminal's streams are those of a process; what is known of them here is the little that other commands need.
  const streams = { input: io.stdin, output: io.stdout } as unknown as { input: Readable; output: Writable };
  const { input } = streams;
  let ended = false;
  input.once('end', () => (ended = true));
  /** Asks until there is an answer, or until whoever was asked has gone: readline would wait for them without end. */
  async function answerTo<T extends string | number>(
    question: (signal: AbortSignal) => Promise<T | symbol>,
  ): Promise<T | undefined> {
    if (ended) return undefined;
    const controller = new AbortController();
    const leave = () => controller.abort();
    const key = (_: unknown, { ctrl, name }: { readonly ctrl?: boolean; readonly name?: string } = {}) => {
      if (ctrl === true && name === 'd') leave();
    };
    input.once('end', leave).on('keypress', key);
    try {
      const said = await question(controller.signal);
      return typeof said === 'symbol' ? undefined : said;
    } finally {
      input.off('end', leave).off('keypress', key);
    }
  }
  return {
    async choose(question, choices) {
      const options = choices.map(({ label, hint }, value) => ({
        value,
        label: printable(label),
        ...(hint !== undefined && { hint: printable(hint) }),
      }));
      const chosen = await answerTo<number>(async (signal) =>
        select({ message: printable(question), options, maxItems: SHOWN, signal, ...streams }),
      );
      return chosen === undefined ? undefined : choices[chosen]?.value;
    },
    async text(question, wrong) {
      return answerTo<string>(async (signal) =>
        ask({
          message: printable(question),
          validate: (given) => {
            const why = wrong(given ?? '');
            return why === undefined ? undefined : printable(why);
          },
          signal,
          ...streams,
        }),
      );
    },
    say(text) {
      io.stdout.write(`${inert(text)}\n`);
    },
  };
}
