import { beforeAll, describe, expect, it } from 'vitest';
import { createTestNode, exampleThings, putExampleThings, type TestNode } from '../test-node.ts';

const gtin = '09520000000011';
const onlyOffered = '09520000000028';
const origin = 'https://waterveen.example';
const linkset = { Accept: 'application/linkset+json' };
const html = { Accept: 'text/html' };
const voc = 'https://ref.gs1.org/voc/';

let node: TestNode;
beforeAll(async () => {
  node = createTestNode();
  await putExampleThings(node);
  await node.put({
    ...exampleThings.offer,
    id: `/offers/${onlyOffered}.fietsen-de-vries`,
    gtin: onlyOffered,
    itemOffered: `/products/${onlyOffered}`,
  });
});

type Links = readonly { readonly href: string; readonly title: string; readonly type?: string }[];
const readLinks = async (path: string): Promise<Record<string, Links>> => {
  const response = await node.get(path, linkset);
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'application/linkset+json']);
  const body = (await response.json()) as { linkset: Record<string, Links>[] };
  expect(body.linkset).toHaveLength(1);
  return body.linkset[0] ?? {};
};

const redirect = async (path: string, headers: Record<string, string> = html): Promise<readonly unknown[]> => {
  const response = await node.get(path, headers);
  return [response.status, response.headers.get('Location')];
};

