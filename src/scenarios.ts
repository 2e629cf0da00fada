// The talks of January and February 2024, as reported
export { gaza2024 } from './library/gaza-2024/gaza-2024.js';
export { gaza2024StricterHamas, gaza2024StricterIsrael } from './library/gaza-2024/variants.js';

// Two invented ones, about other things
export { fishingQuota } from './library/fishing-quota/fishing-quota.js';
export { labourContract } from './library/labour-contract/labour-contract.js';
