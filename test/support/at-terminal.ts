import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Screen } from './screen.js';

/** Whether there is something that opens a terminal for a program: `script`, which Debian and its like always have. */
export const HAS_TERMINALS = (spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '').includes(
  'util-linux',
);

/** Where the program's own number is written down. */
const PID = '.pid';

/** What stands before a question that has been answered. */
const ANSWERED = '◇';

/** Keys as a terminal sends them. */
export const KEY = {
  enter: '\r',
  down: '\u001b[B',
  escape: '\u001b',
  interrupt: '\u0003',
  end: '\u0004',
} as const;

/** A program at a terminal of its own, whose screen is looked at and whose keys are pressed. */
export class AtTerminal {
  /** All that it wrote, as it came. */
  written = '';
  readonly screen: Screen;
  private readonly ended: Promise<number | null>;
  private seen = 0;

  private constructor(
    private readonly child: ChildProcessWithoutNullStreams,
    private readonly folder: string,
    columns: number,
  ) {
    this.screen = new Screen(columns);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.written += text;
      this.screen.write(text);
    });
    child.stdin.on('error', () => undefined); // a program that has ended reads no more
    this.ended = new Promise((resolve) => child.on('close', resolve));
  }

  /** Starts a file of node's with arguments of letters, figures, dots and dashes. */
  static start(
    file: string,
    args: readonly string[],
    folder: string,
    { columns = 80, env = {} }: { readonly columns?: number; readonly env?: Readonly<Record<string, string>> } = {},
  ): AtTerminal {
    const { NO_COLOR: _, FORCE_COLOR: __, CI: ___, ...inherited } = process.env;
    const command = `stty cols ${columns} rows 50; echo $$ >${PID}; exec '${process.execPath}' '${file}' ${args.join(' ')}`;
    const child = spawn('script', ['-qefc', command, '/dev/null'], {
      cwd: folder,
      env: { ...inherited, TERM: 'xterm', LANG: 'C.UTF-8', SHELL: '/bin/sh', ...env },
    });
    return new AtTerminal(child, folder, columns);
  }

  /** Waits until a text has been written since a key was last pressed. */
  async sees(text: string): Promise<void> {
    const until = Date.now() + 30_000;
    while (!stripVTControlCharacters(this.written.slice(this.seen)).includes(text)) {
      if (Date.now() > until) throw new Error(`'${text}' was not seen:\n${this.shown}`);
      await soon();
    }
  }

  press(...keys: readonly string[]): void {
    this.seen = this.written.length;
    for (const key of keys) this.child.stdin.write(key);
  }

  /** Goes down to a choice and takes it. */
  async choose(label: string): Promise<void> {
    await this.sees('Enter: confirm');
    let marked = await this.marked('');
    for (let i = 0; !marked.includes(label); i++) {
      if (i > 40) throw new Error(`There is no choice '${label}':\n${this.shown}`);
      this.child.stdin.write(KEY.down);
      marked = await this.marked(marked);
    }
    this.press(KEY.enter);
    // What is drawn of this question until it is answered is not to be taken for the next.
    await this.sees(ANSWERED);
    this.seen = this.written.indexOf(ANSWERED, this.seen) + ANSWERED.length;
  }

  /** The choice that is marked, once it is another than before: while the screen is drawn anew there may be none, or two. */
  private async marked(before: string): Promise<string> {
    const until = Date.now() + 30_000;
    for (;;) {
      const { lines } = this.screen;
      const asked = lines.slice(lines.findLastIndex((line) => line.includes('◆')));
      const [one, ...others] = asked.filter((line) => line.includes('●'));
      if (one !== undefined && others.length === 0 && one !== before) return one;
      if (Date.now() > until) throw new Error(`No other choice was marked:\n${this.shown}`);
      await soon();
    }
  }

  /** What it ended with. */
  async end(): Promise<number | null> {
    const late = setTimeout(() => this.child.kill('SIGKILL'), 30_000);
    const code = await this.ended;
    clearTimeout(late);
    return code;
  }

  /** Kills the program itself, as `kill -9` does, and not the terminal around it. */
  kill(): void {
    process.kill(Number(readFileSync(join(this.folder, PID), 'utf8')), 'SIGKILL');
  }

  private get shown(): string {
    return this.screen.lines.slice(-40).join('\n');
  }
}

async function soon(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 10));
}
