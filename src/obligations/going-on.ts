import type { Offer } from '../offers/offer.js';
import type { Text } from '../offers/text/text.js';
import { nodeParts } from './clause-node.js';
import type { GoingOn, TextRun } from './text-run.js';
import { dependencies } from './dependencies.js';
import { phaseIn } from './phase-in.js';
import { concurrentGroups } from './windows.js';

/**
 * The obligations of a text that go on when the phases from `phase` on are settled by another: all but those that belong to
 * such a phase, or wait for one to begin or end.
 */
export function goingOnBefore(text: Text, phase: number): GoingOn {
  const dependsOn = dependencies({ text }, concurrentGroups(text));
  const isLater = new Map<string, boolean>();
  const isLaterNode = (node: string) => {
    const { what, id } = nodeParts(node);
    if (what === 'together') return false; // its members belong to phases, each for itself
    return what === 'event' ? (phaseIn(id)?.n ?? 0) >= phase : (text.obligations[id]?.phase ?? 0) >= phase;
  };
  const hangsOnLater = (node: string): boolean => {
    const seen = new Set([node]);
    for (const one of seen) {
      if (isLater.get(one) ?? isLaterNode(one)) return true;
      if (!isLater.has(one)) for (const other of dependsOn(one)) seen.add(other);
    }
    for (const one of seen) isLater.set(one, false);
    return false;
  };
  return { obligations: Object.keys(text.obligations).filter((id) => !hangsOnLater(`opens ${id}`)), before: phase };
}

/**
 * The offer in force with what goes on of texts before it; of what both say, its own stands, but for phases that were another's:
 * those go on by what that says of them.
 */
export function withGoingOn(offer: Offer, run: TextRun, offerOf: (id: string) => Offer | undefined): Offer {
  const { goingOn } = run;
  let text: Text | undefined;
  for (const [id, { obligations, before: phase }] of Object.entries(goingOn)) {
    const before = offerOf(id)?.text;
    if (!before || id === offer.id) continue;
    const kept = Object.entries(before.obligations).filter(([duty]) => obligations.includes(duty));
    const phases = Object.entries(before.phases).filter(([n]) => Number(n) < phase);
    const part: Text = { ...before, obligations: Object.fromEntries(kept), phases: Object.fromEntries(phases) };
    text = text ? together(text, part) : part;
  }
  if (!text || !offer.text) return text ? { ...offer, text } : offer;
  const phases = offer.phases.map((phase, i) => ownerOf(i + 1, offer, run, offerOf).phases[i] ?? phase);
  const both = together(text, offer.text);
  return { ...offer, phases, text: { ...both, phases: wordsOfPhases(both, offer, run, offerOf) } };
}

/** Whose a phase is: the first of the offers before this one that had it, or else its own. */
function ownerOf(n: number, offer: Offer, { goingOn }: TextRun, offerOf: (id: string) => Offer | undefined): Offer {
  const owner = Object.entries(goingOn).find(([id, { before }]) => n < before && id !== offer.id);
  return (owner && offerOf(owner[0])) ?? offer;
}

function wordsOfPhases(
  { phases }: Text,
  offer: Offer,
  run: TextRun,
  offerOf: (id: string) => Offer | undefined,
): Text['phases'] {
  const words = Object.entries(phases).flatMap(([n, word]) => {
    const owner = ownerOf(Number(n), offer, run, offerOf);
    const own = owner.text ? owner.text.phases[n] : word;
    return own ? [[n, own] as const] : [];
  });
  return Object.fromEntries(words);
}

function together(before: Text, now: Text): Text {
  return {
    instruments: { ...before.instruments, ...now.instruments },
    bodies: { ...before.bodies, ...now.bodies },
    others: { ...before.others, ...now.others },
    events: { ...before.events, ...now.events },
    certifications: { ...before.certifications, ...now.certifications },
    obligations: { ...before.obligations, ...now.obligations },
    keys: { ...before.keys, ...now.keys },
    selections: { ...before.selections, ...now.selections },
    definitions: { ...before.definitions, ...now.definitions },
    talks: { ...before.talks, ...now.talks },
    phases: { ...before.phases, ...now.phases },
    approvals: { ...before.approvals, ...now.approvals },
    accepted: [...before.accepted, ...now.accepted],
  };
}
