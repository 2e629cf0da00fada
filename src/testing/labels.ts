import type { Arbitrary } from 'fast-check';
import { fc } from './fast-check.js';

/** Labels that a careless sentence would misread: brackets, quotes, the grammar's own words, one inside another. */
const AWKWARD = [
  'catch',
  'catch (north)',
  'catch in phase 1',
  'all of',
  'all of [catch]',
  'not (catch)',
  'if',
  'length',
  'length of stay',
  'pay per hour',
  'begins before',
  'north or south',
  'north, or south',
  '“catch”',
  'the “catch',
  'back\\slash',
  'at least two',
  'two',
  'more than two',
  'exactly 5',
  'between 2 and 3',
  'up to phase 2',
  '2 times catch',
  'minus five',
  'catch: yes',
  'yes',
  'no',
  'some',
  'half of catch',
  'remaining',
  'remaining of catch',
  '1 out of 2',
  'about 5 give or take 2',
  'two  spaces',
  ' leading',
  'trailing ',
  "fishers' catch",
  'prise de pêche',
  '漁獲',
  '5',
  '',
] as const;

/** So many different labels, plain words or awkward ones. */
export function labels(count: number, awkward: boolean): Arbitrary<string[]> {
  if (!awkward)
    return fc.constant(
      Array.from({ length: count }, (_, i) => `${PLAIN[i % PLAIN.length] ?? ''}${i >= PLAIN.length ? ` ${i}` : ''}`),
    );
  const label = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...AWKWARD) },
    { weight: 1, arbitrary: fc.string({ maxLength: 6, size: 'small' }) },
  );
  return fc.uniqueArray(label, { minLength: count, maxLength: count });
}

const PLAIN = ['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'gorse', 'hazel', 'ivy', 'juniper'];
