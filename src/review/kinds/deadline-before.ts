import { START, type Trigger } from '../../offers/text/trigger.js';
import { phaseStart } from '../../offers/text/text.js';
import { endsBy, followedByGroup, opensBy, triggersOfGroup } from '../../obligations/windows.js';
import { listed, unique } from '../../base/list.js';
import { duty, nameOf } from '../clauses.js';
import { showDays } from '../../terms/length.js';
import type { Otherwise } from '../in-time.js';
import { supposed, textPatch, type Found } from '../found.js';
import { beforeKnown } from '../before-known.js';
import { outOfPhase } from '../out-of-phase.js';
import type { Subject } from '../subject.js';
import { sayWhen } from '../when.js';
import { beforeIn, weighed, weighedBefore } from '../unless.js';
import { ofKeys } from './due-before-owed-for.js';

/** A last day that falls before what it bounds can be done, in every course of events, or in every one in which all is done on its last day. */
export function find(subject: Subject): readonly Found[] {
  return [
    ...ofObligations(subject),
    ...beforeStart(subject),
    ...beforeKnown(subject),
    ...outOfPhase(subject),
    ...ofTalks(subject),
    ...ofSelections(subject),
    ...ofEarlySelections(subject),
    ...ofEscrow(subject),
    ...ofKeys(subject),
  ];
}

/** Due before what it has to wait for beside its own trigger. */
function ofObligations(subject: Subject): readonly Found[] {
  const { text, groups } = subject;
  return Object.entries(text.obligations).flatMap(([id, obligation]): readonly Found[] => {
    const group = groups.get(id) ?? [id];
    const closes = endsBy(obligation);
    const own = opensBy(obligation);
    const { within, every, times, until } = obligation;
    if (!closes || within || (every && times !== undefined)) return [];
    if (group.length === 1 && obligation.following.length === 0) return [];
    if (own && beforeIn(subject, closes, own)) return []; // its own window closes first: told as that
    const tooSoon = beforeIn(subject, `due ${id}`, `opens ${id}`);
    if (!tooSoon) return [];
    const unless = weighedBefore(subject, tooSoon, `due ${id}`, `opens ${id}`);
    const before = followedByGroup(text, group);
    const others = unique([...group.filter((other) => other !== id), ...before]).map(duty);
    const waitsFor: readonly Trigger[] = [
      closes,
      ...triggersOfGroup(text, group),
      ...before.map((other): Trigger => ({ kind: 'completed', obligation: other })),
    ];
    const words = 'Let it end no sooner than what it waits for.';
    const patches = [textPatch(['obligations', id, 'until'], { kind: 'latest', of: waitsFor })];
    // With a last day of its own: what comes round, and only outlasts its phase, would have no end.
    if (!until) patches.push(textPatch(['obligations', id, 'outlasts'], true));
    return [
      {
        severity: unless.severity,
        clauses: [duty(id), ...others],
        message: `${nameOf(subject, duty(id))} is to end ${sayWhen(closes, subject)}, before ${listed(others.map((other) => nameOf(subject, other)))}, which it is done with or after, can be${unless.words}. ${words}`,
        mend: { words, patches },
        facts: { closes, ...(tooSoon.starts && { starts: tooSoon.starts }), ...unless.facts },
      },
    ];
  });
}

/** Due before the deal is in force: what was done before that does not count towards it. */
function beforeStart(subject: Subject): readonly Found[] {
  const { text } = subject;
  const start: Trigger = { kind: 'event', event: START };
  return Object.entries(text.obligations).flatMap(([id, obligation]): readonly Found[] => {
    const before = obligation.strength === 'shall' && beforeIn(subject, `due ${id}`, `event ${START}`);
    if (!before) return [];
    const unless = weighedBefore(subject, before, `due ${id}`, `event ${START}`);
    const { within, every, times, until } = obligation;
    const [opens, closes] = [opensBy(obligation), endsBy(obligation)];
    const by = before.days === undefined ? '' : `${showDays(before.days)} `;
    const words = 'Let it be due no sooner than the deal is in force.';
    const noSooner = (trigger: Trigger | undefined) => (trigger ? { kind: 'latest', of: [trigger, start] } : start);
    const patches =
      !closes || within || (every && times !== undefined)
        ? [textPatch(['obligations', id, 'begins'], supposed(noSooner(opens)))]
        : [
            textPatch(['obligations', id, 'until'], noSooner(closes)),
            ...(until ? [] : [textPatch(['obligations', id, 'outlasts'], true)]),
          ];
    return [
      {
        severity: unless.severity,
        clauses: [duty(id)],
        message: `${nameOf(subject, duty(id))} is due ${by}before entry into force, and what was done before that does not count towards the deal${unless.words}. ${words}`,
        mend: { words, patches },
        facts: { ...before, ...unless.facts },
      },
    ];
  });
}

