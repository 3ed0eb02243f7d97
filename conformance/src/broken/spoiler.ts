import type { Checkpoint, ConformanceClass } from '@openstraat/spec';
import type { JsonObject } from '../json/json-value.ts';
import type { TinyAnswer } from './tiny-publisher/answer.ts';
import type { TinyFlaws } from './tiny-publisher/federation/flaws.ts';
import type { TinyState } from './tiny-publisher/state.ts';
import type { TinyThing } from './tiny-publisher/town.ts';

/** What a spoiler knows of the moment. */
export interface SpoilMoment {
  /** The request that is answered. */
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  /** Late evidence is being gathered. */
  readonly late: boolean;
}

/** Breaks one thing of the tiny publisher. All functions are given what is right, and return what is wrong. */
export interface Spoiler {
  /** What is broken; its file is called so too. */
  readonly name: string;
  /** Names of the checks that fail on it; no other does. */
  readonly fails: readonly string[];
  /** The class that is tested: `publisher` unless it says otherwise. */
  readonly class?: ConformanceClass;
  /** The URL that is tested: the tiny publisher's own unless it says otherwise. */
  readonly url?: string;
  /** The origin under which it publishes: the tiny publisher's own unless it says otherwise. */
  readonly origin?: string;
  /** Entries on a full page: 10 unless it says otherwise. */
  readonly entriesPerPage?: number;
  /** Tombstones besides the two that there are. */
  readonly moreTombstones?: number;
  /** What is published; digest and positions are made from it afterwards. */
  readonly things?: (things: readonly TinyThing[]) => readonly TinyThing[];
  /** The state from the start: entries, head, epoch; the checkpoint is made from it afterwards. */
  readonly state?: (state: TinyState) => TinyState;
  /** The state when late evidence is gathered. @param before the state until then */
  readonly later?: (state: TinyState, before: TinyState) => TinyState;
  /** One entry as a page shows it; the checkpoint knows nothing of it. */
  readonly entry?: (item: JsonObject, moment: SpoilMoment) => JsonObject;
  readonly page?: (page: JsonObject, moment: SpoilMoment) => JsonObject;
  readonly description?: (description: JsonObject, moment: SpoilMoment) => JsonObject;
  /** A checkpoint before it is signed; `on` says whether it stands on a page or at its own address. */
  readonly checkpoint?: (checkpoint: Checkpoint, moment: SpoilMoment & { readonly on: 'page' | 'url' }) => Checkpoint;
  /** A checkpoint after it was signed. */
  readonly signed?: (checkpoint: JsonObject, moment: SpoilMoment & { readonly on: 'page' | 'url' }) => JsonObject;
  /** A question as `/search` understands it. */
  readonly question?: (url: URL) => URL;
  /** The answer of `/search` as JSON. */
  readonly found?: (answer: JsonObject, url: URL) => JsonObject;
  /** What its actor sends, believes and does. */
  readonly federation?: TinyFlaws;
  /** Any answer, the last thing before it goes out: before it is compressed, and gets an ETag. */
  readonly answer?: (answer: TinyAnswer, moment: SpoilMoment) => TinyAnswer;
  /** The answer as it goes out, with all its headers. */
  readonly response?: (response: Response, moment: SpoilMoment) => Response | Promise<Response>;
}
