import { valuesOf } from '../../evidence/federation/values.ts';
import type { JsonObject } from '../../json/json-value.ts';

/** The names of everyone: servers shorten it in two ways. */
const everyone: ReadonlySet<unknown> = new Set(['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public']);

/** Is an activity addressed to everyone? */
export const isPublic = (activity: JsonObject): boolean =>
  [...valuesOf(activity['to']), ...valuesOf(activity['cc'])].some((whom) => everyone.has(whom));
