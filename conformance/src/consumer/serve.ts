import { listen } from '../serving/http-server.ts';
import { wallClock } from './clock.ts';
import type { Handler, OpenStage, Reader } from './stage.ts';

/** A stage on loopback: two servers, and a reader that may be any program. */
export const stageOnLoopback =
  (reader: Reader): OpenStage =>
  async (handler: Handler) => {
    // Readers ask; what they might send along is not looked at.
    const options = { host: '127.0.0.1', port: 0, origin: undefined, bodyBytesMax: 1_048_576 } as const;
    const [here, elsewhere] = await Promise.all([listen(handler, options), listen(handler, options)]);
    const session = await reader.open();
    return {
      origin: here.origin,
      elsewhere: elsewhere.origin,
      clock: wallClock,
      session,
      async [Symbol.asyncDispose]() {
        await session[Symbol.asyncDispose]();
        await Promise.all([here[Symbol.asyncDispose](), elsewhere[Symbol.asyncDispose]()]);
      },
    };
  };
