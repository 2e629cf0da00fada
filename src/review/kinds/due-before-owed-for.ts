import { listed, unique } from '../../base/list.js';
import type { Trigger } from '../../offers/text/trigger.js';
import { endsBy, opensBy } from '../../obligations/windows.js';
import { showDays } from '../../terms/length.js';
import { duty, nameOf } from '../clauses.js';
import { supposed, textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';
import { beforeIn, weighedBefore } from '../unless.js';

/** What is owed by a key, and due before something that it is owed for: nobody has to do it before that comes. */
export function ofKeys(subject: Subject): readonly Found[] {
  const { text } = subject;
  return Object.entries(text.obligations).flatMap(([id, obligation]): readonly Found[] => {
    const { byKey, kind, within, until } = obligation;
    if (!byKey || kind !== 'once') return [];
    const later = unique(byKey.of).flatMap((other) => {
      if (text.obligations[other]?.kind !== 'once') return [];
      const before = beforeIn(subject, `due ${id}`, `due ${other}`);
      return before ? [{ other, before }] : [];
    });
    const [first] = later;
    if (!first) return [];
    const unless = weighedBefore(subject, first.before, `due ${id}`, `due ${first.other}`);
    const others = later.map(({ other }) => other);
    const [opens, closes] = [opensBy(obligation), endsBy(obligation)];
    const done = others.map((other): Trigger => ({ kind: 'completed', obligation: other }));
    // What waits for it itself can be no mend.
    const together = subject.groups.get(id) ?? [id];
    const isWaiting = others.some((other) => {
      const { nodes } = subject.plans.hanging(`due ${other}`);
      return together.some((one) => nodes.has(`opens ${one}`) || nodes.has(`due ${one}`));
    });
    const noSooner = (trigger: Trigger | undefined): Trigger => ({
      kind: 'latest',
      of: [...(trigger ? [trigger] : []), ...done],
    });
    const patches =
      !closes || within
        ? [textPatch(['obligations', id, 'begins'], supposed(noSooner(opens)))]
        : [
            textPatch(['obligations', id, 'until'], noSooner(closes)),
            ...(until ? [] : [textPatch(['obligations', id, 'outlasts'], true)]),
          ];
    const by = later.length > 1 || first.before.days === undefined ? '' : `${showDays(first.before.days)} `;
    const words = 'Let it be due no sooner than what it is owed for.';
    return [
      {
        severity: 'unclear',
        clauses: [duty(id), ...others.map(duty)],
        message: `${nameOf(subject, duty(id))} is owed by ${nameOf(subject, `keys.${byKey.key}`)} for ${listed(others.map((other) => nameOf(subject, duty(other))))}, and due ${by}before that is${unless.words}: its last day asks for nothing as long as nothing of that has come. ${words}`,
        mend: { words, ...(!isWaiting && { patches }) },
        facts: { key: byKey.key, for: others, ...first.before, ...unless.facts },
      },
    ];
  });
}
