import type { FindingCode } from './finding.js';
import type { Kind } from './found.js';
import { find as ambiguous } from './kinds/ambiguous.js';
import { find as amountUntold } from './kinds/amount-untold.js';
import { find as bodyCannotDecide } from './kinds/body-cannot-decide.js';
import { find as chairWithoutVote } from './kinds/chair-without-vote.js';
import { find as circularSequence } from './kinds/circular-sequence.js';
import { find as creditorVerifies } from './kinds/creditor-verifies.js';
import { find as deadTrigger } from './kinds/dead-trigger.js';
import { find as deadlineBefore } from './kinds/deadline-before.js';
import { find as deferredWithoutEnd } from './kinds/deferred-without-end.js';
import { find as extensionWithoutEnd } from './kinds/extension-without-end.js';
import { find as heldAtEnd } from './kinds/held-at-end.js';
import { find as keyCircle } from './kinds/key-circle.js';
import { find as keyGivesNothing } from './kinds/key-gives-nothing.js';
import { find as keyTotals } from './kinds/key-totals.js';
import { find as lessOwedThanGiven } from './kinds/less-owed-than-given.js';
import { find as levelsExclude } from './kinds/levels-exclude.js';
import { find as mandateTooNarrow } from './kinds/mandate-too-narrow.js';
import { find as moreOwedThanExists } from './kinds/more-owed-than-exists.js';
import { find as noAmount } from './kinds/no-amount.js';
import { find as noLength } from './kinds/no-length.js';
import { find as noRatification } from './kinds/no-ratification.js';
import { find as noTrigger } from './kinds/no-trigger.js';
import { find as noVerifier } from './kinds/no-verifier.js';
import { find as notAdhered } from './kinds/not-adhered.js';
import { find as openSelection } from './kinds/open-selection.js';
import { find as outOfInstrument } from './kinds/out-of-instrument.js';
import { find as phaseGap } from './kinds/phase-gap.js';
import { find as phasesOverlap } from './kinds/phases-overlap.js';
import { find as precedenceCircle } from './kinds/precedence-circle.js';
import { find as readingsContradict } from './kinds/readings-contradict.js';
import { find as recurringWithoutEnd } from './kinds/recurring-without-end.js';
import { find as shareOfNothing } from './kinds/share-of-nothing.js';
import { find as talksNotPromised } from './kinds/talks-not-promised.js';
import { find as talksWithoutDate } from './kinds/talks-without-date.js';
import { find as talksWithoutFallback } from './kinds/talks-without-fallback.js';
import { find as tooManyTimes } from './kinds/too-many-times.js';
import { find as totalAddsNothing } from './kinds/total-adds-nothing.js';
import { find as triggerAtWill } from './kinds/trigger-at-will.js';
import { find as undefinedTerm } from './kinds/undefined-term.js';
import { find as verifiesItself } from './kinds/verifies-itself.js';
import { find as windowClosesFirst } from './kinds/window-closes-first.js';

/** What is found of each code; of acceptances that match nothing, once all else is found. */
export const KINDS: Readonly<Record<Exclude<FindingCode, 'review/accepts-nothing'>, Kind>> = {
  'review/circular-sequence': circularSequence,
  'review/dead-trigger': deadTrigger,
  'review/window-closes-first': windowClosesFirst,
  'review/deadline-before': deadlineBefore,
  'review/more-owed-than-exists': moreOwedThanExists,
  'review/less-owed-than-given': lessOwedThanGiven,
  'review/levels-exclude': levelsExclude,
  'review/total-adds-nothing': totalAddsNothing,
  'review/key-totals': keyTotals,
  'review/key-circle': keyCircle,
  'review/key-gives-nothing': keyGivesNothing,
  'review/body-cannot-decide': bodyCannotDecide,
  'review/chair-without-vote': chairWithoutVote,
  'review/precedence-circle': precedenceCircle,
  'review/out-of-instrument': outOfInstrument,
  'review/no-amount': noAmount,
  'review/no-trigger': noTrigger,
  'review/trigger-at-will': triggerAtWill,
  'review/not-adhered': notAdhered,
  'review/no-verifier': noVerifier,
  'review/verifies-itself': verifiesItself,
  'review/creditor-verifies': creditorVerifies,
  'review/talks-without-date': talksWithoutDate,
  'review/talks-without-fallback': talksWithoutFallback,
  'review/talks-not-promised': talksNotPromised,
  'review/open-selection': openSelection,
  'review/phases-overlap': phasesOverlap,
  'review/phase-gap': phaseGap,
  'review/no-length': noLength,
  'review/held-at-end': heldAtEnd,
  'review/recurring-without-end': recurringWithoutEnd,
  'review/too-many-times': tooManyTimes,
  'review/amount-untold': amountUntold,
  'review/share-of-nothing': shareOfNothing,
  'review/extension-without-end': extensionWithoutEnd,
  'review/undefined-term': undefinedTerm,
  'review/readings-contradict': readingsContradict,
  'review/ambiguous': ambiguous,
  'review/deferred-without-end': deferredWithoutEnd,
  'review/no-ratification': noRatification,
  'review/mandate-too-narrow': mandateTooNarrow,
};
