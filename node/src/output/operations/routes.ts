import type { Hono } from 'hono';
import { cacheControl } from '../../http/cache-control.ts';
import { mediaTypes } from '../../http/media-types.ts';
import type { NodeMetrics } from '../../http/metrics.ts';
import { mountRead } from '../../http/read-route.ts';
import { respond } from '../../http/respond.ts';
import { Fault } from '../../model/fault.ts';
import type { OutputContext } from '../context.ts';

/** Mounts what an operator's tools ask: does it answer, and what has it counted. */
export const mountOperations = (app: Hono, output: OutputContext, metrics: NodeMetrics): void => {
  const { log, settings } = output;
  mountRead(app, settings, '/healthz', (context) => {
    const failure = log.failure();
    if (failure !== undefined)
      throw new Fault(
        'log-stopped',
        `What is here is served, but the log takes no changes until the node is started again. ${failure.message}`,
      );
    const { epoch, position, live } = log.head();
    return respond(context, {
      type: mediaTypes.json,
      cacheControl: cacheControl.never,
      negotiated: false,
      body: () => JSON.stringify({ status: 'ok', epoch, position, live }),
    });
  });
  mountRead(app, settings, '/metrics', (context) =>
    respond(context, {
      type: mediaTypes.text,
      cacheControl: cacheControl.never,
      negotiated: false,
      body: () => metrics.text(),
    }),
  );
};
