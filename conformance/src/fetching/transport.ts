/** One request as it goes out. */
export interface TransportRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | undefined;
  readonly signal: AbortSignal;
}

/** An answer as it comes in: the body is still compressed. */
export interface TransportAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Sends one request. @throws whatever went wrong */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

/** Answers in place of the network, as a server would: with content codings left on the body, and redirects not followed. */
export type FetchFunction = (request: Request) => Promise<Response>;

const nothing: readonly Uint8Array[] = [];

/** A transport that asks a function instead of the network: for tests, and for folders of files. */
export const transportOfFetch =
  (fetchFunction: FetchFunction): Transport =>
  async ({ method, url, headers, body: sent, signal }) => {
    const init = { method, headers, signal, redirect: 'manual' } as const;
    const response = await fetchFunction(
      new Request(url, sent === undefined ? init : { ...init, body: Buffer.from(sent) }),
    );
    const body: AsyncIterable<Uint8Array> =
      response.body ??
      (async function* () {
        yield* nothing;
      })();
    return { status: response.status, headers: new Map(response.headers), body };
  };
