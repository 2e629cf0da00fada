import * as fastCheck from 'fast-check';
import * as stickingPoints from 'sticking-points';
import * as analysis from 'sticking-points/analysis';
import * as report from 'sticking-points/report';
import * as scenarios from 'sticking-points/scenarios';
import * as testing from 'sticking-points/testing';
import * as xstate from 'xstate';

/** What documents may import: the doors of this library, and the packages it works with. */
export const MODULES: Readonly<Record<string, object>> = {
  'fast-check': fastCheck,
  'sticking-points': stickingPoints,
  'sticking-points/analysis': analysis,
  'sticking-points/report': report,
  'sticking-points/scenarios': scenarios,
  'sticking-points/testing': testing,
  // Inside a case no cases can be made: the adapter's own tests run it in a vitest of its own.
  'sticking-points/vitest': { testDeal: () => undefined },
  xstate,
};
