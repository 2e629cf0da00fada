/** Where a program writes: a process's stream, or a test's list of texts. */
export interface Writer {
  write(text: string, taken?: () => void): unknown;
  /** How much of it has not been taken yet, where it is taken in time; of a list, nothing ever waits. */
  readonly writableLength?: number;
  /** Whether a person watches. */
  readonly isTTY?: boolean;
  /** How wide their terminal is. */
  readonly columns?: number;
}

/** All that the command line knows of the world around it, so that a run is a function of this and of its arguments. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: Writer;
  readonly stderr: Writer;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that file names are relative to. */
  readonly folder: string;
  /** Runs long work with a signal that an interruption aborts; outside of it, an interruption ends the program at once. */
  interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

/** Writes, and waits until it has been taken: whoever is ended now has told all that is done, but for what comes next. */
export async function handOver(to: Writer, text: string): Promise<void> {
  const taken = new Promise<void>((resolve) => to.write(text, resolve));
  if ((to.writableLength ?? 0) > 0) await taken;
}
