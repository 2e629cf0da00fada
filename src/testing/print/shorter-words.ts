import { figure } from '../../base/list.js';
import type { Shorter } from '../courses/shorter.js';

/** What is known of courses shorter than one of so many events that breaks an invariant, as a sentence. */
export function shorterWords({ alike, any }: Shorter, events: number): string {
  const most = events - 1;
  if (any >= most) return 'No course of fewer events breaks it, of all that were tried beside these.';
  if (alike >= most) {
    return `No course of fewer events like these breaks it, and none of up to ${figure(any)} of all that were tried beside these.`;
  }
  return `Of courses of fewer events, those of up to ${figure(alike)} like these were tried, and of up to ${figure(any)} of others: none breaks it.`;
}
