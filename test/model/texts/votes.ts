import type { TalksEvent } from 'sticking-points';
import { isBody, type Body, type Deal } from './deal.js';

type Decision = Extract<TalksEvent, { readonly type: 'breach.found' | 'certification.given' }>;

/** Whom a decision is told of; and what body that is, where it is one. */
export function deciderOf(deal: Deal, event: Decision): { readonly id: string; readonly body: Body | undefined } {
  const id = event.type === 'breach.found' ? event.by : deal.certifier;
  return { id, body: isBody(id) ? deal.bodies[id] : undefined };
}

/**
 * Whether votes came to a decision by the rule of the body; nobody but its members votes in it, and a party alone has no
 * votes to count. Where no votes are told, the decision is told as such.
 */
export function isDecided(body: Body | undefined, votes: Decision['votes']): boolean {
  if (!votes) return true;
  const { rule } = body ?? { rule: 0 };
  const members: readonly string[] = body?.members ?? [];
  if (!Object.keys(votes).every((one) => members.includes(one))) return false;
  const inFavour = Object.values(votes).filter((vote) => vote === 'for').length;
  if (rule === 'majority') return inFavour > Object.values(votes).filter((vote) => vote === 'against').length;
  return inFavour >= (rule === 'unanimity' ? members.length : rule);
}
