import { reporterOf } from '../offers/text/reporting.js';
import type { Subject } from './subject.js';

/**
 * Whether an offer says itself until when one of its obligations lasts, and it does not only follow from its phases: what
 * is laid out for an offer, and does not stand in it, no mend can take out.
 */
export function saysUntil({ offer }: Pick<Subject, 'offer'>, id: string): boolean {
  const { text } = offer;
  if (!text) return false;
  const body = reporterOf(text, id);
  const own = body === undefined ? text.obligations[id] : text.bodies[body]?.reports;
  return own?.until !== undefined;
}
