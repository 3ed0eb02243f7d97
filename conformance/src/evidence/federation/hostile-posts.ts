import type { SignatureForm } from '@openstraat/spec';
import type { SuiteActors } from '../../callback/suite-actors.ts';
import type { Exchange } from '../../fetching/exchange.ts';
import type { Run } from '../../run/run.ts';
import { available, type Gatherer } from '../gatherer.ts';
import { isTaken, nodeFollowed, parties, personFollowed } from './following.ts';
import { bytesOf, followBy, post, signedHeaders, type Signing } from './post.ts';

/** What is wrong with something that was sent to an inbox. */
export type PostFault =
  | 'unsigned'
  | 'other-body'
  | 'other-key'
  | 'other-actor'
  | 'not-covered'
  | 'other-time'
  | 'clock-a-little-off'
  | 'too-large'
  | 'not-json';

/** Something that was sent, and what became of it. */
export interface HostilePost {
  readonly fault: PostFault;
  /** As findings name it. */
  readonly words: string;
  readonly exchange: Exchange;
}

interface Plan {
  readonly fault: PostFault;
  readonly words: string;
  /** What goes out. @param name of its own, so that nothing is taken for a repetition */
  readonly make: (name: string) => { readonly body: Uint8Array; readonly headers?: Readonly<Record<string, string>> };
}

const minuteMs = 60_000;
const bodyBytesMax = 1_048_576;

const planPosts = (
  run: Run,
  { node, person, stranger }: SuiteActors,
  target: {
    readonly actor: string;
    readonly inbox: string;
    /** Forms of signatures that the inbox has taken: only in these can something else be wrong than the form. */
    readonly understood: readonly SignatureForm[];
  },
): readonly Plan[] => {
  const { inbox, understood } = target;
  const bodyOf = (name: string): Buffer => bytesOf(followBy(node, target.actor, name));
  const signed = (fault: PostFault, words: string, signing: Signing, body = bodyOf): Plan => ({
    fault,
    words: `${words} (${signing.form})`,
    make(name) {
      const bytes = body(name);
      return { body: bytes, headers: signedHeaders(run, inbox, bytes, signing) };
    },
  });
  /** Signed as it should be, with a body that was exchanged afterwards. */
  const exchanged = (words: string, form: Signing['form'], header?: 'digest' | 'content-digest'): Plan => ({
    fault: 'other-body',
    words: `${words} (${form})`,
    make(name) {
      const signing: Signing = { form, key: node.key };
      const headers = signedHeaders(run, inbox, bodyOf(name), signing);
      const other = bodyOf(`${name}-exchanged`);
      const digest = header === undefined ? {} : { [header]: signedHeaders(run, inbox, other, signing)[header] ?? '' };
      return { body: other, headers: { ...headers, ...digest } };
    },
  });
  const draft = (more: Partial<Signing> = {}): Signing => ({ form: 'draft-cavage', key: node.key, ...more });
  const rfc = (more: Partial<Signing> = {}): Signing => ({ form: 'rfc-9421', key: node.key, ...more });
  const forged = { keyId: node.key.keyId, privateKeyPem: person.key.privateKeyPem };
  const padded = (name: string): Buffer => {
    const bytes = bytesOf({ ...followBy(node, target.actor, name), content: '' });
    const padding = 'x'.repeat(bodyBytesMax + 1 - bytes.length);
    return bytesOf({ ...followBy(node, target.actor, name), content: padding });
  };
  return [
    { fault: 'unsigned', words: 'no signature', make: (name) => ({ body: bodyOf(name) }) },
    exchanged('another body than was signed', 'draft-cavage'),
    exchanged('another body, and the digest made anew', 'draft-cavage', 'digest'),
    exchanged('another body than was signed', 'rfc-9421'),
    exchanged('another body, and the digest made anew', 'rfc-9421', 'content-digest'),
    signed('other-key', 'signed with another key than it names', draft({ key: forged })),
    signed('other-key', 'signed with another key than it names', rfc({ key: forged })),
    signed('other-actor', 'signed by another actor of the same host', draft({ key: person.key })),
    signed('other-actor', 'signed by another actor of the same host', rfc({ key: person.key })),
    ...(stranger === undefined
      ? []
      : [
          signed(
            'other-actor',
            "signed on another host, with a key that says to be the actor's",
            draft({ key: stranger.key }),
          ),
        ]),
    signed('not-covered', 'only the date is covered', draft({ covers: ['date'] })),
    signed('not-covered', 'the digest is not covered', draft({ covers: ['(request-target)', 'host', 'date'] })),
    signed('not-covered', 'the target is not covered', draft({ covers: ['host', 'date', 'digest'] })),
    signed('not-covered', 'the host is not covered', draft({ covers: ['(request-target)', 'date', 'digest'] })),
    signed('not-covered', 'only the method is covered', rfc({ covers: ['@method'] })),
    signed('not-covered', 'the digest is not covered', rfc({ covers: ['@method', '@target-uri'] })),
    signed('not-covered', 'the target is not covered', rfc({ covers: ['@method', 'content-digest'] })),
    signed('other-time', 'two hours old', draft({ offMs: -120 * minuteMs })),
    signed('other-time', 'two hours ahead', draft({ offMs: 120 * minuteMs })),
    signed('other-time', 'two hours old', rfc({ offMs: -120 * minuteMs })),
    signed('other-time', 'two hours ahead', rfc({ offMs: 120 * minuteMs })),
    ...understood.flatMap((form) => [
      signed('clock-a-little-off', 'ten minutes old', { form, key: node.key, offMs: -10 * minuteMs }),
      signed('clock-a-little-off', 'ten minutes ahead', { form, key: node.key, offMs: 10 * minuteMs }),
    ]),
    ...understood
      .slice(0, 1)
      .flatMap((form) => [
        signed('too-large', `${bodyBytesMax + 1} bytes`, { form, key: node.key }, padded),
        signed('not-json', 'not JSON', { form, key: node.key }, () => Buffer.from('{"type": "Follow", ')),
      ]),
  ];
};

/** What the inbox says to what it should not believe, and to clocks that are a little off. */
export const hostilePosts: Gatherer<readonly HostilePost[]> = {
  name: 'hostile-posts',
  async gather(run) {
    const both = await run.gather(parties);
    if (!both.available) return both;
    const node = await run.gather(nodeFollowed);
    const person = await run.gather(personFollowed);
    const understood: readonly SignatureForm[] = [
      ...(node.available && isTaken(node.value.exchange) ? ['draft-cavage' as const] : []),
      ...(person.available && isTaken(person.value.exchange) ? ['rfc-9421' as const] : []),
    ];
    const { actors, actor, inbox } = both.value;
    const posts: HostilePost[] = [];
    const plans = planPosts(run, actors, { actor: actor.url, inbox, understood });
    for (const [at, { fault, words, make }] of plans.entries()) {
      const { body, headers } = make(`hostile-${at}`);
      posts.push({ fault, words, exchange: await post(run, inbox, body, headers) });
      run.tell('hostile-posts', `${at + 1} of ${plans.length}`);
    }
    return available(posts);
  },
};
