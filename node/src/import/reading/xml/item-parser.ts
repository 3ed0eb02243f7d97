import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Fault } from '../../../model/fault.ts';
import { type Issue, issueReporter } from '../../../model/issue.ts';
import { xmlIssues } from '../../issue-codes/xml.ts';
import { importLimits } from '../../limits.ts';
import { entities } from '../../values/plain-text.ts';
import { BareAmpersands } from './bare-ampersands.ts';

const report = issueReporter(xmlIssues);

/** An item of a feed. */
export interface XmlItem {
  /** On which it starts. */
  readonly line: number;
  /** Texts by element name without prefix, in the order of the file, trimmed; empty ones are absent. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly issues: readonly Issue[];
  /** No item: its issue is one of the file, at some line between the items. */
  readonly isOfFile?: true;
}

interface OpenItem {
  readonly line: number;
  readonly startPosition: number;
  readonly depth: number;
  readonly fields: Map<string, string[]>;
  /** Fields that stand there with the prefix: these go before plain ones. */
  readonly prefixed: Set<string>;
  readonly issues: Issue[];
  elements: number;
  refused: boolean;
}

interface OpenField {
  readonly name: string;
  readonly isPrefixed: boolean;
  text: string;
}

const googleNamespace = /^https?:\/\/base\.google\.com\/(ns|cns)\/1\.0\/?$/;
const statedCharactersMax = 200;

/** Turns the text of an RSS or Atom file, piece by piece, into items. */
export class XmlItemParser {
  readonly #parser = new SaxesParser();
  readonly #ampersands = new BareAmpersands();
  readonly #fileName: string;
  readonly #header: (name: string, text: string) => void;
  readonly #prefixes = new Set(['g']);
  #items: XmlItem[] = [];
  #depth = 0;
  #item: OpenItem | undefined;
  #field: OpenField | undefined;
  #closedItem: OpenItem | undefined;
  #headerText: string | undefined = '';
  #eventPosition = 0;
  #writtenCharacters = 0;
  #isFlawReported = false;
  #isAmpersandReported = false;
  #isBroken = false;

