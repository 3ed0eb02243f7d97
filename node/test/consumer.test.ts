import { fileURLToPath } from 'node:url';
import { runConsumerConformance } from '@openstraat/conformance';
import { expect, it } from 'vitest';

const reader = fileURLToPath(new URL('support/replica-reader.ts', import.meta.url));

it('the reader of other nodes passes the class consumer', async () => {
  const result = await runConsumerConformance({
    reader: { run: `"${process.execPath}" "${reader}" {feed} {store}` },
    // Most of its time it waits, as it is told to.
    limits: { scenariosAtOnce: 8 },
  });
  expect(result.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect(result.verdict).toBe('conforms');
}, 300_000);
