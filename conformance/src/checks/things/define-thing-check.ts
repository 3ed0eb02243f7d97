import type { PublisherFacts } from '../../evidence/publisher-facts.ts';
import type { Check, CheckWords } from '../check.ts';
import { defineEntryCheck, type EntryFault } from '../define-entry-check.ts';
import { type LiveThing, liveThing } from './live-thing.ts';
import { thingFaults } from './thing-faults.ts';

/**
 * A check of each live thing for itself: what the spec's models find under its requirement, and what `inspect` finds besides.
 * @param definition `things` names those that it concerns, `concerns` says which these are; without it, all
 */
export const defineThingCheck = (
  definition: CheckWords & {
    readonly things: string;
    readonly concerns?: (thing: LiveThing) => boolean;
    readonly inspect?: (thing: LiveThing, facts: PublisherFacts) => readonly EntryFault[];
  },
): Check => {
  const { things, concerns, inspect, ...words } = definition;
  return defineEntryCheck({
    ...words,
    entries: things,
    inspect(entry, facts) {
      const thing = liveThing(entry);
      if (thing === undefined) return undefined;
      const ofModel = thingFaults(thing).filter(({ requirement }) => requirement === words.requirement);
      if (ofModel.length === 0 && concerns?.(thing) === false) return undefined;
      const known = new Set(ofModel.map(({ pointer }) => pointer));
      const more = inspect?.(thing, facts) ?? [];
      return [...ofModel, ...more.filter(({ pointer }) => !known.has(pointer))];
    },
  });
};
