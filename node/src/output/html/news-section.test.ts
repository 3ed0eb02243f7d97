import * as fc from 'fast-check';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { NewsItem, NewsReply } from '../../model/news.ts';
import { createTestNode, exampleThings, putExampleThings } from '../test-node.ts';
import { newsSection } from './news-section.ts';

const reply = (changes: Partial<NewsReply> = {}): NewsReply => ({
  author: '@ann@a.example',
  sender: 'https://a.example/users/ann',
  address: 'https://a.example/1',
  text: 'Leuk!',
  received: '2026-03-02T09:00:00.000Z',
  ...changes,
});

const item = (changes: Partial<NewsItem> = {}): NewsItem => ({
  id: 'p1',
  text: 'Morgen open',
  language: 'nl',
  pictures: [],
  published: '2026-03-02T08:00:00.000Z',
  replies: [],
  ...changes,
});

const node = createTestNode();
await putExampleThings(node);

const section = async (items: readonly NewsItem[], language: 'nl' | 'en' = 'nl'): Promise<string> =>
  String(
    await newsSection('/places/fietsen-de-vries', {
      news: { latest: async () => items },
      language,
      log: node.log,
      settings: node.settings,
    }),
  );

interface Found {
  readonly tagName?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Found[];
  readonly value?: string;
}

/** Everything in a page, as a browser reads it. */
const all = (found: Found): readonly Found[] => [found, ...(found.childNodes ?? []).flatMap(all)];
const readAs = (text: string): readonly Found[] => all(parse(text) as Found);
const known: ReadonlySet<string> = new Set(
  'html head body section h2 h3 ul li article p br a time span div'.split(' '),
);
const attribute = ({ attrs = [] }: Found, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

describe('the news of a place', () => {
  it('is nothing where nothing was said', async () => {
    expect(await section([])).toBe('');
  });

  it('stands in paragraphs and lines, with its link and its pictures as links, and its day', async () => {
    const text = await section([
      item({
        text: 'Een\r\ntwee\n \n\ndrie',
        link: 'https://jansen.example/',
        pictures: [{ address: 'https://jansen.example/a.jpg', alternative: 'Een fiets' }],
        updated: '2026-03-02T09:00:00.000Z',
      }),
    ]);
    expect(text).toContain('<p dir="auto">Een<br />twee</p><p dir="auto">drie</p>');
    expect(text).toContain('<a href="https://jansen.example/" rel="noopener nofollow">');
    expect(text).toContain('Afbeelding: <a href="https://jansen.example/a.jpg">Een fiets</a>');
    expect(text).toContain('2 mrt 2026, 09:00</time>, gewijzigd');
    expect(text).not.toContain('Reacties');
    expect(text).not.toContain('<img');
  });

  it('leads to things of this node as long as they are there', async () => {
    const link = node.settings.origin + exampleThings.event.id;
    expect(await section([item({ link })])).toContain(`href="${link}"`);
    await node.remove(exampleThings.event.id);
    expect(await section([item({ link })])).not.toContain('href');
    expect(await section([item({ link: `${node.settings.origin}/events/%E0%A4%A` })])).not.toContain('href');
    expect(await section([item({ link: `${node.settings.origin}/search?q=fiets` })])).toContain('href');
  });

  it('says in which language it is, where that is another than that of the page', async () => {
    expect(await section([item()])).not.toContain('lang=');
    expect(await section([item()], 'en')).toContain('<div lang="nl">');
  });

  it('shows a reply with its author, and says of their links that they are not ours', async () => {
    const text = await section([item({ replies: [reply({ text: 'Leuk!\n\n\n\nIk kom' })] })]);
    expect(text).toContain('<h3>Reacties</h3>');
    expect(text).toContain('<a href="https://a.example/users/ann" rel="nofollow ugc noopener">@ann@a.example</a>');
    expect(text).toContain('<a href="https://a.example/1" rel="nofollow ugc noopener"><time');
    expect(text).toContain('<p dir="auto">Leuk!<br />Ik kom</p>');
  });

  it('is text whatever strangers write, and leads nowhere but to web addresses', async () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        '</p></li></ul></section><h1>Welkom</h1>',
        'javascript:alert(1)',
        'https://a.example/"onclick="alert(1)',
        'JAVASCRIPT://a.example/%0aalert(1)',
        'data:text/html,<script>alert(1)</script>',
        '&lt;script&gt;',
        '<!--',
        '\u202E\u0000',
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, hostile, async (text, author, sender, address) => {
        const page = await section([item({ replies: [reply({ text, author, sender, address })] })]);
        const found = readAs(page);
        expect(found.map(({ tagName }) => tagName).filter((name) => name !== undefined && !known.has(name))).toEqual(
          [],
        );
        for (const element of found) {
          expect((element.attrs ?? []).filter(({ name }) => name.startsWith('on'))).toEqual([]);
          const href = attribute(element, 'href');
          if (href === undefined) continue;
          expect(href).toMatch(/^https?:\/\//i);
          expect(attribute(element, 'rel')).toBe('nofollow ugc noopener');
        }
      }),
    );
  });
});
