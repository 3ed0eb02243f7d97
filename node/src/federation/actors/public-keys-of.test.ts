import { verifyDocument } from '@openstraat/spec';
import { expect, it } from 'vitest';
import { HandClock, scratchFolder } from '../store/store.fixture.ts';
import type { ActorKeyPairs } from './actor-key-file.ts';
import { openActorKeys } from './actor-keys.ts';
import { publicKeysOf } from './public-keys-of.ts';
import { signActivity } from './sign-activity.ts';

const actor = 'https://waterveen.example/actors/jansen';

/** What the document of the actor says of its keys. */
const shown = async (keys: ActorKeyPairs, nowMs: number) => {
  const { publicKey, assertionMethods } = publicKeysOf(actor, keys, nowMs);
  const said = (await Promise.all(assertionMethods.map((one) => one.toJsonLd({ format: 'compact' })))) as {
    readonly id: string;
    readonly controller: string;
    readonly publicKeyMultibase: string;
  }[];
  return { messages: publicKey.id?.href, said };
};

it('lets others check until the overlap is over what an actor signed before', async () => {
  await using scratch = await scratchFolder();
  const clock = new HandClock();
  const keys = await openActorKeys(`${scratch.path}/k`, clock);
  const first = await keys.of('jansen');
  const signed = signActivity({ id: `${actor}#1`, type: 'Create', actor }, actor, first, clock.now()) as {
    readonly proof: { readonly verificationMethod: string };
  };
  const before = await shown(first, clock.now());
  expect(before.said.map(({ id }) => id)).toEqual([`${actor}#proof-key`]);

  const renewed = await keys.renew('jansen', 1_000);
  const after = await shown(renewed, clock.now());
  expect(after.messages).toBe(`${actor}#main-key-2`);
  // Who takes only the first takes one that signs now.
  expect(after.said.map(({ id }) => id)).toEqual([`${actor}#proof-key-2`, `${actor}#proof-key`, `${actor}#main-key`]);
  expect(after.said.every(({ controller }) => controller === actor)).toBe(true);
  const key = after.said.find(({ id }) => id === signed.proof.verificationMethod);
  expect(verifyDocument(signed, key?.publicKeyMultibase ?? '')).toBe(true);

  clock.turn(1_000);
  expect((await shown(renewed, clock.now())).said.map(({ id }) => id)).toEqual([`${actor}#proof-key-2`]);
});
