import { z } from 'zod';

/** Where a program finds the description of a node. */
export const descriptionPath = '/.well-known/openstraat';

const linkSchema = z.object({ type: z.literal('Link'), rel: z.unknown(), href: z.string() });

/** What decides whether an actor is a node; everything else of it is free. */
const actorSchema = z.object({ id: z.url({ protocol: /^https?$/ }), url: z.unknown().optional() });

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/**
 * Where an actor says that its description is; undefined where it says nothing, or names another origin than its own (FED-003).
 * @param actor as it was answered
 */
export const descriptionOfActor = (actor: unknown): string | undefined => {
  const read = actorSchema.safeParse(actor);
  if (!read.success) return undefined;
  const expected = new URL(descriptionPath, read.data.id).href;
  const links = listOf(read.data.url).flatMap((value) => {
    const link = linkSchema.safeParse(value);
    return link.success && listOf(link.data.rel).includes('describedby') ? [link.data.href] : [];
  });
  return links.includes(expected) ? expected : undefined;
};

/**
 * Is an actor a node? Both ends have to say so.
 * @param actor as it was answered at its own address
 * @param description what is at `descriptionOfActor`
 */
export const isNodeActor = (actor: unknown, description: unknown): boolean => {
  const address = descriptionOfActor(actor);
  const described = z.object({ origin: z.string(), actor: z.string() }).safeParse(description);
  const read = actorSchema.safeParse(actor);
  return (
    address !== undefined &&
    described.success &&
    read.success &&
    described.data.origin === new URL(address).origin &&
    described.data.actor === read.data.id
  );
};
