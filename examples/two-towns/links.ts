import type { Town } from './openstraat.ts';

/** What both towns sell. */
const sharedBarcode = '09520603000074';

const search = (town: Town, words: string): string =>
  `${town.url}/search?${new URLSearchParams({ q: words, near: town.name, radius: '15000' }).toString()}`;

const readJson = async (url: string, accept: string): Promise<Readonly<Record<string, unknown>>> => {
  const response = await fetch(url, { headers: { accept } });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return (await response.json()) as Readonly<Record<string, unknown>>;
};

/** The origins of what a search finds. */
export const originsFound = async (url: string): Promise<readonly string[]> => {
  const { results } = await readJson(url, 'application/json');
  return (results as readonly { readonly id: string }[]).map(({ id }) => new URL(id).origin);
};

/** How people of the Fediverse write a town. */
const handleOf = async (town: Town): Promise<string> => {
  const { actor } = await readJson(`${town.url}/.well-known/openstraat`, 'application/ld+json');
  const { preferredUsername } = await readJson(String(actor), 'application/activity+json');
  return `@${String(preferredUsername)}@${new URL(town.url).host}`;
};

/** A search in one town that only a shop of the other answers. */
export interface Errand {
  readonly words: string;
  readonly asked: Town;
  readonly answered: Town;
  readonly url: string;
}

export const errandsOf = (town: Town, village: Town): readonly Errand[] => [
  { words: 'hengel', asked: town, answered: village, url: search(town, 'hengel') },
  { words: 'televisie', asked: village, answered: town, url: search(village, 'televisie') },
];

/** What to open and to try, once the towns know each other. */
export const linksText = async (town: Town, village: Town): Promise<string> => {
  const both = [town, village];
  const handles = await Promise.all(both.map(handleOf));
  const barcode = `${town.url}/01/${sharedBarcode}`;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ...both.map(({ name, url }): [string, string[]] => [`${name}:`, [`${url}/`]]),
    ...errandsOf(town, village).map(({ words, asked, answered, url }): [string, string[]] => [
      `"${words}", asked in ${asked.name}; who has it is in ${answered.name}:`,
      [url],
    ]),
    ['One bag of coffee, at the shops of both:', both.map(({ url }) => `${url}/01/${sharedBarcode}`)],
    ['Whom they follow, and who follows them:', both.map(({ url }) => `${url}/about`)],
    ['Their handles in the Fediverse:', handles],
    [
      `Make that coffee cheaper in ${village.name}, and see it in ${town.name} some seconds later (${barcode}):`,
      [
        `sed s/11.25/8.95/ examples/village/shops/dorpswinkel-voorraad.tsv | npx openstraat import - --source dorpswinkel-voorraad --data ${village.data}`,
      ],
    ],
  ];
  const text = sections
    .map(([title, lines]) => `${title}\n${lines.map((line) => `    ${line}\n`).join('')}`)
    .join('\n');
  return `A town and a village that do not exist run on this machine, and follow each other.\n\n${text}\nCtrl-C stops both, and deletes what they kept.\n`;
};
