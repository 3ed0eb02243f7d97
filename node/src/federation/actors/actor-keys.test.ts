import { KeyObject } from 'node:crypto';
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { HandClock, scratchFolder } from '../store/store.fixture.ts';
import { exportActorKeys, writeActorKeys } from './actor-key-file.ts';
import { openActorKeys } from './actor-keys.ts';
import { actorLimits } from './limits.ts';

const clock = { now: () => Date.UTC(2026, 2, 2) };
const rsaOf = async (keys: Awaited<ReturnType<Awaited<ReturnType<typeof openActorKeys>>['of']>>) =>
  (await exportActorKeys(keys)).rsa.publicKey['n'];

it('makes keys once, in files and a folder that only this user can read', async () => {
  await using scratch = await scratchFolder();
  const folder = join(scratch.path, 'actor-keys');
  const keys = await openActorKeys(folder, clock);
  const [made, same] = await Promise.all([keys.of('winkel'), keys.of('winkel')]);
  expect(same).toBe(made);
  expect(made).toMatchObject({ generation: 1, made: '2026-03-02T00:00:00.000Z' });
  expect(made.rsa.privateKey.algorithm).toMatchObject({ name: 'RSASSA-PKCS1-v1_5', modulusLength: 2_048 });
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, 'winkel.json'))).mode & 0o777).toBe(0o600);
  const other = await openActorKeys(folder, clock);
  expect(await rsaOf(await other.of('winkel'))).toBe(await rsaOf(made));
  expect(await rsaOf(await other.of('bakker'))).not.toBe(await rsaOf(made));
});

it('renews keys, forgets the secrets of the old ones, and shows them as long as it is told', async () => {
  await using scratch = await scratchFolder();
  const turning = new HandClock();
  const folder = join(scratch.path, 'k');
  const keys = await openActorKeys(folder, turning);
  const old = await keys.of('winkel');
  const renewed = await keys.renew('winkel', 1_000);
  expect(renewed.generation).toBe(2);
  expect(await keys.of('winkel')).toBe(renewed);
  const again = await (await openActorKeys(folder, turning)).of('winkel');
  for (const { former } of [renewed, again]) {
    expect(former).toMatchObject([
      { generation: 1, made: old.made, until: new Date(turning.now() + 1_000).toISOString() },
    ]);
    const shown = former.map((one) => KeyObject.from(one.rsa).export({ format: 'jwk' }).n);
    expect(shown).toEqual([await rsaOf(old)]);
  }
  const stored = await readFile(join(folder, 'winkel.json'), 'utf8');
  const { rsa, ed25519 } = await exportActorKeys(old);
  for (const { privateKey } of [rsa, ed25519]) expect(stored).not.toContain(privateKey['d']);
  // None longer than is asked for now, and none whose time is over.
  expect((await keys.renew('winkel', 400)).former.map(({ until }) => Date.parse(until) - turning.now())).toEqual([
    400, 400,
  ]);
  turning.turn(400);
  expect((await keys.renew('winkel', 900)).former.map(({ generation }) => generation)).toEqual([3]);
  expect((await keys.renew('winkel', 0)).former).toEqual([]);
});

it('shows as many old keys as its limit, the newest', async () => {
  await using scratch = await scratchFolder();
  const folder = join(scratch.path, 'k');
  const keys = await openActorKeys(folder, clock);
  const { made, rsa, ed25519 } = await keys.of('winkel');
  const former = Array.from({ length: actorLimits.formerKeysMax - 1 }, (_one, at) => ({
    generation: actorLimits.formerKeysMax - 1 - at,
    made,
    until: '2027-01-01T00:00:00Z',
    rsa: rsa.publicKey,
    ed25519: ed25519.publicKey,
  }));
  await writeActorKeys(folder, 'winkel', { made, generation: actorLimits.formerKeysMax, rsa, ed25519, former });
  const other = await openActorKeys(folder, clock);
  const generations = async () => (await other.renew('winkel', 1_000)).former.map(({ generation }) => generation);
  expect(await generations()).toEqual(Array.from({ length: 20 }, (_one, at) => 20 - at));
  expect(await generations()).toEqual(Array.from({ length: 20 }, (_one, at) => 21 - at));
});

it('has on disk what it signs with, however many make and renew keys at the same time', async () => {
  await using scratch = await scratchFolder();
  const folder = join(scratch.path, 'k');
  const keys = await openActorKeys(folder, clock, 1);
  await Promise.all([
    keys.of('winkel'),
    keys.renew('winkel', 0),
    keys.of('bakker'),
    keys.of('winkel'),
    keys.renew('winkel', 0),
  ]);
  const held = await keys.of('winkel');
  expect(held.generation).toBe(3);
  expect(await rsaOf(await (await openActorKeys(folder, clock)).of('winkel'))).toBe(await rsaOf(held));
});

it('refuses files that others can read or that hold no keys, and a folder that others can enter', async () => {
  await using scratch = await scratchFolder();
  const folder = join(scratch.path, 'k');
  await (await openActorKeys(folder, clock)).of('winkel');
  const file = join(folder, 'winkel.json');
  await chmod(file, 0o640);
  const keys = await openActorKeys(folder, clock);
  await expect(keys.of('winkel')).rejects.toThrow(`chmod 600 ${file}`);
  // Once it is closed, the same node goes on.
  await chmod(file, 0o600);
  expect(await keys.of('winkel')).toMatchObject({ generation: 1 });
  await writeFile(file, '{}');
  await expect((await openActorKeys(folder, clock)).of('winkel')).rejects.toMatchObject({ code: 'settings-invalid' });
  await chmod(folder, 0o750);
  await expect(openActorKeys(folder, clock)).rejects.toThrow(`chmod 700 ${folder}`);
});

it('holds as many ready as its limit, and reads the one that was quiet longest again', async () => {
  await using scratch = await scratchFolder();
  const keys = await openActorKeys(join(scratch.path, 'k'), clock, 2);
  const [a, b] = [await keys.of('a'), await keys.of('b')];
  expect(await keys.of('a')).toBe(a);
  await keys.of('c');
  expect(await keys.of('a')).toBe(a);
  expect(await keys.of('b')).not.toBe(b);
  expect(await rsaOf(await keys.of('b'))).toBe(await rsaOf(b));
});
