import type { Note } from '@fedify/vocab';
import { Temporal } from '@js-temporal/polyfill';

/** A moment as Fedify's vocabulary takes it. */
export type Instant = NonNullable<Note['published']>;

/**
 * Makes one of milliseconds since 1970. Fedify's types are those of the language, which this Node does not have yet;
 * at run time it takes the class of this package alone.
 */
export const instant = (milliseconds: number): Instant =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds) as unknown as Instant;
