import type { Fault, Path } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import type { Delivery } from '../obligations/delivery.js';
import { unknownId } from '../positions/checks.js';

/** An obligation that the text of the deal has not got. */
export function unknownDuty(
  { text }: Pick<Delivery, 'text'>,
  id: string,
  path: Path = ['obligation'],
): readonly Fault[] {
  if (Object.hasOwn(text.obligations, id)) return [];
  return [unknownIn('obligation', 'obligation', path, id, idsOf(text.obligations))];
}

/** Something that the text of the deal has not got, by its kind. */
export function unknownIn(what: string, code: string, path: Path, id: string, known: readonly string[]): Fault {
  return unknownId(`${what} in the text of the deal`, `talks/unknown-${code}`, path, id, known);
}
