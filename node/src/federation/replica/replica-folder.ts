/** The longest name of a file on the usual disks is 255 bytes; some is left for what deleting adds. */
const nameCharactersMax = 200;

/** Letters, digits and hyphens stay, and points but for the first character; every other byte becomes `~` and two hex digits. */
const encodeHost = (host: string): string =>
  Array.from(Buffer.from(host), (byte, at) => {
    const character = String.fromCharCode(byte);
    return (at === 0 ? /[a-z0-9]/ : /[a-z0-9.-]/).test(character)
      ? character
      : `~${byte.toString(16).padStart(2, '0')}`;
  }).join('');

/** The name of a peer's folder: its host, `_` and its port where it says one, `_http` where it has no TLS. undefined for what is no origin, or too long. */
export const replicaFolder = (origin: string): string | undefined => {
  const url = URL.parse(origin);
  if (url === null || url.origin !== origin || !/^https?:$/.test(url.protocol)) return undefined;
  const port = url.port === '' ? '' : `_${url.port}`;
  const name = `${encodeHost(url.hostname)}${port}${url.protocol === 'http:' ? '_http' : ''}`;
  return name.length > nameCharactersMax ? undefined : name;
};

/** The origin that a folder is named after; undefined when no peer's folder is called that. */
export const originOfFolder = (name: string): string | undefined => {
  const [host = '', ...more] = name.split('_');
  const isPlain = more.at(-1) === 'http';
  const [port] = isPlain ? more.slice(0, -1) : more;
  const decoded = host.replaceAll(/~([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const origin = `${isPlain ? 'http' : 'https'}://${decoded}${port === undefined ? '' : `:${port}`}`;
  // Whatever else it could mean, only the name that an origin gives counts.
  return replicaFolder(origin) === name ? origin : undefined;
};