/** Talks that end before they begin, or only once what they are to settle has begun. */
function ofTalks(subject: Subject): readonly Found[] {
  const { text } = subject;
  return Object.entries(text.talks).flatMap(([id, { begin, end, on }]): readonly Found[] => {
    const clause = `talks.${id}`;
    if (!end) return [];
    const said = sayWhen(end, subject);
    const shut = begin && beforeIn(subject, end, begin);
    if (begin && shut) {
      const unless = weighedBefore(subject, shut, end, begin);
      const words = 'Let them end no sooner than they begin.';
      return [
        {
          severity: unless.severity,
          clauses: [clause],
          message: `${nameOf(subject, clause)} are to end ${said}, before they begin, ${sayWhen(begin, subject)}${unless.words}. ${words}`,
          mend: { words, patches: [textPatch(['talks', id, 'end'], { kind: 'latest', of: [end, begin] })] },
          facts: { begin, end, ...(shut.starts && { starts: shut.starts }), ...unless.facts },
        },
      ];
    }
    if (on === undefined) return [];
    const phase: Trigger = { kind: 'event', event: phaseStart(on) };
    const late = beforeIn(subject, phase, end);
    if (!late) return [];
    const unless = weighedBefore(subject, late, phase, end);
    // What would end before it begins is no mend.
    const both = begin && beforeIn(subject, phase, begin);
    const words = `Let them ${both ? 'begin and end' : 'end'} before phase ${on} begins.`;
    const sooner = (key: 'begin' | 'end', day: Trigger) =>
      textPatch(['talks', id, key], { kind: 'earliest', of: [day, phase] });
    const patches = [...(both ? [sooner('begin', begin)] : []), sooner('end', end)];
    return [
      {
        severity: 'unclear',
        clauses: [clause, `phases.${on}`],
        message: `${nameOf(subject, clause)} are to settle phase ${on}, and end ${said}, when it has begun${unless.words}. ${words}`,
        mend: { words, patches },
        facts: { on, end, ...(late.starts && { starts: late.starts }), ...unless.facts },
      },
    ];
  });
}

/** A choice that is to be made after what it chooses for is due. */
function ofSelections(subject: Subject): readonly Found[] {
  const { text, plans } = subject;
  return Object.entries(text.selections).flatMap(([id, { of, deadline }]): readonly Found[] => {
    if (!deadline) return [];
    const clause = `selections.${id}`;
    const late = Object.keys(text.obligations).filter(
      (other) => text.obligations[other]?.of === of && plans.alwaysBefore(`due ${other}`, deadline),
    );
    if (late.length === 0) return [];
    const ways = late.map((other) => plans.unlessBefore(`due ${other}`, deadline));
    // For one of them it is too late in any case, or else each has its own way out.
    const unless = weighed(subject, ways.includes(undefined) ? undefined : mergedWays(ways));
    const words = 'Let it be made before the first of them is due.';
    const dues = late.map((other): Trigger => ({ kind: 'completed', obligation: other }));
    return [
      {
        severity: unless.severity,
        clauses: [clause, ...late.map(duty)],
        message: `${nameOf(subject, clause)} is to be made ${sayWhen(deadline, subject)}, after ${listed(late.map((other) => nameOf(subject, duty(other))))}, for which it chooses, is due${unless.words}. ${words}`,
        mend: {
          words,
          patches: [textPatch(['selections', id, 'deadline'], { kind: 'earliest', of: [deadline, ...dues] })],
        },
        facts: { of, deadline, ...unless.facts },
      },
    ];
  });
}

/** A choice that is to be made before the deal is in force, when the text binds nobody. */
function ofEarlySelections(subject: Subject): readonly Found[] {
  const { text } = subject;
  const start: Trigger = { kind: 'event', event: START };
  return Object.entries(text.selections).flatMap(([id, { deadline }]): readonly Found[] => {
    const before = deadline && beforeIn(subject, deadline, start);
    if (!deadline || !before) return [];
    const unless = weighedBefore(subject, before, deadline, start);
    const clause = `selections.${id}`;
    const words = 'Let it be made no sooner than the deal is in force.';
    return [
      {
        severity: 'unclear',
        clauses: [clause],
        message: `${nameOf(subject, clause)} is to be made ${sayWhen(deadline, subject)}, when the deal is not in force, and binds nobody to make it${unless.words}. ${words}`,
        mend: {
          words,
          patches: [textPatch(['selections', id, 'deadline'], { kind: 'latest', of: [deadline, start] })],
        },
        facts: { deadline, ...before, ...unless.facts },
      },
    ];
  });
}

/** What has to be done otherwise for any of several to be in time, each once. */
function mergedWays(ways: readonly (readonly Otherwise[] | undefined)[]): readonly Otherwise[] {
  const all = ways.flatMap((way) => way ?? []);
  return all.filter((one, i) => all.findIndex(({ obligation }) => obligation === one.obligation) === i);
}

/** What goes back from a third hand before it can be set free. */
function ofEscrow(subject: Subject): readonly Found[] {
  const { text } = subject;
  return Object.entries(text.obligations).flatMap(([id, { escrow }]): readonly Found[] => {
    const before = escrow?.returned && beforeIn(subject, escrow.returned, escrow.released);
    if (!escrow?.returned || !before) return [];
    const unless = weighedBefore(subject, before, escrow.returned, escrow.released);
    const isLost = unless.severity === 'breaks';
    const words = isLost
      ? 'Let it go back no sooner than it can be set free.'
      : 'If that is not meant, let it go back no sooner than the last day on which it can be set free.';
    const back = `${sayWhen(escrow.returned, subject)}, before it can be set free ${sayWhen(escrow.released, subject)}`;
    return [
      {
        severity: unless.severity,
        clauses: [duty(id)],
        message: `What ${nameOf(subject, duty(id))} pays in goes back ${back}: it never comes to those to whom it is owed${unless.words}. ${words}`,
        // What goes back if something is not done by a day guards those who paid: that is taken out only where it always would.
        mend: { words, ...(isLost && { patches: [textPatch(['obligations', id, 'escrow', 'returned'])] }) },
        facts: {
          released: escrow.released,
          returned: escrow.returned,
          ...(before.starts && { starts: before.starts }),
          ...unless.facts,
        },
      },
    ];
  });
}
