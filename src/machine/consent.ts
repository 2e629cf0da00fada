import { fault, type Fault } from '../base/fault.js';
import { listed } from '../base/list.js';

/** What stands against something to which these would have to consent, and have not. */
export function withoutConsent(missing: readonly string[], what: string): readonly Fault[] {
  if (missing.length === 0) return [];
  const message = `To ${what} needs the consent of ${listed(missing)}: name them in 'by'.`;
  return [fault('talks/no-consent', ['by'], message, { missing })];
}
