import { describe, expect, it } from 'vitest';
import { evidenceLimits } from '../evidence/limits.ts';
import { embeddedData } from './embedded-data.ts';
import { htmlLimits } from './limits.ts';
import { answered, pageOf } from './page.test-helper.ts';
import { pageRequests, scriptRequests } from './page-requests.ts';
import { readHtml } from './read-html.ts';
import { styleRequests } from './style-requests.ts';

const nested = (depth: number): string => '<div>'.repeat(depth);

const nodesOf = async (json: string): Promise<unknown> => {
  const [data] = await embeddedData(pageOf(`<script type="application/ld+json">${json}</script>`));
  return data?.nodes;
};

describe('comments of a style', () => {
  const request = 'url(https://x.example/a)';

  it.each([
    [`/* ${request} */`, 0],
    [`/* ${request}`, 0],
    [`/*/ ${request} */`, 0],
    [`/**/ ${request} /* */`, 1],
    [`/* a */ ${request} /* b */ ${request}`, 2],
  ])('%s hide requests, and what stands between does not', (style, requests) => {
    const found = styleRequests(style);
    expect(found).toHaveLength(requests);
    for (const { at } of found) expect(style.slice(at)).toMatch(/^url/);
  });

  it('cost no more for being begun many times', () => {
    expect(styleRequests('/* '.repeat(evidenceLimits.pagePartBytesMax / 3))).toEqual([]);
  });
});

describe('reading HTML', () => {
  it('takes text that people see without scripts, whatever markup stands between', () => {
    const page = pageOf(
      '<title>no</title><p>De <b>Ket</b>ting&nbsp;&amp; Zn.</p><script>no</script><style>no</style><template>no</template><p hidden>no</p><noscript><p>yes</p></noscript>',
    );
    expect(page.text).toBe('DeKetting&Zn.yes');
    expect(page.shows('De Ketting & Zn.')).toBe(true);
  });

  it('says where in the bytes a thing stands', () => {
    const page = pageOf('<p>cöoperatie</p><i>x</i>');
    const [element] = page.named('i');
    expect(page.byteAt(element?.start ?? 0)).toBe(Buffer.byteLength('<p>cöoperatie</p>'));
  });

  it('reads pages at its limits, and none one past them', () => {
    // The parser adds html and body.
    expect(readHtml(answered(nested(htmlLimits.depthMax - 2)))).toBeDefined();
    expect(readHtml(answered(nested(htmlLimits.depthMax - 1)))).toBeUndefined();
    const full = '<p>'.padEnd(htmlLimits.bytesMax, 'x');
    expect(readHtml(answered(full))).toBeDefined();
    expect(readHtml(answered(`${full}x`))).toBeUndefined();
    // html, head and body are elements too.
    const many = '<br>'.repeat(htmlLimits.elementsMax - 3);
    expect(readHtml(answered(many))).toBeDefined();
    expect(readHtml(answered(`${many}<br>`))).toBeUndefined();
  });

  it('reads nothing that is not called HTML', () => {
    expect(readHtml(answered('<p>', 'text/plain'))).toBeUndefined();
  });
});

describe('what a page makes a browser fetch', () => {
  it.each([
    ['<img src="//x.example/a">', ['//x.example/a']],
    ['<img srcset="/a 1x, https://x.example/b 2x">', ['/a', 'https://x.example/b']],
    ['<link rel="stylesheet" href="https://x.example/a">', ['https://x.example/a']],
    ['<link rel="dns-prefetch" href="https://x.example/">', ['https://x.example/']],
    ['<link rel="license alternate canonical" href="https://x.example/a">', []],
    ['<a href="https://x.example/a">', []],
    ['<a href="/a" ping="https://x.example/p">', ['https://x.example/p']],
    ['<p style="background: url(https://x.example/a)">', ['https://x.example/a']],
    ['<style>@import "https://x.example/a";</style>', ['https://x.example/a']],
    ['<meta http-equiv="Refresh" content="5; URL=https://x.example/a">', ['https://x.example/a']],
    ['<iframe src="https://x.example/a"></iframe>', ['https://x.example/a']],
    ['<svg><image xlink:href="https://x.example/a"/></svg>', ['https://x.example/a']],
    ['<svg><use href="#here"/></svg>', ['#here']],
    ['<video poster="/p"><source src="https://x.example/v"></video>', ['/p', 'https://x.example/v']],
    ['<script>fetch("https://x.example/a")</script>', ['https://x.example/a']],
    ['<script type="application/ld+json">{"url":"https://x.example/a"}</script>', []],
    ['<constructor src="https://x.example/a">', []],
  ])('%s', (html, addresses) => {
    expect(pageRequests(pageOf(html)).map(({ address }) => address)).toEqual(addresses);
  });

  it('is found in styles, but not in their comments', () => {
    expect(
      styleRequests(
        '/* url(https://no.example/) */ @import url("/b.css"); @import \'/c.css\'; p { background: url( /d.png ), url(data:image/png;base64,AA==) }',
      ).map(({ address, isImport }) => [address, isImport]),
    ).toEqual([
      ['/b.css', true],
      ['/c.css', true],
      ['/d.png', false],
    ]);
  });

  it('is found in scripts that say it plainly', () => {
    expect(
      scriptRequests(
        'import a from "https://x.example/a.js"; new WebSocket("wss://x.example/"); const link = "https://no.example/";',
      ),
    ).toEqual(['https://x.example/a.js', 'wss://x.example/']);
  });
});

describe('embedded data', () => {
  it('is the same in a graph, under another scheme, or with prefixes', async () => {
    const right = [
      {
        '@id': 'https://waterveen.example/places/x',
        '@type': ['http://schema.org/Store'],
        'http://schema.org/name': [{ '@value': 'X' }],
      },
    ];
    const node = '"@id":"https://waterveen.example/places/x","@type":"Store","name":"X"';
    expect(await nodesOf(`{"@context":"https://schema.org",${node}}`)).toEqual(right);
    expect(await nodesOf(`{"@context":"http://schema.org/","@graph":[{${node}}]}`)).toEqual(right);
    expect(
      await nodesOf(`[{"@context":["https://schema.org"],"id":"","type":"schema:Store","schema:name":"X"}]`),
    ).toEqual(right);
  });

  it.each([
    ['{"@context":"https://schema.org"', 'JSON'],
    ['{"@context":"https://elsewhere.example/context","name":"X"}', 'elsewhere.example'],
    ['"text"', 'neither object nor array'],
  ])('that can not be read is told so: %s', async (json, words) => {
    expect(await nodesOf(json)).toEqual({ unreadable: expect.stringContaining(words) as string });
  });
});
