// What draws and shows offers, loaded where properties are checked: it needs fast-check.
export { checkDeal } from '../../testing/check-deal.js';
export { findingsText } from './findings-text.js';
export { propertiesOf } from './properties.js';
export { spaces } from './spaces.js';
