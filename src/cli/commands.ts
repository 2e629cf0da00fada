import { assessed } from './commands/assess.js';
import { bridged } from './commands/bridge.js';
import { check } from './commands/check.js';
import { diff } from './commands/diff.js';
import { explained } from './commands/explain.js';
import { init } from './commands/init.js';
import { list } from './commands/list.js';
import { reported } from './commands/report.js';
import { reviewed } from './commands/review.js';
import { scheduled } from './commands/schedule.js';
import { show } from './commands/show.js';
import { step } from './commands/step.js';
import { validate } from './commands/validate.js';

export { answer } from './answer.js';

/** Every command. They are loaded together, and only where one is run: help goes without. */
export const COMMANDS = {
  assessed,
  bridged,
  check,
  diff,
  explained,
  init,
  list,
  reported,
  reviewed,
  scheduled,
  show,
  step,
  validate,
} as const;

/** The commands by name. */
export type Commands = typeof COMMANDS;
