import type { FormatContext, ImportFile, Row } from '../format.ts';
import type { XmlItem } from '../reading/xml/item-parser.ts';
import { readXmlItems } from '../reading/xml/items.ts';
import { instantReaders } from '../values/instants.ts';
import { googleAttribute } from './columns.ts';
import type { GoogleCells } from './row.ts';

/** Names of the elements in the first item of an XML file's start, without prefix; undefined where there is no item. */
export const firstItemElements = (text: string): ReadonlySet<string> | undefined => {
  if (!/^\s*<[?!a-z]/i.test(text)) return undefined;
  const start = /<(item|entry)[\s>]/.exec(text);
  if (start === null) return undefined;
  const from = start.index + start[0].length;
  const end = text.indexOf(`</${start[1] ?? ''}>`, from);
  const item = text.slice(from, end === -1 ? undefined : end);
  const names = item.matchAll(/<(?:[\w.-]{1,40}:)?([\w.-]{1,60})[\s/>]/g);
  return new Set(Array.from(names, ([, name = '']) => googleAttribute(name.toLowerCase())));
};

/** Elements before the items that say when the file was made: of RSS, of Atom, and as some generators have it. */
const dateElements: ReadonlySet<string> = new Set(['lastBuildDate', 'pubDate', 'updated', 'dc:date']);

/** Attributes that Google allows more than once, and a product here can carry. */
const oftenRepeated: ReadonlySet<string> = new Set(['additional_image_link']);

const toCells = ({ line, fields, issues, isOfFile }: XmlItem): GoogleCells => {
  const cells: Record<string, string> = {};
  let repeated: Record<string, readonly string[]> | undefined;
  for (const [name, texts] of fields) {
    const attribute = googleAttribute(name.toLowerCase());
    const [first = ''] = texts;
    if (name === '__proto__' || (Object.hasOwn(cells, attribute) && name !== attribute)) continue;
    cells[attribute] = first;
    const isRepeated = texts.length > 1 && (oftenRepeated.has(attribute) || new Set(texts).size > 1);
    if (isRepeated) repeated = { ...repeated, [attribute]: texts };
  }
  return { line, cells, repeated, issues, isOfFile };
};

/** What a row reader needs to know of an XML file. */
export interface GoogleXmlFile {
  /** The time of the data: the file's own, once it has been read. */
  readonly observedAt: () => string;
}

/**
 * Reads the rows of an RSS or Atom file, and tells the run the time that it states.
 * @param reader makes the reader of rows, once
 */
export async function* readGoogleXml(
  file: ImportFile,
  context: FormatContext,
  reader: (xml: GoogleXmlFile) => (cells: GoogleCells) => Row,
): AsyncGenerator<readonly Row[]> {
  let { observedAt } = context;
  let isStated = false;
  const { instant } = instantReaders(context.settings.timeZone);
  const header = (name: string, text: string): void => {
    // The time of building goes before that of publishing, which some generators never move.
    if (!dateElements.has(name) || (isStated && name === 'pubDate')) return;
    const stated = instant(text).value;
    if (stated === undefined) return;
    observedAt = stated;
    isStated = true;
    context.stated(stated);
  };
  const toRow = reader({ observedAt: () => observedAt });
  for await (const items of readXmlItems(file, header)) yield items.map((item) => toRow(toCells(item)));
}
