import { defineKind } from './define-kind.ts';
import { pattern, wkt } from './property.ts';
import { description, name, source, url } from './shared.ts';

/** A municipality, town, district or shopping area. */
export const areaModel = defineKind({
  name: 'Area',
  path: 'areas',
  classIri: 'os:Area',
  comment: 'A municipality, town, district or shopping area.',
  moreTypes: { AdministrativeArea: 'schema:AdministrativeArea', ShoppingArea: 'os:ShoppingArea' },
  constraints: [
    { anyOf: [['boundary'], ['municipalityCode']], comment: 'A boundary, or the code of the municipality.' },
  ],
  shape: {
    name: name(),
    source: source(),
    boundary: wkt('os:boundary', 'Boundary, as WKT in WGS84, longitude first.').optional(),
    municipalityCode: pattern(
      'os:municipalityCode',
      'Code of the municipality, with the country before it: NL-GM0150.',
      /^[A-Z]{2}-[A-Za-z0-9]{1,20}$/,
      'is not a municipality code such as NL-GM0150',
    ).optional(),
    description: description().optional(),
    url: url().optional(),
  },
});
