import { judge, readDeal, settingOf, type Offer, type Scenario } from 'sticking-points';
import {
  findingOf,
  type ConditionInvariant,
  type Finding,
  type OfferInvariant,
} from '../../../src/testing/invariant.js';

const FINDING = { met: 'held', unmet: 'broken', open: 'undetermined' } as const;

/** What a law comes to, asked of one offer. */
export function ask(law: ConditionInvariant | OfferInvariant, offer: Offer, scenario: Scenario): Finding {
  if ('offer' in law) return findingOf(law.offer(offer, scenario), law.title);
  return FINDING[judge(law.condition, readDeal(settingOf(scenario), offer)).verdict];
}
