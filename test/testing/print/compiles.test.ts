import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaza2024 } from 'sticking-points/scenarios';
import { offers } from 'sticking-points/testing';
import { courseCode } from '../../../src/testing/print/course-code.js';
import { dealCode } from '../../../src/testing/print/deal-code.js';
import { typeFaults, type Typed } from '../../docs/doors.js';

const gaza = gaza2024();

const typed = (name: string, code: string): Typed => ({
  snippet: {
    name,
    code: `import { gaza2024 } from 'sticking-points/scenarios';\nconst scenario = gaza2024();\n${code}`,
  },
  names: {},
});

describe('printed code', () => {
  it('compiles, and the compiler would say if it did not', () => {
    const drawn = fc.sample(offers(gaza), { numRuns: 20, seed: 3 });
    const deals = [...Object.values(gaza.offers), ...drawn].map((offer, i) =>
      typed(`${i} ${offer.id}`, dealCode(offer, gaza)),
    );
    const reported = gaza.timeline.flatMap(({ event }) => event ?? []);
    const tabled = drawn.map((offer) => ({ type: 'offer.tabled', offer }) as const);
    const course = typed('course', courseCode([...reported, ...tabled], gaza));
    const opened = typed('opened', courseCode(reported, gaza, { asOf: '2024-05-06', start: 'talks' }));
    const wrong = typed('wrong', dealCode(gaza.offers['P3']!, gaza).replace("standing: 'idea'", "standing: 'ideal'"));
    expect(typeFaults(undefined, [...deals, course, opened, wrong])).toEqual([
      expect.stringMatching(/^wrong: .*No overload|^wrong: .*not assignable/),
    ]);
  });
});
