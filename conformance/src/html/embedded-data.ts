import { contextPath, bundledContext } from '@openstraat/spec';
import jsonld from 'jsonld';
import { isObject, type JsonObject } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import type { HtmlElement, HtmlPage } from './html-page.ts';

/** A script with data for search engines. */
export interface EmbeddedData {
  readonly script: HtmlElement;
  /** Its nodes, each once, with full names; a sentence when it can't be read. */
  readonly nodes: readonly JsonObject[] | { readonly unreadable: string };
}

const scriptBytesMax = 256 * 1024;

/** What schema.org's context comes to for those who only compare: every name is a term of schema.org. */
const schemaOrgContext = {
  '@context': { '@vocab': 'http://schema.org/', schema: 'http://schema.org/', id: '@id', type: '@type' },
};

const contextOf = (url: string): object | undefined => {
  if (/^https?:\/\/(?:www\.)?schema\.org\/?(?:$|#|docs\/jsonldcontext)/.test(url)) return schemaOrgContext;
  return URL.parse(url)?.pathname === contextPath ? bundledContext : undefined;
};

const readNodes = async (text: string, base: string): Promise<EmbeddedData['nodes']> => {
  const bytes = Buffer.from(text);
  if (bytes.length > scriptBytesMax) return { unreadable: 'it is larger than the suite reads' };
  const parsed = parseJson(bytes);
  if (!parsed.ok) return { unreadable: parsed.words };
  if (!isObject(parsed.value) && !Array.isArray(parsed.value)) return { unreadable: 'it is neither object nor array' };
  let refused: string | undefined;
  const documentLoader = async (url: string) => {
    const document = contextOf(url);
    if (document !== undefined) return { contextUrl: null, documentUrl: url, document };
    refused = `it names the context ${url}, which the suite does not have`;
    throw new Error(refused);
  };
  try {
    const flat: unknown = await jsonld.flatten(parsed.value, null, { base, documentLoader });
    return Array.isArray(flat) ? flat.filter(isObject) : [];
  } catch (error) {
    return { unreadable: refused ?? (error instanceof Error ? error.message.slice(0, 300) : String(error)) };
  }
};

/** The scripts that hold JSON-LD. */
export const jsonLdScripts = (page: HtmlPage): readonly HtmlElement[] =>
  page
    .named('script')
    .filter(({ attributes }) => /^application\/ld\+json\b/i.test(attributes.get('type')?.trim() ?? ''));

/** What a page embeds as JSON-LD, expanded without fetching anything. */
export const embeddedData = async (page: HtmlPage): Promise<readonly EmbeddedData[]> =>
  Promise.all(
    jsonLdScripts(page).map(async (script) => ({
      script,
      nodes: await readNodes(script.text, page.exchange.answer.url),
    })),
  );
