import { quoted } from '../base/quoted.js';

/** A clause by what tells it from others: its label, and where it stands in the text. */
interface Labelled {
  readonly label?: string;
  readonly clause?: string;
}

/** The labels, each with its place in the text, that several clauses bear; kept for each section of a text. */
const shared = /* @__PURE__ */ new WeakMap<object, ReadonlySet<string>>();

/** Whether another clause of a section bears the same label and stands at the same place, so that its id has to tell them apart. */
export function isLabelledTwice(section: Readonly<Record<string, unknown>>, id: string): boolean {
  let twice = shared.get(section);
  if (!twice) {
    const names = Object.entries(section).map(([one, clause]) => nameIn(clause, one));
    const once = new Set<string>();
    twice = new Set(names.filter((name) => once.size === once.add(name).size));
    shared.set(section, twice);
  }
  return Object.hasOwn(section, id) && twice.has(nameIn(section[id], id));
}

/** A label as a sentence names it, with the id beside it where another of the section bears the same. */
export function labelApart(
  section: Readonly<Record<string, unknown>>,
  id: string,
  label: string = id,
  inMarks: (label: string) => string = quoted,
): string {
  return isLabelledTwice(section, id) ? `${inMarks(label)} (${id})` : inMarks(label);
}

function nameIn(clause: unknown, id: string): string {
  // Sections hold records; who is only named is a label alone.
  const { label = id, clause: place } = (typeof clause === 'string' ? { label: clause } : clause) as Labelled;
  return JSON.stringify([label, place]);
}
