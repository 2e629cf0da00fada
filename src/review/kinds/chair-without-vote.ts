import { actorLabel } from '../../obligations/actor-label.js';
import { nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';

/** A body whose chair is none of its members, and so has no vote in it: that may be meant of a chair from outside. */
export function find(subject: Subject): readonly Found[] {
  return Object.entries(subject.text.bodies).flatMap(([id, { members, chair }]): readonly Found[] => {
    if (chair === undefined || members.length === 0 || members.includes(chair)) return [];
    const clause = `bodies.${id}`;
    const words = 'If that is not meant, name the chair among the members.';
    return [
      {
        severity: 'note',
        clauses: [clause],
        message: `${nameOf(subject, clause)} is chaired by ${actorLabel(subject, chair)}, who is none of its members and has no vote in it. ${words}`,
        mend: { words, patches: [textPatch(['bodies', id, 'members'], [...members, chair])] },
        facts: { chair, members },
      },
    ];
  });
}
