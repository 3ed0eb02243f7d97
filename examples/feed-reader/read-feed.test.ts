import { fileURLToPath } from 'node:url';
import { runConsumerConformance } from '@openstraat/conformance';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('read-feed.ts', import.meta.url));

it('the feed reader passes the class consumer', async () => {
  const result = await runConsumerConformance({
    reader: { run: `"${process.execPath}" "${script}" {feed} {store}/replica.sqlite` },
    // Most of its time it waits, as it is told to.
    limits: { scenariosAtOnce: 8 },
  });
  expect(result.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect(result.verdict).toBe('conforms');
}, 180_000);
