/** Where a program writes: a process's stream, or a test's list of texts. */
export interface Writer {
  write(text: string): unknown;
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
