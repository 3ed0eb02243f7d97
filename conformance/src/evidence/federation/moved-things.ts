import type { Gatherer } from '../gatherer.ts';
import { askSomeThings, type ThingAnswer } from '../thing-answers.ts';
import { federationLimits } from './limits.ts';

/** What the old ids of some moved things answer. */
export const movedThings: Gatherer<readonly ThingAnswer[]> = askSomeThings('moved-things', {
  isIt: ({ movedTo }) => movedTo !== undefined,
  most: federationLimits.movedThings,
  redirect: 'manual',
});
