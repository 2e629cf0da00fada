import { listed } from '../base/list.js';
import { sayUnsettled, type Unsettled } from '../terms/value.js';
import { actorLabel } from '../obligations/actor-label.js';

/**
 * What a text says of an amount that is not settled: who is to agree on it, by when and what holds otherwise, how each party
 * reads it, or where it is defined.
 */
export function unsettledWords(value: Unsettled, by: Parameters<typeof actorLabel>[0]): string {
  const words = sayUnsettled(value);
  switch (value.unsettled) {
    case 'deferred': {
      const { between = [], until, otherwise } = value;
      const who = between.length > 0 ? ` between ${listed(between.map((id) => actorLabel(by, id)))}` : '';
      const when = until === undefined ? '' : `, by “${until}”`;
      return `${words}${who}${when}${otherwise === undefined ? '' : `, or else “${otherwise}”`}`;
    }
    case 'ambiguous':
      return `${words}: ${value.readings.map(({ party, reading }) => `${actorLabel(by, party)} reads it as “${reading}”`).join('; ')}`;
    case 'defined elsewhere':
      return `${words}: “${value.where}”`;
    default:
      return words;
  }
}
