import { days, type Talks } from 'sticking-points';
import { bridge, type BridgeChanges } from './bridge.js';
import { conclude, play, start, table } from './play.js';

/** Talks on the bridge whose deal has just started, on a day where one is given. */
export function started(changes: BridgeChanges, on?: string): Talks {
  return play(bridge(changes), [table('plan'), conclude, { ...start, ...(on !== undefined && { on }) }]);
}

/** Two phases, of ten days and of five. */
export const two = [{ length: days(10) }, { length: days(5) }];

export const end = (phase: number) => ({ type: 'phase.ended', phase }) as const;
