import * as z from 'zod/mini';
import type { Condition } from './condition.js';
import * as all from './kinds/all.js';
import * as any from './kinds/any.js';
import * as before from './kinds/before.js';
import * as begins from './kinds/begins.js';
import * as choice from './kinds/choice.js';
import * as compare from './kinds/compare.js';
import * as flag from './kinds/flag.js';
import * as ifThen from './kinds/if-then.js';
import * as length from './kinds/length.js';
import * as not from './kinds/not.js';
import * as rank from './kinds/rank.js';
import * as ratio from './kinds/ratio.js';

const KINDS =
  "'compare', 'length', 'ratio', 'flag', 'choice', 'rank', 'begins', 'before', 'all', 'any', 'not' or 'ifThen'";

/** The shape of a condition, for reading one from outside. */
export const conditionShape = (): z.ZodMiniType<Condition> => {
  const child: z.ZodMiniType<Condition> = z.lazy(() => condition);
  const condition = z.discriminatedUnion(
    'kind',
    [
      before.shape(),
      begins.shape(),
      choice.shape(),
      compare.shape(),
      flag.shape(),
      length.shape(),
      rank.shape(),
      ratio.shape(),
      all.shape(child),
      any.shape(child),
      not.shape(child),
      ifThen.shape(child),
    ],
    { error: `of kind ${KINDS}` },
  ) as unknown as z.ZodMiniType<Condition>; // zod's optional keys admit undefined, which no JSON does
  return condition;
};