  /** @param header told of each element before the first item, with its text */
  constructor(fileName: string, header: (name: string, text: string) => void) {
    this.#fileName = fileName;
    this.#header = header;
    this.#parser.ENTITIES = { ...Object.fromEntries(entities), ...this.#parser.ENTITIES };
    this.#parser.on('doctype', () =>
      this.#refuse(
        'file-unreadable',
        'declares a document type, which may hide entities that grow or fetch; leave out <!DOCTYPE …>',
      ),
    );
    this.#parser.on('opentagstart', ({ name }) => this.#start(name));
    this.#parser.on('opentag', (tag) => this.#opened(tag));
    this.#parser.on('closetag', ({ name }) => this.#close(name));
    this.#parser.on('text', (text) => {
      this.#noteAmpersand(text);
      // The parser tells of a text at the `<` behind it, which is the next tag's.
      this.#event(this.#parser.position - 1);
      this.#text(text);
    });
    this.#parser.on('cdata', (text) => {
      this.#event();
      this.#text(text);
    });
    // It tells of a comment at its `--`: the `>` is the comment's too.
    this.#parser.on('comment', () => this.#event(this.#parser.position + 1));
    this.#parser.on('processinginstruction', () => this.#event());
    this.#parser.on('error', ({ message }) => this.#flaw(message.replace(/^\d+:\d+: /, '')));
  }

  /**
   * Reads on.
   * @returns the items that are complete
   * @throws {Fault} `file-unreadable` for a document type, `limit-exceeded` for depth or endless text
   */
  write(piece: string): readonly XmlItem[] {
    this.#feed(piece, false);
    return this.#takeItems();
  }

  #feed(piece: string, atEnd: boolean): void {
    const text = this.#ampersands.hide(piece, atEnd);
    if (this.#isBroken) return;
    // The parser's own position is right only while it reads: between pieces it counts the last one twice.
    this.#writtenCharacters += text.length;
    this.#parser.write(text);
    this.#limitStretch(this.#writtenCharacters);
  }

  /** Refuses a file in which too much stands between the last event and a position. */
  #limitStretch(position: number): void {
    if (position - this.#eventPosition <= importLimits.xmlTextBytesMax) return;
    this.#refuse(
      'limit-exceeded',
      `has a text, tag or comment of more than ${importLimits.xmlTextBytesMax} characters at line ${this.#parser.line}; shorten it, or leave it out`,
    );
  }

  /** Ends the file: says so where it ends in the middle. */
  end(): readonly XmlItem[] {
    this.#feed('', true);
    if (this.#isBroken) return this.#takeItems();
    const { line } = this.#parser;
    const isOpen = this.#depth > 0;
    // What the parser says of the end of a file that breaks off is one thing: it breaks off.
    if (isOpen) this.#isBroken = true;
    this.#parser.close();
    if (isOpen) this.#fileIssue(report('xml-truncated', { line, field: '' }));
    return this.#takeItems();
  }

  #takeItems(): readonly XmlItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  #fileIssue(issue: Issue): void {
    this.#items.push({ line: issue.line, fields: new Map(), issues: [issue], isOfFile: true });
  }

  #refuse(code: 'file-unreadable' | 'limit-exceeded', what: string): never {
    throw new Fault(code, `${this.#fileName} ${what}.`);
  }

  #event(position = this.#parser.position): void {
    this.#limitStretch(position);
    this.#eventPosition = position;
    const item = this.#item;
    if (item === undefined || item.refused) return;
    if (this.#eventPosition - item.startPosition > importLimits.rowBytesMax)
      this.#refuseItem(item, 'xml-item-too-long');
    else if (item.elements > importLimits.columnsMax) this.#refuseItem(item, 'xml-item-fields');
  }

  #refuseItem(item: OpenItem, code: 'xml-item-too-long' | 'xml-item-fields' | 'xml-item-broken'): void {
    item.refused = true;
    // Short ones stay: they may say what it is about.
    for (const [name, texts] of item.fields) {
      if (texts.some((text) => text.length > importLimits.nameCharactersMax)) item.fields.delete(name);
    }
    this.#field = undefined;
    item.issues.push(report(code, { line: item.line, field: '' }));
  }

  #start(name: string): void {
    if (this.#isBroken) return;
    this.#event();
    this.#closedItem = undefined;
    this.#depth++;
    if (this.#depth > importLimits.xmlDepthMax) {
      this.#refuse(
        'limit-exceeded',
        `nests elements more than ${importLimits.xmlDepthMax} deep at line ${this.#parser.line}; export it as RSS or Atom, with HTML in texts escaped`,
      );
    }
    if (this.#item === undefined && (name === 'item' || name === 'entry')) {
      this.#headerText = undefined;
      this.#item = {
        line: this.#parser.line,
        startPosition: this.#parser.position - name.length - 2,
        depth: this.#depth,
        fields: new Map(),
        prefixed: new Set(),
        issues: [],
        elements: 0,
        refused: false,
      };
    }
    if (this.#item === undefined && this.#headerText !== undefined) this.#headerText = '';
  }

  #opened({ name, attributes }: SaxesTagPlain): void {
    if (this.#isBroken) return;
    this.#event();
    for (const [attribute, value] of Object.entries(attributes)) {
      if (attribute.startsWith('xmlns:') && googleNamespace.test(value)) this.#prefixes.add(attribute.slice(6));
    }
    const item = this.#item;
    if (item === undefined || item.refused) return;
    if (this.#depth > item.depth + 1) {
      // Unescaped HTML in a text: its words do not grow together.
      if (this.#field !== undefined) this.#field.text += ' ';
      return;
    }
    if (this.#depth !== item.depth + 1) return;
    item.elements++;
    const colon = name.indexOf(':');
    if (colon !== -1 && !this.#prefixes.has(name.slice(0, colon))) return;
    const field = { name: name.slice(colon + 1), isPrefixed: colon !== -1, text: '' };
    this.#field = field;
    // Atom has the address of a link in an attribute, and other links beside the page's own.
    if (field.name === 'link' && (attributes['rel'] ?? 'alternate') === 'alternate') {
      this.#noteAmpersand(attributes['href'] ?? '');
      field.text = BareAmpersands.show(attributes['href'] ?? '');
    }
  }

  /** Tells of the first item with a bare ampersand; in CDATA it is as it should be. */
  #noteAmpersand(text: string): void {
    const item = this.#item;
    if (item === undefined || this.#isAmpersandReported || !BareAmpersands.areIn(text)) return;
    this.#isAmpersandReported = true;
    item.issues.push(
      report('xml-ampersand', { line: item.line, field: this.#field?.name ?? '', value: BareAmpersands.show(text) }),
    );
  }

  #text(text: string): void {
    if (this.#field !== undefined) this.#field.text += BareAmpersands.show(text);
    else if (this.#headerText !== undefined && this.#headerText.length < statedCharactersMax) {
      this.#headerText += text.slice(0, statedCharactersMax);
    }
  }

  #close(name: string): void {
    if (this.#isBroken) return;
    this.#event();
    this.#closedItem = undefined;
    const item = this.#item;
    if (item === undefined) {
      if (this.#headerText !== undefined) this.#header(name, this.#headerText.trim());
    } else if (this.#depth === item.depth + 1) this.#keepField(item);
    else if (this.#depth === item.depth) this.#finish(item);
    this.#depth--;
  }

  #keepField(item: OpenItem): void {
    const field = this.#field;
    this.#field = undefined;
    const text = field?.text.trim() ?? '';
    if (field === undefined || text === '') return;
    const before = item.fields.get(field.name);
    const isPrefixedBefore = item.prefixed.has(field.name);
    if (before === undefined || (field.isPrefixed && !isPrefixedBefore)) item.fields.set(field.name, [text]);
    else if (field.isPrefixed === isPrefixedBefore) before.push(text);
    if (field.isPrefixed) item.prefixed.add(field.name);
  }

  #finish(item: OpenItem): void {
    if ([...item.fields.values()].some((texts) => texts.some((text) => text.includes('\ufffd')))) {
      item.issues.push(report('xml-characters-lost', { line: item.line, field: '' }));
    }
    this.#items.push(item);
    this.#item = undefined;
    this.#closedItem = item;
  }

  #flaw(what: string): void {
    if (this.#isBroken) return;
    if (what.startsWith('document must contain'))
      this.#refuse('file-unreadable', 'has no XML element in it; export it again');
    // Reported with the value that they stand in.
    if (what === 'disallowed character.') return;
    // A closing tag closes all that is open within: when the item was, it ended too early.
    const item = this.#item ?? this.#closedItem;
    if (what === 'unexpected close tag.') {
      if (item !== undefined && !item.refused) this.#refuseItem(item, 'xml-item-broken');
    } else if (what.startsWith('unmatched closing tag')) {
      this.#isBroken = true;
      this.#fileIssue(report('xml-broken', { line: this.#parser.line, field: '' }));
    } else if (this.#item !== undefined) {
      if (!this.#item.issues.some(({ code }) => code === 'xml-flaw')) {
        this.#item.issues.push(report('xml-flaw', { line: this.#item.line, field: '' }, what.replace(/\.$/, '')));
      }
    } else if (!this.#isFlawReported) {
      this.#isFlawReported = true;
      this.#fileIssue(report('xml-flaw', { line: this.#parser.line, field: '' }, what.replace(/\.$/, '')));
    }
  }
}
