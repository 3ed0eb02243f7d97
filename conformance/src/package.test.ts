import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const inPackage = (path: string): URL => new URL(`../${path}`, import.meta.url);
const { files } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as { readonly files: readonly string[] };

describe('the package', () => {
  it('carries its licence, word for word that of the repository', () => {
    expect(readFileSync(inPackage('LICENSE'), 'utf8')).toBe(readFileSync(inPackage('../LICENSE'), 'utf8'));
  });

  it.each(['README.md', 'PROVEN.md', 'PROVEN-READERS.md'])('%s links only to what is packed with it', (name) => {
    const links = [...readFileSync(inPackage(name), 'utf8').matchAll(/\]\(([^)#]+)/g)].map(([, link = '']) => link);
    const isPacked = (link: string): boolean =>
      existsSync(inPackage(link)) && files.some((packed) => link === packed || link.startsWith(`${packed}/`));
    expect(links.filter((link) => !/^https?:/.test(link) && !isPacked(link))).toEqual([]);
  });
});
