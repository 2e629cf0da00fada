import { quoted } from '../base/quoted.js';
import type { Text } from '../offers/text/text.js';
import { isLabelledTwice } from './label-twice.js';

/** An obligation as a sentence names it: by its label, and by its id as well where another bears the same label. */
export function dutyLabel({ obligations }: Pick<Text, 'obligations'>, id: string): string {
  const label = quoted((Object.hasOwn(obligations, id) ? obligations[id]?.label : undefined) ?? id);
  return isLabelledTwice(obligations, id) ? `${label} (${id})` : label;
}
