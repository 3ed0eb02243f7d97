import { parseThingId } from '@openstraat/spec';
import { Fault } from '../model/fault.ts';
import type { RecordChange, ThingChange } from './change-log.ts';
import { logLimits } from './limits.ts';
import { hashCharacters } from './state-codec.ts';

// A UTF-16 unit is three bytes of UTF-8 at most: most texts need not be measured.
const longerThan = (text: string, bytesMax: number): boolean =>
  text.length > bytesMax || (text.length * 3 > bytesMax && Buffer.byteLength(text) > bytesMax);

const checkLength = (what: string, text: string, bytesMax: number): void => {
  if (longerThan(text, bytesMax)) {
    throw new Fault('limit-exceeded', `${what} is longer than the ${bytesMax} bytes that the log takes. Shorten it.`);
  }
};

const checkThing = (change: ThingChange): void => {
  const { id, kind, text, hash, previous } = change;
  checkLength('An id', id, logLimits.keyBytesMax);
  if (parseThingId(id)?.kind !== kind || id.includes('\n') || !id.isWellFormed()) {
    throw new Error(`${JSON.stringify(id)} is not the id of a thing of kind ${kind}`);
  }
  if (previous !== undefined && previous.kind !== kind) {
    throw new Error(`${id} cannot turn from ${previous.kind} into ${kind}`);
  }
  if (text === undefined) {
    if (hash !== undefined) throw new Error(`the tombstone of ${id} has a hash`);
    if (previous?.hash === undefined) throw new Error(`${id} is not alive, so it cannot leave a tombstone`);
    return;
  }
  checkLength(`The text of ${id}`, text, logLimits.textBytesMax);
  if (text === '' || !text.isWellFormed()) throw new Error(`the text of ${id} is not JSON`);
  if (hash?.length !== hashCharacters) throw new Error(`${id} comes without the hash of its text`);
};

const checkRecord = ({ table, key, value }: RecordChange): void => {
  checkLength(`A key in ${table}`, key, logLimits.keyBytesMax);
  if (!key.isWellFormed()) throw new Error(`a key in ${table} is not well-formed Unicode`);
  if (value !== undefined) checkLength(`The record ${table}/${key}`, value, logLimits.textBytesMax);
};

/**
 * Refuses a batch that would break the log.
 * @throws {Fault} `limit-exceeded`; plain errors are bugs of the caller
 */
export const checkBatch = (things: readonly ThingChange[], records: readonly RecordChange[]): void => {
  if (things.length + records.length > logLimits.batchChangesMax) {
    throw new Fault(
      'limit-exceeded',
      `A batch of ${things.length + records.length} changes is more than the ${logLimits.batchChangesMax} that the log takes at once.`,
    );
  }
  for (const change of things) checkThing(change);
  for (const record of records) checkRecord(record);
  if (new Set(things.map(({ id }) => id)).size < things.length) {
    throw new Error('a batch holds two changes of one thing');
  }
};

/** Refuses to answer with more than the log holds in memory at once, or with nothing. */
export const checkRangeLimit = (limit: number): void => {
  if (!Number.isInteger(limit) || limit < 1 || limit > logLimits.rangeMax) {
    throw new Fault('limit-exceeded', `One answer of the log holds 1 to ${logLimits.rangeMax} things, not ${limit}.`);
  }
};
