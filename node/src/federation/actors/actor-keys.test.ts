import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scratchFolder } from '../store/store.fixture.ts';
import { exportActorKeys } from './actor-key-file.ts';
import { openActorKeys } from './actor-keys.ts';

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

it('renews keys, and forgets the old ones', async () => {
  await using scratch = await scratchFolder();
  const keys = await openActorKeys(join(scratch.path, 'k'), clock);
  const old = await keys.of('winkel');
  const renewed = await keys.renew('winkel');
  expect(renewed.generation).toBe(2);
  expect(await keys.of('winkel')).toBe(renewed);
  expect(await readFile(join(scratch.path, 'k', 'winkel.json'), 'utf8')).not.toContain(await rsaOf(old));
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
