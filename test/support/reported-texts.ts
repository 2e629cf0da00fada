import { days, onDay, uponEvent, whenCertified, type TextDraft } from 'sticking-points';
import { bridge } from './bridge.js';
import { wide } from './wide-text.js';
import { written } from './written.js';

const owed = { owedBy: ['east'], to: ['west'], begins: onDay(0), within: days(20) } as const;

/** A text of which much can be reported: acts, figures, what comes round, what is left undone, what binds nobody. */
const TEXT: TextDraft = wide({
  bodies: {
    board: { members: ['east', 'west', 'guild'] },
    court: { members: ['east', 'west', 'guild'], rule: { kind: 'quota', needed: 2 } },
    assembly: { members: ['east', 'west', 'guild'], rule: { kind: 'majority' } },
  },
  instruments: { treaty: { parties: { east: 'adheres', west: 'signs', guild: 'adheres' } }, letter: {} },
  certifications: { counted: { by: 'assembly' }, weighed: { by: 'court' }, agreed: { by: 'board' } },
  talks: { fees: {} },
  events: { thaw: { movedBy: ['east', 'west'] } },
  obligations: {
    act: owed,
    seen: { ...owed, verifier: 'board' },
    toll: owed,
    haul: { ...owed, of: 'stones', amount: 10 },
    round: { owedBy: ['east'], to: ['west'], kind: 'recurring', begins: onDay(0), every: days(2), times: 3 },
    still: { owedBy: ['east'], to: ['west'], kind: 'refrain', phase: 1 },
    maybe: { ...owed, strength: 'may' },
    wish: { ...owed, strength: 'aims to' },
    late: { ...owed, begins: onDay(5) },
    thawed: { ...owed, begins: uponEvent('thaw') },
    sworn: { ...owed, begins: whenCertified('counted') },
    anyone: { owedBy: ['east'], to: [], begins: onDay(0) },
    dig: { ...owed, instrument: 'treaty' },
    fill: { ...owed, owedBy: ['west'], to: ['east'], instrument: 'treaty' },
    serve: { ...owed, owedBy: ['guild'], to: ['east'], instrument: 'treaty' },
    write: { ...owed, instrument: 'letter' },
    answer: { ...owed, owedBy: ['west'], to: ['east'], instrument: 'letter' },
  },
});

/** The bridge by that text; another plan has none. */
export const reportedOn = bridge({ offers: { plan: written(TEXT, [40]), bare: written(undefined, [40]) } });
