/** How results are ranked, for those who merge the answers of several nodes: the same function, figures and ties. */
export * from './rank-order.ts';
export * from './ranking.ts';
export { seedHash, shownTie, tieOf, tieSeed, tieValue, waitMinutes } from './tie.ts';
