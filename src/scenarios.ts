export { gaza2024 } from './library/gaza-2024/gaza-2024.js';
