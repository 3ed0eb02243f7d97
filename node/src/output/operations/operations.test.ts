import { expect, it, vi } from 'vitest';
import { Fault } from '../../model/fault.ts';
import { createTestNode } from '../test-node.ts';

it('/healthz says when the log takes no changes any more', async () => {
  const node = createTestNode();
  expect(await (await node.get('/healthz')).json()).toMatchObject({ status: 'ok' });
  vi.spyOn(node.log, 'failure').mockReturnValue(new Fault('disk-full', 'The disk is full.') as never);
  const answer = await node.get('/healthz');
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ status: 503, title: 'Log takes no changes' });
  expect(await (await node.get('/metrics')).text()).toContain('openstraat_log_stopped 1');
});
