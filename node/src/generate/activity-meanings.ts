/** What each type of activity means when it comes in. A type that is heard without a line here stops the generation, and the other way round. */
export const heardMeanings: Readonly<Record<string, string>> = {
  Accept: 'a node that this node asked to follow will tell it of changes',
  Announce: 'somebody passed a post on; kept for the operator, and never shown',
  Create: 'a reply to a post, or a mention; kept for the operator, who may show a reply',
  Delete: 'an account is gone, or a reply was taken back',
  Follow: 'somebody wants to follow the node or a place',
  Like: 'somebody likes a post; kept for the operator, and never shown',
  Move: 'a follower, or a node that is followed, has a new address; both ends must name each other',
  Reject: 'a node that this node asked to follow will not tell it of changes',
  Undo: 'somebody no longer follows',
  Update:
    'the feed of a followed node has changed: a hint to read it, never a source of data; or a reply was edited, and is hidden until the operator has looked again',
};

/** What each type of activity means when this node sends it. */
export const sentMeanings: Readonly<Record<string, string>> = {
  Accept: 'answers a `Follow`, at once or when the operator said yes',
  Create:
    'a post: a `Note` with text, language, link, hashtags and pictures; one that answers somebody has `inReplyTo` and a `Mention`',
  Delete: 'a post was taken back, or the actor of a place was switched off',
  Follow: 'the node asks another node to be told of changes',
  Move: 'the node, or a place, lives on at another address: `target` names this actor in `alsoKnownAs`',
  Reject: 'the operator does not want this follower',
  Undo: 'the node no longer follows another',
  Update:
    "a post or an actor has changed; to followers that are nodes also: the feed has changed (`object` is a `Collection` with the feed's id and `updated`), at most one every few seconds however much changed",
};

/** An enhancement proposal that is followed, and the test that shows it. */
export interface Proposal {
  readonly code: string;
  readonly title: string;
  /** Path of the test from the root of the repository, and words of its name. */
  readonly test: string;
  readonly named: string;
}

export const proposals: readonly Proposal[] = [
  {
    code: 'FEP-67ff',
    title: 'FEDERATION.md',
    test: 'node/src/generate/federation-document.test.ts',
    named: 'is what the code does',
  },
  {
    code: 'FEP-f1d5',
    title: 'NodeInfo in Fediverse Software',
    test: 'node/test/actors.test.ts',
    named: 'says in NodeInfo 2.1 what runs here',
  },
  {
    code: 'FEP-fe34',
    title: 'Origin-based security model',
    test: 'node/test/hostile-inbox.test.ts',
    named: 'is refused with',
  },
  {
    code: 'FEP-521a',
    title: "Representing actor's public keys",
    test: 'node/test/actors.test.ts',
    named: 'has an actor that programs read',
  },
  {
    code: 'FEP-8b32',
    title: 'Object Integrity Proofs, on what is sent',
    test: 'node/test/posts.test.ts',
    named: 'signed by a key of its actor',
  },
];
