import type { Text } from '../offers/text/text.js';
import { inQuotes } from '../base/quoted.js';
import { labelApart } from './label-twice.js';

/**
 * An obligation as a sentence names it: by its label in quotation marks, as that mostly is a verb with what belongs to it, and by
 * its id as well where another bears the same label.
 */
export function dutyLabel({ obligations }: Pick<Text, 'obligations'>, id: string): string {
  return labelApart(obligations, id, Object.hasOwn(obligations, id) ? obligations[id]?.label : undefined, inQuotes);
}
