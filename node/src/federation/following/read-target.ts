import { Fault } from '../../model/fault.ts';

/** What a person names to say whom to follow. */
export interface FollowTarget {
  /** `name@host`, where it is a handle. */
  readonly handle: string | undefined;
  /** Host, and port where one is given. */
  readonly host: string;
  /** Origins that it may mean, the likeliest first. */
  readonly origins: readonly [string, ...string[]];
}

const asHost = (text: string): string | undefined => {
  if (!/^[^\s/?#@\\]+$/u.test(text)) return undefined;
  // The scheme must not take a port away.
  const host = URL.parse(`https://${text}`)?.hostname;
  const port = /:(\d{1,5})$/.exec(text)?.[1];
  return host === undefined ? undefined : `${host}${port === undefined ? '' : `:${Number(port)}`}`;
};

const originsOf = (host: string): [string, string] => [
  new URL(`https://${host}`).origin,
  new URL(`http://${host}`).origin,
];

/**
 * Reads a host, a web address or a handle (`@town@host`, `town@host`). Pure.
 * @throws {Fault} `usage` for anything else
 */
export const readTarget = (given: string): FollowTarget => {
  const text = given.trim();
  if (/^https?:\/\//i.test(text)) {
    const url = URL.parse(text);
    if (url !== null && url.username === '' && url.password === '')
      return { handle: undefined, host: url.host, origins: [url.origin] };
  } else {
    const [, name, after = text] = /^@?([^@\s/:]+)@(.+)$/.exec(text) ?? [];
    const host = asHost(after);
    if (host !== undefined)
      return { handle: name === undefined ? undefined : `${name}@${host}`, host, origins: originsOf(host) };
  }
  throw new Fault(
    'usage',
    `"${given}" names no node. Write its host (winkels.example), its address (https://winkels.example) or its handle (@waterveen@winkels.example).`,
  );
};
