import type { TalksEvent } from '../../scenario/event.js';

/** Events of one word, each of which has no place in most states: it may be refused where what it stands for was. */
const PLAIN = [
  { type: 'talks.resumed' },
  { type: 'agreement.concluded' },
  { type: 'deal.started' },
] as const satisfies readonly TalksEvent[];

/** Courses in which what is refused is an event of one word, alone or after all that came before. */
export function* withPlainRefusal(events: readonly TalksEvent[], wrong: TalksEvent): Generator<readonly TalksEvent[]> {
  for (const plain of PLAIN) {
    yield [plain];
    yield events.with(events.indexOf(wrong), plain);
  }
}