describe('a barcode as an address', () => {
  it('leads people to where it is sold, with all that was asked behind it', async () => {
    expect(await redirect(`/01/${gtin}`)).toEqual([307, `${origin}/search?gtin=${gtin}`]);
    const query = 'near=Waterveen&17=261231;3103=000189&flag&lat=%35';
    expect(await redirect(`/01/${gtin}?${query}`)).toEqual([307, `${origin}/search?gtin=${gtin}&${query}`]);
    expect(await redirect(`/01/${gtin}`, {})).toEqual([307, `${origin}/search?gtin=${gtin}`]);
  });

  it.each([
    ['/01/9520000000011', ''],
    [`/01/${gtin}/`, ''],
    [`/01/${gtin}/10/LOT1`, '&10=LOT1'],
    [`/01/${gtin}/22/V1/10/A%2FB/21/S1`, '&22=V1&10=A%2FB&21=S1'],
    [`/01/${gtin}/235/TPX?17=261231`, '&235=TPX&17=261231'],
  ])('may be written as %s, and its qualifiers are passed on', async (path, passedOn) => {
    expect(await redirect(path)).toEqual([307, `${origin}/search?gtin=${gtin}${passedOn}`]);
  });

  it('asks for the barcode in its path, whatever the query asks for', async () => {
    const query = 'gtin=09520000000028&a=b&%67tin=1&q=lamp&gtins=1&gtin';
    expect(await redirect(`/01/${gtin}?${query}`)).toEqual([307, `${origin}/search?gtin=${gtin}&a=b&gtins=1`]);
  });

  it('leads programs on as well, with what a printed code brings along', async () => {
    const query = 'linkType=gs1%3AhasRetailers&utm_source=verpakking';
    const [status, location] = await redirect(`/01/${gtin}/10/LOT1?${query}`, { Accept: 'application/json' });
    expect(status).toBe(307);
    const followed = await node.get(String(location).slice(origin.length), { Accept: 'application/json' });
    expect(followed.status).toBe(200);
  });

  it.each([
    ['/01/09520000000012', 400],
    ['/01/0952000000001', 400],
    ['/01/', 400],
    [`/01/${gtin}/21/S1/10/LOT1`, 400],
    [`/01/${gtin}/99/X`, 400],
    [`/01/${gtin}/10/${'a'.repeat(21)}`, 400],
    [`/01/${gtin}/10/%E0%A4%A`, 400],
    ['/01/09520000000035', 404],
    ['/01/2000000000008', 404],
    [`/01/${gtin}?linkType=gs1:instructions`, 404],
    [`/01/${gtin}?linkType=https://elsewhere.example/x`, 404],
    [`/01/${onlyOffered}?linkType=gs1:pip`, 404],
  ])('%s gets %i', async (path, status) => {
    const response = await node.get(path, linkset);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([status, 'application/problem+json']);
  });

  it('gives programs a linkset with one default link', async () => {
    for (const path of [
      `/01/${gtin}`,
      `/01/${gtin}/10/LOT1`,
      `/01/${gtin}?linkType=linkset`,
      `/01/${gtin}?linkType=all`,
    ]) {
      const { anchor, itemDescription, ...links } = await readLinks(path);
      expect([anchor, itemDescription]).toEqual([`${origin}/01/${gtin}`, 'Fietsbel']);
      expect(Object.keys(links)).toEqual([`${voc}defaultLink`, `${voc}hasRetailers`, `${voc}pip`]);
      const [only, ...more] = links[`${voc}defaultLink`] ?? [];
      expect(more).toEqual([]);
      expect(links[`${voc}hasRetailers`]?.map(({ href }) => href)).toContain(only?.href);
      expect(links[`${voc}pip`]?.map(({ href }) => href)).toContain(`${origin}/products/${gtin}`);
      for (const { title } of Object.values(links).flat()) expect(title).not.toBe('');
    }
  });

  it('answers for a barcode that only offers name', async () => {
    const { [`${voc}pip`]: page, [`${voc}hasRetailers`]: shops } = await readLinks(`/01/${onlyOffered}`);
    expect(page).toBeUndefined();
    expect(shops).toHaveLength(2);
  });

  it('gives the link that is asked for', async () => {
    const product = `${origin}/products/${gtin}`;
    for (const type of ['gs1:pip', `${voc}pip`, 'https://gs1.org/voc/pip']) {
      const query = `linkType=${encodeURIComponent(type)}`;
      expect(await redirect(`/01/${gtin}?${query}`, linkset)).toEqual([307, `${product}?${query}`]);
    }
  });

  it('leads to the product who asks for JSON-LD, which no search comes in', async () => {
    const product = `${origin}/products/${gtin}`;
    for (const accept of ['application/ld+json', 'application/ld+json, text/html;q=0.9, */*;q=0.1'])
      expect(await redirect(`/01/${gtin}/10/LOT1?a=b`, { Accept: accept })).toEqual([307, `${product}?10=LOT1&a=b`]);
    const followed = await node.get(`/products/${gtin}?10=LOT1&a=b`, { Accept: 'application/ld+json' });
    expect([followed.status, followed.headers.get('Content-Type')]).toEqual([200, 'application/ld+json']);
    // What only offers name has nothing but where it is sold.
    expect(await redirect(`/01/${onlyOffered}`, { Accept: 'application/ld+json' })).toEqual([
      307,
      `${origin}/search?gtin=${onlyOffered}`,
    ]);
    for (const accept of ['text/html, application/ld+json;q=0.9', '*/*'])
      expect(await redirect(`/01/${gtin}`, { Accept: accept })).toEqual([307, `${origin}/search?gtin=${gtin}`]);
    const all = await node.get(`/01/${gtin}?linkType=linkset`, { Accept: 'application/ld+json' });
    expect(all.headers.get('Content-Type')).toBe('application/linkset+json');
  });

  it('lists its links to people who ask for all, and in the Link field to everyone', async () => {
    const page = await node.get(`/01/${gtin}?linkType=linkset`, html);
    expect(await page.text()).toContain(`href="${origin}/products/${gtin}"`);
    for (const headers of [html, linkset]) {
      const field = (await node.get(`/01/${gtin}`, headers)).headers.get('Link') ?? '';
      expect(field).toContain(`<${origin}/search?gtin=${gtin}>; rel="${voc}defaultLink"`);
      expect(field).toContain(
        `<${origin}/01/${gtin}?linkType=linkset>; rel="linkset"; type="application/linkset+json"`,
      );
    }
  });

  it('answers HEAD and OPTIONS, and scripts of any site', async () => {
    for (const headers of [html, linkset]) {
      const got = await node.get(`/01/${gtin}`, headers);
      const head = await node.app.request(`/01/${gtin}`, { method: 'HEAD', headers });
      expect([...head.headers]).toEqual([...got.headers]);
      expect(head.status).toBe(got.status);
      expect(got.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(got.headers.get('Access-Control-Expose-Headers')).toContain('Location');
    }
    expect((await node.app.request(`/01/${gtin}`, { method: 'OPTIONS' })).status).toBe(204);
    expect((await node.app.request(`/01/${gtin}`, { method: 'POST' })).status).toBe(405);
  });

  it('leads nowhere once all of it is gone', async () => {
    const own = createTestNode();
    await own.put(exampleThings.product);
    expect((await own.get(`/01/${gtin}`)).status).toBe(307);
    await own.remove(`/products/${gtin}`);
    expect((await own.get(`/01/${gtin}`)).status).toBe(404);
  });
});

describe('the description of the resolver', () => {
  it('says what is resolved', async () => {
    const response = await node.get('/.well-known/gs1resolver');
    expect(response.headers.get('Content-Type')).toBe('application/json');
    expect(await response.json()).toMatchObject({ resolverRoot: origin, supportedPrimaryKeys: ['01'] });
  });
});
