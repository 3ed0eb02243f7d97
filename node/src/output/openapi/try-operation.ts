import { openApiLimits } from './limits.ts';
import { type Operation, operations } from './operations.ts';

/** A request that the page makes for a reader who wants to see an answer. */
export interface Trial {
  readonly operation: Operation;
  /** Path and query, as a program would ask. */
  readonly address: string;
  /** What was filled in, by parameter. */
  readonly values: Readonly<Record<string, string>>;
}

/** What came of it. */
export interface TrialOutcome {
  readonly status: number;
  readonly contentType: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  readonly isCut: boolean;
}

/** Header fields that say something to who writes a program. */
const shownHeaders = [
  'Cache-Control',
  'ETag',
  'Link',
  'Location',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Vary',
];

/** Reads which operation a form asks to try; only those of the list can be. */
export const readTrial = (query: URLSearchParams): Trial | undefined => {
  const operation = operations.find(({ id }) => id === query.get('operation'));
  if (operation === undefined) return undefined;
  const values: Record<string, string> = {};
  const asked = new URLSearchParams();
  for (const name of Object.keys(operation.inQuery.shape)) {
    const value = query.get(name);
    if (value === null || value === '') continue;
    values[name] = value;
    asked.set(name, value);
  }
  let path = operation.path;
  for (const { name, example } of operation.inPath) {
    const value = query.get(name) ?? '';
    values[name] = value;
    // A segment of dots would climb out of the path.
    const segment = encodeURIComponent(value === '' ? example : value)
      .replaceAll("'", '%27')
      .replace(/^\.+$/, '%2E');
    path = path.replace(`{${name}}`, () => segment);
  }
  return { operation, values, address: asked.size === 0 ? path : `${path}?${asked.toString()}` };
};

const pretty = (text: string, contentType: string): string => {
  if (!contentType.includes('json')) return text;
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
};

/** Reads an answer for showing: its fields, and its body laid out, as far as a page should hold it. */
export const readOutcome = async (response: Response): Promise<TrialOutcome> => {
  const contentType = response.headers.get('Content-Type') ?? '';
  const body = pretty(await response.text(), contentType);
  const headers = shownHeaders.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const isCut = body.length > openApiLimits.bodyShownCharactersMax;
  return {
    status: response.status,
    contentType,
    headers,
    body: body.slice(0, openApiLimits.bodyShownCharactersMax),
    isCut,
  };
};
