import { expect, it } from 'vitest';
import { answered } from '../html/page.test-helper.ts';
import { readSitemap } from './sitemap.ts';

const schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

it.each([
  [`<urlset ${schema}><url><loc>https://x.example/?a&amp;b</loc></url></urlset>`, 'urlset', ['https://x.example/?a&b']],
  [
    `<s:urlset xmlns:s="x"><s:url><s:loc>\n https://x.example/ </s:loc></s:url></s:urlset>`,
    'urlset',
    ['https://x.example/'],
  ],
  [`<urlset><url><loc><![CDATA[https://x.example/]]></loc></url></urlset>`, 'urlset', ['https://x.example/']],
  [
    `<sitemapindex ${schema}><sitemap><loc>https://x.example/1.xml</loc></sitemap></sitemapindex>`,
    'sitemapindex',
    ['https://x.example/1.xml'],
  ],
  [`<html><body><loc>https://x.example/</loc>`, 'other', []],
])('%s', (text, type, addresses) => {
  const file = readSitemap(answered(text, 'application/xml'));
  expect([file.type, file.addresses]).toEqual([type, addresses]);
});
