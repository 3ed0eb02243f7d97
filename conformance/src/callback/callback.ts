import { type Handler, listen } from '../serving/http-server.ts';
import { callbackLimits } from './limits.ts';

/** Where the suite is reached, while it is. */
export interface OpenCallback extends AsyncDisposable {
  readonly origin: string;
  /** Another host that leads here too, to play a stranger from; undefined where there is none. */
  readonly elsewhere: string | undefined;
}

/** A way for the publisher under test to reach the suite. */
export interface Callback {
  /** Begins to answer. @throws where it can't listen */
  readonly open: (handler: Handler) => Promise<OpenCallback>;
}

const bodyBytesMax = callbackLimits.deliveryBytesMax;

/** On loopback, on two ports of their own: for publishers that are there too. */
export const callbackOnLoopback: Callback = {
  async open(handler) {
    const options = { host: '127.0.0.1', port: 0, origin: undefined, bodyBytesMax } as const;
    const [here, elsewhere] = await Promise.all([listen(handler, options), listen(handler, options)]);
    return {
      origin: here.origin,
      elsewhere: elsewhere.origin,
      async [Symbol.asyncDispose]() {
        await Promise.all([here[Symbol.asyncDispose](), elsewhere[Symbol.asyncDispose]()]);
      },
    };
  },
};

/**
 * At an origin that the publisher can reach, from which a proxy or the network leads to a port of this machine.
 * @param origin without a slash at the end
 * @param port undefined for that of the origin
 */
export const callbackAt = (origin: string, port: number | undefined): Callback => ({
  async open(handler) {
    const url = new URL(origin);
    const ownPort = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
    const here = await listen(handler, { host: undefined, port: port ?? ownPort, origin: url.origin, bodyBytesMax });
    return { origin: here.origin, elsewhere: undefined, [Symbol.asyncDispose]: here[Symbol.asyncDispose] };
  },
});
