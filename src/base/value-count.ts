import { fault, type Fault } from './fault.js';
import { figure } from './list.js';

/**
 * The most values in all that are read, those of the texts of deals apart: records, lists, texts, figures. Five hundred
 * positions are a fifth of them.
 */
export const MOST_VALUES = 50_000;

/** The most values of the texts of deals, in all: ten thousand obligations of a usual kind. */
export const MOST_TEXT_VALUES = 250_000;

/** Under this key stands the text of a deal, and under others called so one value. */
const TEXT = 'text';

/** Counts values, those of the texts of deals apart, and tells of more than are read. */
export class ValueCount {
  private values = 1;
  private ofTexts = 0;

  /** So many more values, within a text or not. Returns what is wrong, once there are too many. */
  add(n: number, isOfText: boolean): Fault | undefined {
    if (isOfText) this.ofTexts += n;
    else this.values += n;
    if (this.values > MOST_VALUES) return tooMany(MOST_VALUES, 'in all');
    return this.ofTexts > MOST_TEXT_VALUES ? tooMany(MOST_TEXT_VALUES, 'in the texts of deals') : undefined;
  }
}

/** Whether what stands under a key is the text of a deal, or part of one. */
export function isOfText(key: string | number | undefined, within: boolean): boolean {
  return within || key === TEXT;
}

function tooMany(most: number, where: string): Fault {
  const message = `There are more than ${figure(most)} values ${where}: leave out what the negotiation does not need.`;
  return fault('scenario/too-big', [], message, { most });
}
