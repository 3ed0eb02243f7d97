import type { Context } from 'hono';
import { cacheControl } from './cache-control.ts';

/** Leads who wants a document of ActivityPub from what it asked for to the actor that speaks for that. */
export const leadToActor = (context: Context, actor: string): Response =>
  context.body(null, 303, { Location: actor, Vary: 'Accept', 'Cache-Control': cacheControl.moment });
