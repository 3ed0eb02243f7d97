import { type InboxLimits, inboxLimits } from './limits.ts';
import { originOf } from './origin-of.ts';

/** What an activity says of itself, before anything is believed. */
export interface Envelope {
  readonly id: string | undefined;
  readonly type: string;
  readonly actor: string;
  /** Scheme, host and port of the actor. */
  readonly origin: string;
  /** Address of the object, where it has one. */
  readonly object: string | undefined;
  /** Type of the object, where it stands in the activity. */
  readonly objectType: string | undefined;
}

export type EnvelopeReading =
  /** `json`: what it was read from, without the list that it may have stood in alone. */
  | { readonly ok: true; readonly envelope: Envelope; readonly json: Members }
  /** `forged`: it says to be what its actor cannot have made. */
  | { readonly ok: false; readonly because: 'malformed' | 'forged'; readonly words: string };

type Members = Readonly<Record<string, unknown>>;
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The only member of an array of one; else the value itself. */
const only = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value);

const textOf = (value: unknown): string | undefined => {
  const text = only(value);
  return typeof text === 'string' ? text : undefined;
};

/** An address, or the `id` of what stands in its place. */
const addressOf = (value: unknown): string | undefined => {
  const one = only(value);
  return isMembers(one) ? textOf(one['id'] ?? one['@id']) : textOf(one);
};

/** How many objects stand in a value, itself included, as far as they are read as JSON-LD: what that takes grows with them. */
const objectsIn = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + objectsIn(one), 0);
  if (!isMembers(value)) return 0;
  return Object.entries(value).reduce((sum, [name, one]) => (name === '@context' ? sum : sum + objectsIn(one)), 1);
};

const malformed = (words: string): EnvelopeReading => ({ ok: false, because: 'malformed', words });

/** Other names of the words of an envelope, and what can hide some. */
const aliases = ['@id', '@type', '@graph', '@reverse', '@included'];

/** Reads who says what (FEP-fe34: an activity's id is of its actor's origin). Pure. */
export const readEnvelope = (json: unknown, limits: InboxLimits = inboxLimits): EnvelopeReading => {
  const one = only(json);
  if (!isMembers(one)) return malformed('It is no JSON object.');
  if (objectsIn(one) > limits.objectsMax) return malformed(`It holds more than ${limits.objectsMax} objects.`);
  const alias = aliases.find((name) => Object.hasOwn(one, name));
  if (alias !== undefined) return malformed(`It has a member "${alias}"; activities are sent in compacted form.`);
  const type = textOf(one['type']);
  const actor = addressOf(one['actor']);
  const id = one['id'] === undefined || one['id'] === null ? undefined : textOf(one['id']);
  if (type === undefined) return malformed('Its "type" is missing, or is not one text.');
  if (actor === undefined) return malformed('Its "actor" is missing, or is not one address.');
  if (id === undefined && one['id'] !== undefined && one['id'] !== null) return malformed('Its "id" is no text.');
  for (const text of [type, actor, id ?? ''])
    if (text.length > limits.addressCharactersMax)
      return malformed(`Its type, actor and id have ${limits.addressCharactersMax} characters at most.`);
  const origin = originOf(actor);
  if (origin === undefined) return malformed('Its "actor" is no http or https address.');
  if (id !== undefined && originOf(id) !== origin)
    return { ok: false, because: 'forged', words: 'Its "id" is not of the origin of its "actor".' };
  const object = only(one['object']);
  return {
    ok: true,
    json: one,
    envelope: {
      id: id === undefined ? undefined : new URL(id).href,
      type,
      actor: new URL(actor).href,
      origin,
      object: addressOf(object),
      objectType: isMembers(object) ? textOf(object['type']) : undefined,
    },
  };
};
