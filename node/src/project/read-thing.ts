import { type Kind, type Position, positionTime, type Thing } from '@openstraat/spec';
import { fromStoredText } from '../log/stored-text.ts';

/** Where a thing says when it was seen. */
const seenNames: Readonly<Partial<Record<Kind, string>>> = { Offer: 'observedAt', Source: 'lastCompleteDelivery' };
const microsecondsPerMillisecond = 1_000;

/**
 * Reads a thing for views and pages. What it says to have been seen counts at most as seen when this node wrote it down:
 * else whoever states a time to come would be the freshest for ever.
 */
export const readThing = (entry: {
  readonly kind: Kind;
  readonly position: Position;
  readonly text: string;
}): Thing => {
  const thing = fromStoredText(entry.text);
  const name = seenNames[entry.kind];
  if (name === undefined) return thing;
  const seen = (thing as Readonly<Record<string, unknown>>)[name];
  const isToCome = typeof seen === 'string' && Date.parse(seen) * microsecondsPerMillisecond > entry.position;
  return isToCome ? { ...thing, [name]: positionTime(entry.position) } : thing;
};
