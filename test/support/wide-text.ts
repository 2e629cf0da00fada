import type { TextDraft } from 'sticking-points';

/** A text some of whose parts are put together as the tests run: its ids are checked then, and not by the compiler. */
export const wide = (text: TextDraft): TextDraft => text;
