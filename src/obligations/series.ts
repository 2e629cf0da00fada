import { span } from '../base/span.js';
import type { Text } from '../offers/text/text.js';
import { addingUp, hasAmount } from './adding-up.js';
import type { Owing } from './owing.js';
import type { ScheduledDuty } from './duty.js';

/** The same duties, each with how much falls due and, in a series, how much is due in all by then. */
export function shareOut(duties: readonly ScheduledDuty[], text: Text, owing: Owing): readonly ScheduledDuty[] {
  const add = addingUp(text, owing);
  return duties.map((duty) => {
    const obligation = text.obligations[duty.obligation];
    if (!obligation || duty.kind === 'refrain' || duty.of === undefined || !hasAmount(obligation)) return duty;
    const { amount, total } = add(duty.obligation);
    return {
      ...duty,
      amount: span(amount.least, amount.most),
      ...(obligation.series && { total: span(total.least, total.most) }),
    };
  });
}
