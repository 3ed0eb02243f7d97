export * from './digital-link.ts';
export * from './search-answer.ts';
export * from './search-parameters.ts';
