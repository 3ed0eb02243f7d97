import { once } from 'node:events';
import { createServer } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, it } from 'vitest';
import { startSocialNode } from './peers/social-node.ts';
import { launchBrowser } from './support/browser.ts';

const relation = 'http://ostatus.org/schema/1.0/subscribe';

/** Somebody's own server, as far as it leads people on. */
const startHome = async () => {
  const server = createServer((request, response) => {
    const { pathname, searchParams, origin } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const account = `acct:anna@${request.headers.host}`;
    if (pathname === '/authorize_interaction')
      return response.setHeader('content-type', 'text/html').end(`<h1>Follow ${searchParams.get('uri')}</h1>`);
    if (pathname !== '/.well-known/webfinger' || searchParams.get('resource') !== account)
      return response.writeHead(404).end();
    const links = [{ rel: relation, template: `${origin}/authorize_interaction?uri={uri}` }];
    return response.setHeader('content-type', 'application/jrd+json').end(JSON.stringify({ subject: account, links }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    host: `127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

it('from the page of a shop, who has an account elsewhere comes to follow it there, without scripts too', async () => {
  await using node = await startSocialNode();
  await node.change('Fietsen Jansen');
  await node.commands.switchActorOn({ place: 'winkel' });
  await using home = await startHome();
  const browser = await launchBrowser();
  try {
    for (const javaScriptEnabled of [false, true]) {
      const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
      await page.goto(`${node.origin}/places/winkel`);
      await page.getByLabel(/eigen account/).fill(`@bram@${home.host}`);
      await page.getByRole('button', { name: 'Volgen' }).click();
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').textContent()).toContain('kent dit account niet');
      // Axe needs scripts.
      const violations = javaScriptEnabled ? (await new AxeBuilder({ page }).analyze()).violations : [];
      expect(violations).toEqual([]);
      await page.getByLabel(/eigen account/).fill(`@anna@${home.host}`);
      await page.getByRole('button', { name: 'Volgen' }).click();
      await page.getByRole('heading', { name: `Follow ${node.origin}/actors/winkel` }).waitFor();
      expect(new URL(page.url()).host).toBe(home.host);
    }
  } finally {
    await browser.close();
  }
});
