/** Open licences for data and content, and what addresses of them look like without scheme. Source: opendefinition.org, data portals of European states. */
const open: readonly RegExp[] = [
  /^creativecommons\.org\/(?:publicdomain\/(?:zero|mark)|licenses\/by(?:-sa)?)\/\d\.\d\b/,
  /^(?:www\.)?opendatacommons\.org\/licenses\/(?:odbl|by|pddl)\b/,
  /^(?:www\.)?opendefinition\.org\/licenses\/(?:cc-zero|cc-by|cc-by-sa|odc-odbl|odc-by|odc-pddl)\b/,
  /^(?:www\.)?govdata\.de\/dl-de\/(?:zero|by)-\d-\d\b/,
  /^(?:www\.)?dcat-ap\.de\/def\/licenses\/(?:dl-(?:zero|by)-de|cc-zero|cc-by|odbl)\b/,
  /^(?:www\.)?etalab\.gouv\.fr\/licence-ouverte/,
  /^(?:www\.)?nationalarchives\.gov\.uk\/doc\/open-government-licence\b/,
  /^data\.norge\.no\/nlod\b/,
  /^(?:www\.)?dati\.gov\.it\/iodl\b/,
  /^cdla\.dev\/(?:permissive|sharing)-/,
  /^publications\.europa\.eu\/resource\/authority\/licence\/(?:CC0|CC_BYSA_\d|CC_BY_\d|ODC_(?:ODBL|BY|PDDL)|OP_DATPRO)/i,
];

/** Licences that keep something from somebody: commercial use, or changes. */
const closed: readonly RegExp[] = [
  /^creativecommons\.org\/licenses\/[a-z-]*\b(?:nc|nd)\b/,
  /^publications\.europa\.eu\/resource\/authority\/licence\/CC_BY_?(?:NC|ND)/i,
];

/** Is a licence open, as far as its address tells? */
export const licenceOpenness = (address: string): 'open' | 'closed' | 'unknown' => {
  const plain = address.replace(/^https?:\/\/(?:www\.)?/i, '');
  if (closed.some((pattern) => pattern.test(plain))) return 'closed';
  return open.some((pattern) => pattern.test(plain)) ? 'open' : 'unknown';
};

/** The address of the Open Database License, as LIC-005 has it. */
export const openDatabaseLicence = 'https://opendatacommons.org/licenses/odbl/1-0/';
