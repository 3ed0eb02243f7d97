import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CliInTest } from './run-in-test.test-helper.ts';

it('lists keys with what they are for and until when', async () => {
  await using cli = await CliInTest.make();
  const { code, output } = await cli.run(['keys', 'list']);
  expect(code).toBe(0);
  expect(output).toMatch(/#key-1 \(Ed25519\) counts; since 2026-03-01T06:00:00Z, until 2026-03-09T06:00:00Z/);
  expect(output).toMatch(/#key-2 \(Ed25519\) signs; since 2026-03-02T06:00:00Z\n/);
});

it('asks for new ones', async () => {
  await using cli = await CliInTest.make();
  const file = join(cli.folder.path, 'recovery.txt');
  await writeFile(file, 'z6secret\n');
  expect((await cli.run(['keys', 'rotate'])).code).toBe(0);
  expect((await cli.run(['keys', 'rotate', '--only', 'actors'])).code).toBe(0);
  expect((await cli.run(['keys', 'rotate', '--overlap', '30', '--recovery-file', file])).code).toBe(0);
  expect(cli.node.rotations).toEqual([
    { which: 'all', overlapDays: 7 },
    { which: 'actors', overlapDays: 7 },
    { which: 'all', overlapDays: 30, recoverySecret: 'z6secret' },
  ]);
  const missing = await cli.run(['keys', 'rotate', '--recovery-file', `${file}.none`]);
  expect([missing.code === 0, missing.errors]).toEqual([false, expect.stringContaining("can't be read") as string]);
});
