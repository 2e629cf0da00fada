export { gaza2024 } from './library/gaza-2024/gaza-2024.js';
export { gaza2024StricterHamas, gaza2024StricterIsrael } from './library/gaza-2024/variants.js';
