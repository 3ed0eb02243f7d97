import type { Context, Hono } from 'hono';
import { cacheControl } from '../../http/cache-control.ts';
import { fingerprint } from '../../http/entity-tag.ts';
import { link } from '../../http/link.ts';
import { mediaTypes } from '../../http/media-types.ts';
import { negotiate } from '../../http/negotiate.ts';
import { mountRead } from '../../http/read-route.ts';
import { respond } from '../../http/respond.ts';
import { Fault } from '../../model/fault.ts';
import type { OutputContext } from '../context.ts';
import { type Operation, operations } from './operations.ts';
import { withSamples } from './sample-keys.ts';
import { readOutcome, readTrial, type Trial, type TrialOutcome } from './try-operation.ts';
import { writeOpenApi } from './write-openapi.ts';

/** Makes the page that shows and tries the operations; who makes it is the affair of another face. */
export type ApiPage = (
  operations: readonly Operation[],
  tried: { readonly trial: Trial; readonly outcome: TrialOutcome } | undefined,
) => Promise<string>;

const openApiPath = '/openapi.json';

/** Mounts the description of everything that programs can ask, and the page that tries it. */
export const mountOpenApi = (app: Hono, output: OutputContext, renderApi: ApiPage): void => {
  const { log, settings } = output;
  // Made when first asked: it takes tens of milliseconds, and most starts of a node need none.
  let written: { readonly text: string; readonly tag: string } | undefined;
  const description = (): { readonly text: string; readonly tag: string } => {
    if (written === undefined) {
      const text = JSON.stringify(writeOpenApi(settings));
      written = { text, tag: fingerprint(text) };
    }
    return written;
  };

  mountRead(app, settings, openApiPath, (context) => {
    const { text, tag } = description();
    return respond(context, {
      type: mediaTypes.json,
      tag,
      cacheControl: cacheControl.minutes,
      negotiated: false,
      body: () => text,
    });
  });

  /** Asks this very node, with the connection of the reader, so that limits count for trials as for any request. */
  const ask = async (context: Context, { operation, address }: Trial): Promise<TrialOutcome> => {
    const forwarded = context.req.header('X-Forwarded-For');
    const request = new Request(settings.origin + address, {
      headers: {
        Accept: operation.accept,
        ...(forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded }),
      },
    });
    return readOutcome(await app.fetch(request, context.env));
  };

  mountRead(app, settings, '/api', (context) => {
    if (negotiate(context.req.header('Accept'), [mediaTypes.html]) === undefined)
      throw new Fault('not-acceptable', `This is a page; programs take ${openApiPath}.`);
    const trial = readTrial(new URL(context.req.url).searchParams);
    return respond(context, {
      type: mediaTypes.html,
      // What was tried may be a search.
      cacheControl: trial === undefined ? cacheControl.minutes : cacheControl.never,
      negotiated: true,
      links: [link(settings.origin + openApiPath, 'service-desc', mediaTypes.json)],
      body: async () =>
        renderApi(
          await withSamples(operations, log),
          trial === undefined ? undefined : { trial, outcome: await ask(context, trial) },
        ),
    });
  });
};
