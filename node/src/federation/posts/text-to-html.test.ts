import * as fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { postLimits } from './limits.ts';
import { hashtagsOf, toHashtag } from './hashtags.ts';
import { textToHtml } from './text-to-html.ts';

const origin = 'https://waterveen.example';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Every element within, with what it is given. */
const elementsIn = (nodes: readonly Node[]): { readonly name: string; readonly href: string | undefined }[] =>
  nodes.flatMap((node) =>
    'tagName' in node
      ? [
          { name: node.tagName, href: node.attrs.find(({ name }) => name === 'href')?.value },
          ...elementsIn(node.childNodes),
        ]
      : [],
  );
const textIn = (nodes: readonly Node[]): string =>
  nodes.map((node) => ('value' in node ? node.value : 'childNodes' in node ? textIn(node.childNodes) : '')).join('');

/** HTML knows no NUL, and takes no form feeds and the like for what they are. */
const plain = (shown: string): string => shown.replaceAll(/[\s\p{C}\uFFFD]/gu, '');
const manyTags = (count: number): string => Array.from({ length: count }, (_, index) => `#t${index}`).join(' ');
const longTag = (length: number): string => `#${'t'.repeat(length)}`;

describe('a text as HTML', () => {
  it('has paragraphs, lines, links and hashtags', () => {
    expect(textToHtml('Nieuw: "fietsen"\nkom kijken\n\nhttps://fiets.example/a?b=1&c=2. #Fiets', origin)).toBe(
      '<p>Nieuw: &quot;fietsen&quot;<br>kom kijken</p>' +
        '<p><a href="https://fiets.example/a?b=1&amp;c=2" rel="nofollow noopener" target="_blank">https://fiets.example/a?b=1&amp;c=2</a>. ' +
        '<a href="https://waterveen.example/search?q=Fiets" class="mention hashtag" rel="tag">#<span>Fiets</span></a></p>',
    );
  });

  it('holds nothing but these elements, and says what the text says', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '<script>',
        '</p>',
        '" onclick="x',
        'javascript:alert(1)',
        'http://',
        'https://a.example/?"><img>',
        '#tag',
        '\n\n',
        '\n',
        '&amp;',
        '&#60;',
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const { childNodes } = parseFragment(textToHtml(text, origin));
        for (const { name, href } of elementsIn(childNodes)) {
          expect(['p', 'br', 'a', 'span']).toContain(name);
          expect(name === 'a' ? href : 'https://').toMatch(/^https?:\/\//);
        }
        expect(plain(textIn(childNodes))).toBe(plain(text));
      }),
    );
  });

  it('links no address that is too long, or carries a password', () => {
    const long = `https://a.example/${'x'.repeat(postLimits.addressCharactersMax - 'https://a.example/'.length)}`;
    expect(textToHtml(long, origin)).toContain('<a ');
    expect(textToHtml(`${long}x`, origin)).not.toContain('<a ');
    expect(textToHtml('https://me:secret@a.example/', origin)).not.toContain('<a ');
  });
});

describe('hashtags', () => {
  it.each([
    ['Kom naar #Fiets_dag2, of #fiets_DAG2! #café', ['Fiets_dag2', 'café']],
    ['#1 en a#b en &#39; en /#/x ##y', []],
    ['https://a.example/#deel', []],
  ])('of %s', (text, tags) => expect(hashtagsOf(text)).toEqual(tags));

  it('are as many and as long as the limits, and no more', () => {
    expect(hashtagsOf(manyTags(postLimits.hashtagsMax))).toHaveLength(postLimits.hashtagsMax);
    expect(hashtagsOf(manyTags(postLimits.hashtagsMax + 1))).toHaveLength(postLimits.hashtagsMax);
    expect(hashtagsOf(longTag(postLimits.hashtagCharactersMax))).toHaveLength(1);
    expect(hashtagsOf(longTag(postLimits.hashtagCharactersMax + 1))).toHaveLength(0);
  });

  it.each([
    ["Koffie bar 't Hoekje", 'KoffieBarTHoekje'],
    ['Waterveen-Noord', 'WaterveenNoord'],
    ['2024!', undefined],
  ])('made of %s', (words, tag) => expect(toHashtag(words)).toBe(tag));
});
