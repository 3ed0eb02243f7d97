import {
  canonicalJson,
  dataHash,
  iriPropertyNames,
  type Json,
  type StringWriter,
  type Thing,
  writeJsonString,
} from '@openstraat/spec';
import { originMark } from './change-log.ts';

const writeString: StringWriter = (key, value) =>
  value.startsWith('/') && iriPropertyNames.has(key) ? writeJsonString(value, originMark) : writeJsonString(value);

/** The canonical text of a thing whose own addresses are paths, with `originMark` before each of them. */
export const toStoredText = (data: Thing | Readonly<Record<string, unknown>>): string =>
  canonicalJson(data as Json, writeString);

/** The canonical text of a thing as the world sees it. */
export const withOrigin = (storedText: string, origin: string): string => storedText.replaceAll(originMark, origin);

/** A thing as it was handed in: own addresses as paths. */
export const fromStoredText = (storedText: string): Thing => JSON.parse(storedText.replaceAll(originMark, '')) as Thing;

/** The data hash of a stored text under an origin (spec: set digest). */
export const storedTextHash = (storedText: string, origin: string): string => dataHash(withOrigin(storedText, origin));
