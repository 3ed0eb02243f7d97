import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { FakeNode } from './fake-node.test-helper.ts';
import { controlLimits } from './limits.ts';
import { startControlServer } from './server.ts';

it('takes a request as long as the limit, and refuses one byte more', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'os-'));
  const socketPath = join(folder, 'control.sock');
  const server = await startControlServer({ path: socketPath, node: new FakeNode(), onError: () => {} });
  try {
    const ask = async (bytes: number): Promise<string> => {
      const client = request({ socketPath, path: '/stats', method: 'POST', agent: false });
      client.end('{}'.padEnd(bytes));
      const [response] = await once(client, 'response');
      return text(response);
    };
    expect(await ask(controlLimits.requestBytesMax)).toContain('"result"');
    expect(await ask(controlLimits.requestBytesMax + 1)).toContain('limit-exceeded');
  } finally {
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  }
});
