export { headline, stepText } from './report/step-text.js';
export type { StepTextOptions } from './report/step-text.js';
export { matrixText } from './report/matrix-text.js';
export { MARKS, NO_PAINT } from './report/paint.js';
export type { Paint } from './report/paint.js';

// What is explained of all offers
export { explanationText } from './report/explanation-text.js';
export type { ExplanationTextOptions } from './report/explanation-text.js';

// What is found in a text before it is signed
export { reviewText } from './report/review-text.js';
export type { ReviewTextOptions } from './report/review-text.js';
