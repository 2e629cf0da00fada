// What you will see: an offer changed by a recipe, what that turns, and the change undone, exactly.
import { isDeepStrictEqual } from 'node:util';
import { about, amend, applyPatches, assess, assumed, describeChanges } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';

const scenario = gaza2024();
const plan = scenario.offers['P5'];
if (!plan) throw new Error('The scenario has lost its six-week plan.');

const { offer, inverse } = amend(
  plan,
  (draft) => {
    draft.terms['prisoners'] = assumed(about(1500), 'What if the plan met the figure reported of Hamas?');
  },
  { id: 'P5-what-if', label: 'Six-week plan, amended' },
);

console.log(`${offer.label}:`);
for (const change of describeChanges(scenario, plan, offer)) console.log(`  ${change.sentence}`);

const titles = (id: typeof plan) => assess(scenario, id).stickingPoints.map((point) => point.title);
console.log(`unmet before: ${titles(plan).join('; ')}`);
console.log(`unmet after:  ${titles(offer).join('; ')}`);

const restored = applyPatches(offer, inverse);
console.log(`undone: ${isDeepStrictEqual(restored, plan) ? 'the plan as it was' : 'something else'}`);
