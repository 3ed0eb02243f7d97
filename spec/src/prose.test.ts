import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkThing } from './models/check-thing.ts';
import { nodeDescriptionSchema } from './models/node-description.ts';
import { addToDigest, dataHash, digestTerm, formatDigest } from './protocol/digest.ts';
import { feedPageSchema } from './protocol/feed-page.ts';
import { canonicalJson, type Json } from './protocol/jcs.ts';
import { contextSha256, contextText } from './rdf/context.ts';
import { canonicalQuads, expandDocument } from './rdf/offline-json-ld.test-helper.ts';

const packageFolder = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, packageFolder), 'utf8');
const blocks = (text: string, language: string): readonly string[] =>
  Array.from(text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\`$`, 'gm')), ([, body = '']) => body);
const onlyBlock = (text: string, language: string): string => {
  const [found, ...more] = blocks(text, language);
  if (found === undefined || more.length > 0) throw new Error(`one block of ${language} was expected`);
  return found;
};

describe('prose', () => {
  it('states the SHA-256 of the context', () => {
    expect(dataHash(contextText)).toBe(contextSha256);
    expect(/^ {4}([0-9a-f]{64})$/m.exec(read('README.md'))?.[1]).toBe(dataHash(read('generated/context-v1.jsonld')));
  });

  it('shows a feed page whose JSON and N-Quads say the same', async () => {
    const text = read('text/feed.md');
    const page = JSON.parse(onlyBlock(text, 'json'));
    expect(feedPageSchema.safeParse(page).error).toBeUndefined();
    expect(checkThing('Offer', page.items[0].data)).toEqual([]);
    expect(await canonicalQuads(`${onlyBlock(text, 'nquads')}\n`)).toBe(await expandDocument(page));
  });

  it('works an example of the digest that adds up', () => {
    const text = read('text/checkpoint.md');
    const numbers = Array.from(text.matchAll(/^ {4}([0-9a-f]{64})$/gm), ([, number]) => number);
    const things = blocks(text, 'json digest-thing').map((json): { id: string } => JSON.parse(json));
    const hashes = things.map((thing) => dataHash(canonicalJson(thing as unknown as Json)));
    const terms = things.map(({ id }, at) => digestTerm(id, hashes[at] ?? ''));
    expect(numbers).toEqual([
      ...things.flatMap((_, at) => [hashes[at], formatDigest(terms[at] ?? 0n)]),
      formatDigest(terms.reduce(addToDigest)),
    ]);
    for (const thing of things) expect(checkThing(thing.id.includes('/areas/') ? 'Area' : 'Source', thing)).toEqual([]);
  });

  it('shows a description that fits its model', () => {
    const description = JSON.parse(onlyBlock(read('text/description.md'), 'json'));
    expect(nodeDescriptionSchema.safeParse(description).error).toBeUndefined();
  });

  it('links to files that are there', () => {
    const pages = [
      'README.md',
      ...['text', 'decisions', 'vectors'].flatMap((folder) =>
        readdirSync(new URL(`${folder}/`, packageFolder))
          .filter((file) => file.endsWith('.md'))
          .map((file) => `${folder}/${file}`),
      ),
    ];
    const broken = pages.flatMap((page) =>
      Array.from(read(page).matchAll(/\]\((?!https?:)([^)#]+)/g), ([, target = '']) => target)
        .filter((target) => !existsSync(new URL(target, new URL(page, packageFolder))))
        .map((target) => `${page}: ${target}`),
    );
    expect(broken).toEqual([]);
  });
});
