import { createHash } from 'node:crypto';
import type { Kind } from '../models/define-kind.ts';
import { kindModels } from '../models/index.ts';
import type { Gtin } from './gtin.ts';

/** The path of a thing on its node: `/places/bakker-bart`. Outputs put the origin before it. */
export type ThingId = `/${string}/${string}`;

const keyBytesMax = 200;
const slugCharactersMax = 60;

/**
 * A source's own key as part of an address, without loss: letters, digits, `_` and `-` stay, every other UTF-8 byte becomes `~` and two hex digits.
 * A key whose form is longer than 200 characters becomes `~~` and its SHA-256. (Spec: identity, "key form".)
 */
export const encodeKey = (raw: string): string => {
  const normal = raw.normalize('NFC');
  const form = /^[\w-]+$/.test(normal)
    ? normal
    : Array.from(new TextEncoder().encode(normal), (byte) =>
        /[\w-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `~${byte.toString(16).padStart(2, '0')}`,
      ).join('');
  return form.length <= keyBytesMax ? form : `~~${sha256Hex(normal)}`;
};

/**
 * A name as people read it in an address: accents dropped, lower case, everything but letters and digits a hyphen, at most 60 characters.
 * A name without Latin letters or digits becomes `x-` and the first ten digits of its SHA-256.
 */
export const slug = (raw: string): string => {
  const plain = raw
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßẞ]/g, 'ss')
    .replaceAll(/[øØ]/g, 'o')
    .replaceAll(/[æÆ]/g, 'ae')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, slugCharactersMax)
    .replaceAll(/^-|-$/g, '');
  return plain === '' ? `x-${sha256Hex(raw.normalize('NFC')).slice(0, 10)}` : plain;
};

const sha256Hex = (value: string): string => createHash('sha256').update(value, 'utf8').digest('hex');

/** Whether a key is `.` or `..`, percent-encoded or not: addresses lose such a part, and lead elsewhere (ID-001). */
export const isDotKey = (key: string): boolean => /^(?:\.|%2e){1,2}$/i.test(key);

/** The id of a thing from its kind and its key. */
export const thingId = (kind: Kind, key: string): ThingId => `/${kindModels[kind].path}/${key}`;

const kindOfPath: ReadonlyMap<string, Kind> = new Map(
  Object.values(kindModels).map((model): [string, Kind] => [model.path, model.name]),
);

/** Reads an id back into kind and key; undefined when the path is not a thing's. */
export const parseThingId = (path: string): { readonly kind: Kind; readonly key: string } | undefined => {
  // Without a pattern: an import asks this several times for every thing.
  const keyStart = path.indexOf('/', 1) + 1;
  const kind = path.startsWith('/') ? kindOfPath.get(path.slice(1, keyStart - 1)) : undefined;
  const key = path.slice(keyStart);
  if (kind === undefined || keyStart === 0 || key === '' || isDotKey(key)) return undefined;
  return key.includes('/') || key.includes('?') || key.includes('#') ? undefined : { kind, key };
};

/** Narrows a path to a thing's id. */
export const isThingId = (path: string): path is ThingId => parseThingId(path) !== undefined;

/** The key of a product that is known everywhere. */
export const gtinProductKey = (gtin: Gtin): string => gtin;
/** The key of a product that only its shop knows: the shop's catalogue and its code there. */
export const skuProductKey = (catalogue: string, sku: string): string => `${catalogue}.${encodeKey(sku)}`;
/** The key of an offer: its product's key, then its place's. */
export const offerKey = (product: string, place: string): string => `${product}.${place}`;
/** What a place's key is made of. */
export interface PlaceNames {
  /** The code that its operator gives it. */
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  readonly postcode?: string | undefined;
  readonly town?: string | undefined;
}

/** The key of a place: the slug of its code, else of its name and its postcode, or its town where it has none; undefined where these are missing. */
export const placeKey = ({ code, name, postcode, town }: PlaceNames): string | undefined => {
  if (code !== undefined) return slug(code);
  const where = postcode ?? town;
  return name === undefined || where === undefined ? undefined : slug(`${name} ${where}`);
};
/** The key of a service, event or other thing of one place: its place's key, then its own. */
export const keyAtPlace = (place: string, own: string): string => `${place}.${own}`;

/** The keys in an offer's key. */
export const splitOfferKey = (key: string): { readonly productKey: string; readonly placeKey: string } => {
  const dot = key.lastIndexOf('.');
  return { productKey: key.slice(0, dot), placeKey: key.slice(dot + 1) };
};
