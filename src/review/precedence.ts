import { instrumentWithParts } from '../obligations/instruments.js';
import type { Text } from '../offers/text/text.js';

/** Which of two instruments goes before the other, and which obligation gives way with the latter. */
export interface Precedence extends Readonly<Record<string, unknown>> {
  readonly first: string;
  readonly second: string;
  readonly yields: string;
}

/**
 * Which of two obligations gives way to the other by the order of the instruments in which they stand. What is part of an
 * instrument by reference goes where that goes; one goes before all that those go before which it goes before. Nothing, where
 * neither does, or each before the other.
 */
export function precedence(text: Text, one: string, other: string): Precedence | undefined {
  const [a, b] = [text.obligations[one]?.instrument, text.obligations[other]?.instrument];
  if (a === undefined || b === undefined || a === b) return undefined;
  const [isAbove, isBelow] = [goesBefore(text, a, b), goesBefore(text, b, a)];
  if (isAbove === isBelow) return undefined;
  return isAbove ? { first: a, second: b, yields: other } : { first: b, second: a, yields: one };
}

function goesBefore(text: Text, one: string, other: string): boolean {
  const { instruments } = text;
  const wholes = (id: string) => Object.keys(instruments).filter((whole) => instrumentWithParts(text, whole).has(id));
  const below = new Set<string>();
  const add = (id: string) => {
    for (const lower of instruments[id]?.over ?? [])
      for (const part of instrumentWithParts(text, lower)) below.add(part);
  };
  for (const whole of wholes(one)) add(whole);
  for (const id of below) for (const whole of wholes(id)) add(whole);
  return below.has(other);
}
