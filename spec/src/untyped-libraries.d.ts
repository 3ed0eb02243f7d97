// The parts of libraries without types that our tests use.

declare module 'jsonld' {
  interface RemoteDocument {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: unknown;
  }
  interface Options {
    readonly documentLoader: (url: string) => Promise<RemoteDocument>;
    readonly format: 'application/n-quads';
  }
  interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0';
    readonly inputFormat: 'application/n-quads';
    readonly format: 'application/n-quads';
  }
  const jsonld: {
    toRDF(document: unknown, options: Options): Promise<string>;
    flatten(
      document: unknown,
      context: null | undefined,
      options: { readonly documentLoader: Options['documentLoader']; readonly base?: string },
    ): Promise<unknown>;
    canonize(nQuads: string, options: CanonizeOptions): Promise<string>;
  };
  export default jsonld;
}

declare module 'n3' {
  export class Store {
    constructor(quads?: Iterable<unknown>);
    readonly size: number;
  }
  export class Parser {
    constructor(options?: { readonly format?: string });
    parse(text: string): unknown[];
  }
  export class Writer {
    constructor(options: { readonly format: 'N-Quads' });
    quadsToString(quads: readonly object[]): string;
  }
  export const DataFactory: object;
}

declare module 'shacl-engine' {
  import type { Store } from 'n3';
  interface Result {
    readonly message: readonly { readonly value: string }[];
    readonly path?: readonly { readonly predicates: readonly { readonly value: string }[] }[];
    readonly constraintComponent: { readonly value: string };
  }
  export class Validator {
    constructor(shapes: Store, options: { readonly factory: object });
    validate(data: {
      readonly dataset: Store;
    }): Promise<{ readonly conforms: boolean; readonly results: readonly Result[] }>;
  }
}

declare module '@openactive/rpde-validator' {
  interface PageError {
    readonly severity: string;
    readonly type: string;
    readonly message: string;
  }
  interface FeedLog {
    readonly pages: readonly { readonly url: string; readonly errors: readonly PageError[] }[];
  }
  export const RpdeValidator: (
    url: string,
    options?: { readonly pageLimit?: number; readonly timeoutMs?: number },
  ) => Promise<FeedLog>;
}
