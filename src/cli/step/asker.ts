/** One thing to choose: what it stands for, and what is read of it. */
export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

/** Somebody who can be asked: a person at a terminal, or a test. `undefined` is an answer: not now. */
export interface Asker {
  choose<T>(question: string, choices: readonly Choice<T>[]): Promise<T | undefined>;
  /** Asks for text until there is nothing wrong with it. */
  text(question: string, wrong: (text: string) => string | undefined): Promise<string | undefined>;
  say(text: string): void;
}
