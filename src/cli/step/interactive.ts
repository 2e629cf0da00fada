import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { unique } from '../../base/list.js';
import { printable } from '../../base/printable.js';
import type { EventTemplate } from '../../machine/event-template.js';
import { paragraph } from '../../report/wrap.js';
import type { TalksEvent } from '../../scenario/event.js';
import { BadInput } from '../bad-input.js';
import type { Context } from '../context.js';
import { faultsText } from '../faults-text.js';
import type { Asker, Choice } from './asker.js';
import { fillIn } from './fill-in.js';
import type { Session } from './session.js';
import { whereText } from './where.js';
import { templateWords, TYPE_WORDS } from './words.js';

/** What can be done besides letting something happen. */
type Word = 'look' | 'undo' | 'redo' | 'fork' | 'save' | 'quit';
type Chosen = { readonly type: TalksEvent['type'] } | { readonly word: Word };

/** Asks again and again what happens next, out of what could, until there is enough. */
export async function interactive(context: Context, session: Session, asker: Asker, all: boolean): Promise<void> {
  const file = session.journal?.file;
  asker.say(whereText(session.talks, context, all));
  const escape = 'Escape goes back to the first question; there it ends.';
  asker.say(context.paint.faint(paragraph(escape, context.width, '')));
  for (;;) {
    const chosen = await asker.choose('What happens next?', choices(session));
    if (chosen === undefined || ('word' in chosen && chosen.word === 'quit')) break;
    try {
      const moved =
        'word' in chosen
          ? await word(chosen.word, context, session, asker)
          : await happens(chosen.type, context, session, asker);
      if (moved) asker.say(whereText(session.talks, context, all));
    } catch (error) {
      // What was wrong with a file's name, say: asked again, something else can be said.
      if (!(error instanceof BadInput)) throw error;
      asker.say(faultsText(error.faults, context.width));
    }
  }
  const kept = session.journal?.file ?? file;
  if (kept !== undefined)
    asker.say(
      paragraph(printable(`All of it is kept in ${kept}; the same command goes on from there.`), context.width, ''),
    );
}

/** The types of event that could come next, and the words. */
function choices({ talks }: Session): readonly Choice<Chosen>[] {
  const next = talks.nextEvents;
  const types = unique(next.map(({ type }) => type));
  const counted = (type: string) => next.filter((one) => one.type === type).length;
  return [
    ...types.map((type) => ({
      value: { type },
      label: counted(type) === 1 ? TYPE_WORDS[type] : `${TYPE_WORDS[type]} (${counted(type)} ways)`,
      hint: type,
    })),
    ...WORDS.map(({ word: value, label }) => ({ value: { word: value }, label })),
  ];
}

const WORDS: readonly { readonly word: Word; readonly label: string }[] = [
  { word: 'look', label: 'look: the offer on the table, preferences in full' },
  { word: 'undo', label: 'undo: take back what happened last' },
  { word: 'redo', label: 'redo: do again what was taken back' },
  { word: 'fork', label: 'fork: go on in a copy, and leave these talks as they are' },
  { word: 'save', label: 'save: write these talks into a file' },
  { word: 'quit', label: 'quit' },
];

/** Lets one of the events of a type happen; says whether it did. */
async function happens(type: TalksEvent['type'], context: Context, session: Session, asker: Asker): Promise<boolean> {
  const { talks } = session;
  const templates = talks.nextEvents.filter((one) => one.type === type);
  const label = (value: EventTemplate) => ({ value, label: templateWords(talks.scenario, value) });
  const [only] = templates;
  const template = templates.length === 1 ? only : await asker.choose(TYPE_WORDS[type], templates.map(label));
  const event = template && (await fillIn(asker, talks.scenario, template));
  if (!event) return false;
  const { accepted, reasons } = session.do(event);
  if (!accepted) asker.say(faultsText(reasons, context.width));
  return accepted;
}

/** Does what a word says; says whether the talks stand elsewhere now. */
async function word(what: Word, context: Context, session: Session, asker: Asker): Promise<boolean> {
  switch (what) {
    case 'look':
      asker.say(whereText(session.talks, context, true));
      return false;
    case 'undo':
    case 'redo': {
      const moved = session[what]();
      if (!moved) asker.say(`There is nothing to ${what}.`);
      return moved;
    }
    case 'fork':
    case 'save': {
      const folder = context.io.folder;
      const file = await asker.text(`Into which file?`, (text) =>
        text.trim() === ''
          ? 'The name of a file.'
          : existsSync(resolve(folder, text.trim()))
            ? 'There is a file of that name already.'
            : undefined,
      );
      if (file === undefined) return false;
      session[what](file.trim());
      asker.say(
        paragraph(
          printable(what === 'fork' ? `From here on in ${file.trim()}.` : `Saved in ${file.trim()}.`),
          context.width,
          '',
        ),
      );
      return false;
    }
    case 'quit':
      return false;
  }
}
