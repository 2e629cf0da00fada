import type { Mutation } from './mutation.js';

/** Flaws in what a scenario is made into: what is filled in where its modeller says nothing, and what talks make of it. */
export const IN_SCENARIO: readonly Mutation[] = [
  {
    id: 'offers-reported',
    what: 'An offer that says nothing of what it rests on counts as reported, though its scenario is assumed.',
    about: 'scenario',
    file: 'src/scenario/normalise-offer.ts',
    find: 'const origin = around(draft, { basis: scenarioBasis, citations: [] });',
    replace: "const origin = around(draft, { basis: 'reported', citations: [] });",
  },
  {
    id: 'phases-reversed',
    what: 'The phases of an offer are read from the last to the first.',
    about: 'scenario',
    file: 'src/scenario/normalise-offer.ts',
    find: 'phases: (draft.phases ?? []).map((p): OfferPhase => ({',
    replace: 'phases: [...(draft.phases ?? [])].reverse().map((p): OfferPhase => ({',
  },
  {
    id: 'flag-absent-is-so',
    what: 'What a full text does not mention of a yes-or-no term is so, unless declared otherwise.',
    about: 'scenario',
    file: 'src/scenario/normalise-term.ts',
    find: "kind: 'flag', absent: draft.absent ?? false }",
    replace: "kind: 'flag', absent: draft.absent ?? true }",
  },
  {
    id: 'all-must-accept',
    what: 'Where no rule of decision is given, parties that hold only preferences must accept too.',
    about: 'scenario',
    file: 'src/scenario/normalise.ts',
    find: "Object.values(positions).filter((p) => p.rigidity.value !== 'preference')",
    replace: 'Object.values(positions)',
  },
  {
    id: 'given-up-still-held',
    what: 'A position given up in the course of talks is held as before.',
    about: 'scenario',
    file: 'src/machine/rules.ts',
    find: 'const now = Object.hasOwn(revised, id) ? revised[id] : position;',
    replace: 'const now = (Object.hasOwn(revised, id) ? revised[id] : undefined) ?? position;',
  },
  {
    id: 'revision-forgotten',
    what: 'Once talks have brought in an offer, their scenario no longer holds the positions as revised.',
    about: 'scenario',
    file: 'src/machine/rules.ts',
    find: 'deepFreeze({ ...base, offers: { ...base.offers, ...added } })',
    replace: 'deepFreeze({ ...scenario, offers: { ...base.offers, ...added } })',
  },
];
