import { createInterface } from 'node:readline';
import { fault, type Fault } from '../../base/fault.js';
import { jsonFaults } from '../../base/json-text.js';
import type { TalksEvent } from '../../scenario/event.js';
import { BadInput, type PlacedFault } from '../bad-input.js';
import { readText } from '../files/read-text.js';
import { readValue } from '../files/scenario-file.js';
import type { Io } from '../io.js';

/** Something that is to be done: an event, or a word that stands for none. */
export type Command =
  | { readonly what: 'event'; readonly event: TalksEvent }
  | { readonly what: 'undo' | 'redo' }
  | { readonly what: 'fork' | 'save'; readonly file: string };

/** A command, and how to say where it stands. */
export interface Scripted {
  readonly command: Command;
  /** Faults of its event, at their place in the script. */
  readonly place: (faults: readonly Fault[]) => Promise<readonly PlacedFault[]>;
}

/** The commands of a script: a file with a list, a file of lines, or `-` for lines of standard input as they come. */
export async function* scripted(io: Io, name: string): AsyncGenerator<Scripted> {
  if (name === '-') {
    let line = 0;
    for await (const text of createInterface({ input: io.stdin, crlfDelay: Infinity })) {
      yield* lineScripted(text, 'standard input', ++line);
    }
    return;
  }
  const text = readText(io.folder, name);
  if (/\.(jsonl|ndjson|txt)$/i.test(name)) {
    for (const [i, one] of text.split(/\r?\n/).entries()) yield* lineScripted(one, name, i + 1);
    return;
  }
  yield* listScripted(text, name);
}

/** A line: an event as JSON, or a word. Empty ones and remarks after `#` are passed over. */
function* lineScripted(text: string, file: string, line: number): Generator<Scripted> {
  const said = text.trim();
  if (said === '' || said.startsWith('#')) return;
  const at = (one: Fault): PlacedFault => ({ ...one, file, line, column: text.indexOf(said) + 1 });
  const place = (faults: readonly Fault[]) => Promise.resolve(faults.map(at));
  if (!said.startsWith('{')) {
    const command = wordCommand(said);
    if (!('what' in command)) throw new BadInput([at(command)]);
    yield { command, place };
    return;
  }
  const faults = jsonFaults(said);
  if (faults.length > 0) throw new BadInput(faults.map(at));
  // Whatever it is, the talks say what is wrong with it.
  yield { command: { what: 'event', event: JSON.parse(said) as TalksEvent }, place };
}

/** A file with a list of events and words, in YAML or JSON. */
async function* listScripted(text: string, file: string): AsyncGenerator<Scripted> {
  const read = await readValue(file, text);
  const place = async (faults: readonly Fault[]) => (await import('../files/yaml.js')).placed(faults, file, text);
  if (!read.ok) throw new BadInput(await place(read.faults));
  if (!Array.isArray(read.value)) {
    const message =
      'A script is a list of events: begin each with a dash, or write them as lines of JSON in a .jsonl file.';
    throw new BadInput(await place([fault('cli/no-script', [], message)]));
  }
  for (const [i, entry] of (read.value as readonly unknown[]).entries()) {
    const inside = (faults: readonly Fault[]) => place(faults.map((one) => ({ ...one, path: [i, ...one.path] })));
    if (typeof entry !== 'string') {
      yield { command: { what: 'event', event: entry as TalksEvent }, place: inside };
      continue;
    }
    const command = wordCommand(entry);
    if (!('what' in command)) throw new BadInput(await inside([command]));
    yield { command, place: inside };
  }
}

/** `undo`, `redo`, `fork FILE`, `save FILE`; a fault for anything else. */
function wordCommand(text: string): Command | Fault {
  const [word = '', ...rest] = text.split(/\s+/);
  const file = rest.join(' ');
  if ((word === 'undo' || word === 'redo') && file === '') return { what: word };
  if ((word === 'fork' || word === 'save') && file !== '') return { what: word, file };
  const message = `'${text.slice(0, 60)}' is neither an event nor a word: write an event as JSON, or undo, redo, fork FILE or save FILE.`;
  return fault('cli/unknown-word', [], message);
}
