import { expect, it } from 'vitest';
import { serveOnLoopback } from '../replica/test-peer.test-helper.ts';
import { guardOwnFetch } from './guard-fetch.ts';

it("keeps the process's own fetch from private addresses, by name, by number and by redirect", async () => {
  await using server = await serveOnLoopback((_request, response) => void response.end('inside'));
  const { port } = new URL(server.origin);
  {
    await using _ = guardOwnFetch();
    for (const address of [server.origin, `http://localhost:${port}/`, `http://[::1]:${port}/`])
      await expect(fetch(address)).rejects.toThrow('fetch failed');
    const inbox = await fetch(`http://localhost:${port}/`, { method: 'POST', body: '{}' }).catch(
      (error: unknown) => error,
    );
    expect(inbox).toMatchObject({ cause: { code: 'private-address' } });
  }
  expect(server.asked).toEqual([]);
  expect(await (await fetch(server.origin)).text()).toBe('inside');
});
