import { assumed } from '../../evidence/field.js';

/** A demand, or a refusal, or a stand against. */
export const demand = () =>
  assumed(
    'demand',
    'No report says of any line that it can never be given up. What is worded as a demand, a refusal or a stand against ' +
      'is taken as a demand, on all sides alike.',
  );

/** A hope, an interest, a topic. */
export const preference = () =>
  assumed(
    'preference',
    'Worded as a hope, an interest, a push or a topic, and not as what a deal must hold: taken as a preference, on all sides alike.',
  );

/** The two approaches that one report sets side by side. */
export const approach = () =>
  assumed(
    'preference',
    'S2 sets the two approaches side by side in like words; neither is said to be a condition, so both are preferences.',
  );
