import {
  canonicalJson,
  checkThing,
  dataHash,
  iriPropertyNames,
  isDotKey,
  type Json,
  type Kind,
  kindModels,
  kinds,
  ownReferencesIn,
  type StringWriter,
  type ThingId,
  writeJsonString,
} from '@openstraat/spec';
import { originMark } from '../../log/change-log.ts';
import { withOrigin } from '../../log/stored-text.ts';
import type { RemoteEntry } from '../../model/replica.ts';
import type { ReplicaLimits } from './limits.ts';
import type { EntryIssue } from './pull-result.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** An entry as the replica takes it. A thing that is left out says why; one without a canonical form is no entry at all. */
export interface ReadEntry {
  readonly entry: RemoteEntry | undefined;
  readonly issue: EntryIssue | undefined;
}

// What would split a key of the log, or be no address.
// oxlint-disable-next-line no-control-regex -- these are the characters that must not be there
const foreignInPath = /[\s\u0000-\u001f\u007f?#]/;

/** The path of an id under the feed's origin; undefined where it can't be that of a thing (ID-001). */
export const pathOfId = (id: string, origin: string, bytesMax: number): ThingId | undefined => {
  if (!id.startsWith(`${origin}/`)) return undefined;
  const path = id.slice(origin.length);
  const keyStart = path.indexOf('/', 1) + 1;
  if (keyStart < 3 || keyStart === path.length || path.includes('/', keyStart)) return undefined;
  if (isDotKey(path.slice(keyStart))) return undefined;
  if (foreignInPath.test(path) || !path.isWellFormed() || Buffer.byteLength(path) > bytesMax) return undefined;
  return path as ThingId;
};

interface StoredForm {
  readonly text: string;
  readonly hash: string;
  /** The first property whose address is no absolute one. */
  readonly relative: string | undefined;
}

/** The canonical text of a thing as the log stores it: with a mark for the peer's origin. undefined where there is none. */
const storedForm = (data: JsonObject, origin: string): StoredForm | undefined => {
  let relative: string | undefined;
  const ownStart = `${origin}/`;
  const write: StringWriter = (key, value) => {
    if (!iriPropertyNames.has(key)) return writeJsonString(value);
    if (value.startsWith(ownStart)) return writeJsonString(value.slice(origin.length), originMark);
    if (value.startsWith('/')) relative ??= key;
    return writeJsonString(value);
  };
  try {
    const text = canonicalJson(data as Json, write);
    return { text, hash: dataHash(withOrigin(text, origin)), relative };
  } catch {
    // Half a surrogate pair, or a number that JSON does not have.
    return undefined;
  }
};

type Finding = Omit<EntryIssue, 'id'>;

/** ID-014: anyone could put goods on anyone's shelves, or speak in the name of anyone's source. */
const foreignReference = (kind: Kind, data: JsonObject, origin: string): Finding | undefined => {
  for (const { path, value, kind: named } of ownReferencesIn(kind, data)) {
    const start = `${origin}/${kindModels[named].path}/`;
    if (!value.startsWith(start))
      return { path: path.join('.'), code: 'reference-elsewhere', message: `names a thing that is not under ${start}` };
  }
  return undefined;
};

const findingIn = (
  item: JsonObject,
  data: JsonObject,
  form: StoredForm,
  origin: string,
  limits: ReplicaLimits,
): Finding | undefined => {
  const kind = kinds.find((name) => name === item['kind']);
  if (kind === undefined)
    return { path: '', code: 'kind-unknown', message: 'is of a kind that this node does not know' };
  if (form.relative !== undefined)
    return { path: form.relative, code: 'address-relative', message: 'is not an absolute address' };
  // UTF-16 units are three bytes at most: most texts need not be measured.
  if (form.text.length * 3 > limits.textBytesMax && Buffer.byteLength(form.text) > limits.textBytesMax)
    return { path: '', code: 'too-large', message: `is larger than ${limits.textBytesMax} bytes` };
  return checkThing(kind, data)[0] ?? foreignReference(kind, data, origin);
};

/**
 * Reads an entry of a page.
 * @param item has the members that FEED-010 to FEED-012 ask for
 */
export const readEntry = (item: JsonObject, id: ThingId, origin: string, limits: ReplicaLimits): ReadEntry => {
  const base = { id, position: Number(item['modified']) };
  const none = { text: undefined, hash: undefined, observedAt: undefined };
  if (item['state'] === 'deleted') return { entry: { ...base, ...none, state: 'deleted' }, issue: undefined };
  const { '@context': _context, ...data } = item['data'] as JsonObject;
  const form = storedForm(data, origin);
  if (form === undefined) {
    const issue = { id: origin + id, path: '', code: 'no-canonical-form', message: 'has no canonical form' };
    return { entry: undefined, issue };
  }
  const finding = findingIn(item, data, form, origin, limits);
  if (finding !== undefined) {
    const entry: RemoteEntry = { ...base, ...none, hash: form.hash, state: 'left-out' };
    return { entry, issue: { id: origin + id, ...finding } };
  }
  const { observedAt } = data;
  return {
    entry: {
      ...base,
      state: 'live',
      text: form.text,
      hash: form.hash,
      observedAt: item['kind'] === 'Offer' && typeof observedAt === 'string' ? observedAt : undefined,
    },
    issue: undefined,
  };
};
