/** Open licences that may be named by their usual short name. */
export const licences: Readonly<Record<string, { readonly url: string; readonly says: string }>> = {
  'CC0-1.0': {
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    says: 'anyone may use it for anything',
  },
  'CC-BY-4.0': {
    url: 'https://creativecommons.org/licenses/by/4.0/',
    says: 'anyone may use it who names you',
  },
  'ODbL-1.0': {
    url: 'https://opendatacommons.org/licenses/odbl/1-0/',
    says: 'as CC BY, and what is made from it stays open; needed for places taken from OpenStreetMap',
  },
};

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The address of a licence that is given by short name (`cc0`, `CC BY 4.0`, `odbl`) or by its address; other text as it is. */
export const licenceUrl = (text: string): string => {
  const wanted = plain(text);
  const found = Object.entries(licences).find(
    ([name]) => plain(name) === wanted || plain(name.replace(/-\d\.\d$/, '')) === wanted,
  );
  return found?.[1].url ?? text;
};
