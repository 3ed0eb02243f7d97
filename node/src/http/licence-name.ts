import { licences } from '../config/licences.ts';

const comparable = (address: string): string =>
  address
    .replace(/^http:/i, 'https:')
    .replace(/(\/(deed|legalcode)(\.[\w-]+)?|\/)$/, '')
    .toLowerCase();

const known: ReadonlyMap<string, string> = new Map(
  Object.entries(licences).map(([name, { url }]) => [comparable(url), name.replaceAll('-', ' ')]),
);

/** What people call a licence, such as `CC BY 4.0`; one that is not known is called by its address. */
export const licenceName = (address: string): string => {
  const wanted = comparable(address);
  const [, terms, version] =
    /^https:\/\/creativecommons\.org\/licenses\/(by(?:-nc)?(?:-nd|-sa)?)\/(\d\.\d)$/.exec(wanted) ?? [];
  return known.get(wanted) ?? (terms === undefined ? address : `CC ${terms.toUpperCase()} ${version}`);
};
