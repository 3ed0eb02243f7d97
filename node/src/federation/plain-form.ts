/** The name of everybody: JSON-LD allows shorter ones, which servers that read plain JSON take for somebody. */
const everybody = 'https://www.w3.org/ns/activitystreams#Public';
const everybodyShort: ReadonlySet<unknown> = new Set(['as:Public', 'Public']);

const audiences: ReadonlySet<string> = new Set(['to', 'cc', 'bto', 'bcc', 'audience']);
/** What others read as a list, also where there is one of it. */
const lists: ReadonlySet<string> = new Set([
  ...audiences,
  'alsoKnownAs',
  'assertionMethod',
  'attachment',
  'items',
  'orderedItems',
  'tag',
]);
/** Their members are not vocabulary: terms, or codes of languages such as `to`. */
const opaque: ReadonlySet<string> = new Set(['@context', 'contentMap', 'nameMap', 'summaryMap']);

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const inPlace = (name: string, value: unknown): unknown => {
  if (opaque.has(name)) return value;
  const plain = plainForm(value);
  if (!lists.has(name)) return plain;
  return asList(plain).map((one) => (audiences.has(name) && everybodyShort.has(one) ? everybody : one));
};

/**
 * A document in the form in which servers read it that know no JSON-LD: Mastodon's, which others follow. It says the same.
 * @param value compact JSON-LD in the terms of ActivityStreams
 */
export const plainForm = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plainForm);
  if (typeof value !== 'object' || value === null) return value;
  const plain = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inPlace(name, member)]));
  return plain['type'] === 'OrderedCollectionPage' ? { orderedItems: [], ...plain } : plain;
};

/** An answer with its document in that form; one that is no JSON object as it is. */
export const withPlainForm = async (answer: Response): Promise<Response> => {
  if (!/\bjson\b/.test(answer.headers.get('Content-Type') ?? '')) return answer;
  const text = await answer.text();
  const { status, headers } = answer;
  const plain = text === '' ? text : JSON.stringify(plainForm(JSON.parse(text)));
  const kept = new Headers(headers);
  kept.delete('Content-Length');
  return new Response(plain, { status, headers: kept });
};
