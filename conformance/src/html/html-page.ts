import type { DefaultTreeAdapterTypes } from 'parse5';
import type { AnsweredExchange } from '../fetching/exchange.ts';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** An element of a page, as far as checks look at it. */
export interface HtmlElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** All text directly in it: a script, a style. */
  readonly text: string;
  /** Where its start tag begins and ends, and where its first text begins, in characters of the source; -1 when the parser made it up. */
  readonly start: number;
  readonly startEnd: number;
  readonly textStart: number;
}

const unseen: ReadonlySet<string> = new Set(['script', 'style', 'template', 'head', 'title', 'datalist']);

/** Text as it is compared: without any white space, since markup adds and drops it. */
export const withoutSpace = (text: string): string => text.normalize('NFC').replaceAll(/[\s\u00ad\u200b]+/gu, '');

const isElement = (node: Node): node is DefaultTreeAdapterTypes.Element => 'tagName' in node;
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

/** A page of HTML, parsed as a browser without scripts would. */
export class HtmlPage {
  readonly exchange: AnsweredExchange;
  readonly source: string;
  /** All elements, in the order of the document. */
  readonly elements: readonly HtmlElement[];
  /** The text that people see, without white space. */
  readonly text: string;

  constructor(exchange: AnsweredExchange, source: string, document: DefaultTreeAdapterTypes.Document) {
    this.exchange = exchange;
    this.source = source;
    const elements: HtmlElement[] = [];
    const texts: string[] = [];
    const waiting: { readonly node: Node; readonly isSeen: boolean }[] = [{ node: document, isSeen: true }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { node } = next;
      let { isSeen } = next;
      if (isElement(node)) {
        const element = readElement(node);
        elements.push(element);
        isSeen &&= !unseen.has(element.name) && !element.attributes.has('hidden');
      } else if (isSeen && 'value' in node) texts.push(node.value);
      for (const child of childrenOf(node).toReversed()) waiting.push({ node: child, isSeen });
    }
    this.elements = elements;
    this.text = withoutSpace(texts.join(''));
  }

  /** Elements of these names. */
  named(...names: readonly string[]): readonly HtmlElement[] {
    return this.elements.filter(({ name }) => names.includes(name));
  }

  /** Does the page show this text? */
  shows(text: string): boolean {
    return this.text.includes(withoutSpace(text));
  }

  /** The address against which others are resolved. */
  get base(): string {
    const href = this.named('base')
      .map(({ attributes }) => attributes.get('href'))
      .find((value) => value !== undefined);
    const { url } = this.exchange.answer;
    return (href === undefined ? undefined : URL.parse(href, url)?.href) ?? url;
  }

  /** Addresses of links that people can follow, and of `link` elements. */
  links(): readonly { readonly element: HtmlElement; readonly href: string; readonly url: URL | null }[] {
    const { base } = this;
    return this.named('a', 'area', 'link').flatMap((element) => {
      const href = element.attributes.get('href');
      return href === undefined ? [] : [{ element, href, url: URL.parse(href, base) }];
    });
  }

  /** The byte of the body at a character of the source. */
  byteAt(character: number): number {
    return Buffer.byteLength(this.source.slice(0, Math.max(0, character)));
  }
}

const readElement = (node: DefaultTreeAdapterTypes.Element): HtmlElement => {
  const location = node.sourceCodeLocation;
  const first = childrenOf(node)[0];
  return {
    name: node.tagName.toLowerCase(),
    attributes: new Map(
      node.attrs.map(({ prefix, name, value }): [string, string] => [
        prefix === undefined || prefix === '' ? name : `${prefix}:${name}`,
        value,
      ]),
    ),
    text: childrenOf(node)
      .map((child) => ('value' in child ? child.value : ''))
      .join(''),
    start: location?.startOffset ?? -1,
    startEnd: location?.startTag?.endOffset ?? location?.endOffset ?? -1,
    textStart:
      (first !== undefined && 'sourceCodeLocation' in first ? first.sourceCodeLocation?.startOffset : undefined) ?? -1,
  };
};
