import type { JsonObject } from '../../../json/json-value.ts';

/** Why the tiny publisher does not believe what came to its inbox. */
export type InboxFault =
  | 'too-large'
  | 'unsigned'
  | 'draft-cavage'
  | 'rfc-9421'
  | 'covers-too-little'
  | 'other-digest'
  | 'other-time'
  | 'other-signature'
  | 'not-json'
  | 'other-actor';

/** An activity as it goes out. */
export interface Sending {
  readonly url: string;
  readonly activity: JsonObject;
}

/** How the federation of the tiny publisher is broken; all of it is right where nothing is said. */
export interface TinyFlaws {
  /** What it does not notice. */
  readonly overlooks?: readonly InboxFault[];
  /** Signatures that it does not know. */
  readonly unknownForm?: 'draft-cavage' | 'rfc-9421';
  /** How far a clock may be off. */
  readonly skewMs?: number;
  /** It verifies with whatever key fits. */
  readonly anyKnownKey?: boolean;
  /** It believes what a key says of its owner. */
  readonly believesOwner?: boolean;
  /** It acts on everything, however often it came. */
  readonly forgets?: boolean;
  /** It lets anybody undo what others did. */
  readonly anyoneUndoes?: boolean;
  /** It does not act on an Undo. */
  readonly neverUndoes?: boolean;
  /** It lists whoever follows. */
  readonly listsPeople?: boolean;
  /** People are nodes to it where it tells of changes. */
  readonly tellsEveryone?: boolean;
  /** What goes out in place of one activity. */
  readonly sends?: (sending: Sending) => readonly Sending[];
  /** Headers of what goes out, signed. */
  readonly signed?: (
    headers: Readonly<Record<string, string>>,
    parts: SigningParts,
  ) => Readonly<Record<string, string>>;
}

/** What a signature is made of. */
export interface SigningParts {
  readonly url: string;
  readonly body: Uint8Array;
  readonly keyId: string;
  readonly privateKeyPem: string;
  readonly nowMs: number;
}
