import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';

/** A phase that may be extended again and again, without a limit to how often or how far. */
export function find({ text }: Subject): readonly Found[] {
  return Object.entries(text.phases).flatMap(([phase, { extensions }]) =>
    extensions.flatMap(({ how, cap, times }, i): readonly Found[] => {
      if (cap || times !== undefined) return [];
      const words = 'Say how often, or for how long in all.';
      return [
        {
          severity: 'unclear',
          clauses: [`phases.${phase}`],
          message: `Phase ${phase} may be extended ${how}, and the text sets no limit to it. ${words}`,
          mend: {
            words,
            patches: [textPatch(['phases', phase, 'extensions', i], { ...extensions[i], times: 1 })].map((patch) => ({
              ...patch,
              op: 'replace' as const,
            })),
          },
          facts: { how, extension: i },
        },
      ];
    }),
  );
}
