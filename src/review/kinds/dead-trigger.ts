import { figure, listed } from '../../base/list.js';
import { phaseStart, type PhaseExtension } from '../../offers/text/text.js';
import { phaseOf } from '../../obligations/course.js';
import { goesByItself } from '../../obligations/extension.js';
import { daysOf, showLength } from '../../terms/length.js';
import { duty, nameOf } from '../clauses.js';
import type { Dead } from '../firing.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';
import { triggerPlaces } from '../trigger-places.js';
import { sayWhen } from '../when.js';

/** A trigger that nothing can set off, whatever is done; talks on a phase that is not, and a longer phase that no unit allows. */
export function find(subject: Subject): readonly Found[] {
  const { firing, text } = subject;
  const placed = triggerPlaces(text).flatMap(({ clause, doing, trigger, without }): readonly Found[] => {
    // Of a phase that the deal has not got, nothing is expected: the clauses that name it are told.
    const [, n] = /^phases\.(\d+)$/.exec(clause) ?? [];
    if (n !== undefined && firing.happens(`event phase${n}`)) return [];
    const [dead] = firing.trigger(trigger).dead;
    if (!dead) return [];
    const words = 'Tie it to a day, or to something that can happen.';
    return [
      {
        severity: 'breaks',
        clauses: [clause],
        message: `${nameOf(subject, clause)} ${doing} ${sayWhen(trigger, subject)}, which can never happen: ${why(subject, dead)}. ${words}`,
        mend: { words, ...(without && { patches: without }) },
        facts: { trigger, dead },
      },
    ];
  });
  const told = new Set(placed.flatMap(({ clauses }) => clauses));
  const inPhase = Object.entries(text.obligations).flatMap(([id, { begins, phase }]): readonly Found[] => {
    if (phase === undefined || told.has(duty(id)) || firing.blocked(`opens ${id}`).dead.length === 0) return [];
    const dead = firing.trigger({ kind: 'event', event: `phase${phase}` }).dead;
    if (begins || dead.length === 0) return [];
    const words = 'Put it in a phase that the deal has, or in none.';
    return [
      {
        severity: 'breaks',
        clauses: [duty(id)],
        message: `${nameOf(subject, duty(id))} belongs to phase ${phase}, which the deal has not got. ${words}`,
        mend: { words, patches: [textPatch(['obligations', id, 'phase'], 1)] },
        facts: { phase },
      },
    ];
  });
  const following = Object.entries(text.obligations).flatMap(([id, { following: before }]) =>
    before.flatMap((other): readonly Found[] => {
      const [dead] = firing.trigger({ kind: 'completed', obligation: other }).dead;
      if (!dead) return [];
      const words = 'Let it follow something that comes to an end.';
      const rest = before.filter((one) => one !== other);
      return [
        {
          severity: 'breaks',
          clauses: [duty(id), duty(other)],
          message: `${nameOf(subject, duty(id))} is to follow ${nameOf(subject, duty(other))}, which it never can: ${why(subject, dead)}. ${words}`,
          mend: { words, patches: [textPatch(['obligations', id, 'following'], rest)] },
          facts: { dead },
        },
      ];
    }),
  );
  return [...placed, ...inPhase, ...following, ...ofTalks(subject), ...ofExtensions(subject)];
}

/** Talks that are to settle a phase which the deal has not got. */
function ofTalks(subject: Subject): readonly Found[] {
  const { text, firing } = subject;
  return Object.entries(text.talks).flatMap(([id, { on }]): readonly Found[] => {
    if (on === undefined) return [];
    const [dead] = firing.trigger({ kind: 'event', event: phaseStart(on) }).dead;
    if (!dead) return [];
    const clause = `talks.${id}`;
    const words = 'Let them be on a phase that the deal has, or on none.';
    return [
      {
        severity: 'breaks',
        clauses: [clause],
        message: `${nameOf(subject, clause)} are to settle phase ${on}, which the deal has not got. ${words}`,
        mend: { words, patches: [textPatch(['talks', id, 'on'])] },
        facts: { phase: on },
      },
    ];
  });
}

/**
 * A phase that may be made longer by so many whole units, of which not one lies within its limit; or while talks continue on a
 * phase after it, which there cannot be.
 */
function ofExtensions(subject: Subject): readonly Found[] {
  const { text, scenario } = subject;
  return Object.entries(text.phases).flatMap(([phase, { extensions }]) => [
    ...withoutTalks(subject, phase, extensions),
    ...extensions.flatMap(({ how, unit, cap }, i): readonly Found[] => {
      if (how !== 'by unit' || !unit || !cap || daysOf(cap).most >= daysOf(unit).least) return [];
      const words = 'Let the limit allow for one of them at least.';
      const [once, inAll] = [showLength(unit, scenario), showLength(cap, scenario)];
      return [
        {
          severity: 'breaks',
          clauses: [`phases.${phase}`],
          message: `Phase ${phase} may be extended ${how}, by ${once} each time and by no more than ${inAll} in all, so that it never can be. ${words}`,
          mend: { words, patches: [textPatch(['phases', phase, 'extensions', i, 'cap'], unit)] },
          facts: { how, extension: i, unit, cap },
        },
      ];
    }),
  ]);
}

function withoutTalks(
  { text, scenario, offer }: Subject,
  phase: string,
  extensions: readonly PhaseExtension[],
): readonly Found[] {
  const others = extensions.filter((one) => one.how !== 'while talks continue' || !goesByItself(one));
  const next = Number(phase) + 1;
  // Talks on a phase that there cannot be are told of themselves.
  const isPromised = Object.values(text.talks).some(({ on }) => on === next);
  if (others.length === extensions.length || next <= scenario.space.phases.most || isPromised) return [];
  if (phaseOf(scenario, offer, Number(phase), null).has === false) return [];
  const words = 'Let it be extended otherwise, or not at all.';
  // What is mended of the others is said by their place among all.
  const patches = others.length === 0 ? [textPatch(['phases', phase, 'extensions'], [])] : undefined;
  return [
    {
      severity: 'breaks',
      clauses: [`phases.${phase}`],
      message: `Phase ${phase} may be extended while talks continue on the next, and none can follow it, so that it never can be. ${words}`,
      mend: { words, ...(patches && { patches }) },
      facts: { how: 'while talks continue' },
    },
  ];
}

function why(subject: Subject, dead: Dead): string {
  switch (dead.why) {
    case 'no such phase':
      return `the deal has no phase ${dead.phase}`;
    case 'never done':
      return `${nameOf(subject, duty(dead.obligation))} has no end, and so is never done`;
    case 'nobody finds':
      return `the text has no body that could find whether ${nameOf(subject, duty(dead.obligation))} was kept`;
    case 'binds nobody':
      return `nobody breaks the text by leaving ${nameOf(subject, duty(dead.obligation))} undone`;
    case 'beyond what is owed':
      return `no more than ${figure(dead.most)} is owed of ${listed(dead.of.map((id) => nameOf(subject, duty(id))))}, and it takes ${figure(dead.needed)}`;
  }
}
