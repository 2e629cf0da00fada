import type { Writer } from './io.js';

/** Nothing is shown of work that takes less than this. */
const PATIENCE = 300;
/** How often what is shown changes. */
const EVERY = 100;

/** A line at a terminal that says how far long work has come, and is gone when it ends. Elsewhere nothing is shown. */
export class Progress {
  private readonly begun = Date.now();
  private shown = 0;

  constructor(private readonly to: Writer) {}

  tell(words: string): void {
    const now = Date.now();
    if (this.to.isTTY !== true || now - this.begun < PATIENCE || now - this.shown < EVERY) return;
    this.shown = now;
    this.to.write(`\r\u001b[2K${words.slice(0, (this.to.columns ?? 80) - 1)}`);
  }

  end(): void {
    if (this.shown > 0) this.to.write('\r\u001b[2K');
  }
}

/** Does long work that may be interrupted, and shows meanwhile how far it has come. */
export async function shown<T>(to: Writer, work: (progress: Progress) => Promise<T>): Promise<T> {
  const progress = new Progress(to);
  try {
    return await work(progress);
  } finally {
    progress.end();
  }
}
