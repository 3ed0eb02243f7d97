import { kindModels } from '@openstraat/spec';
import { describe, expect, test } from 'vitest';
import { deliver, headOf, shown } from '../delivery.test-helper.ts';
import { importLimits } from '../limits.ts';
import { placesSheet } from './format.ts';

const smallest = { naam: 'Bakker Bol', soort: 'bakker', plaats: 'Voordorp' };

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const brandsOf = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`).join(',');

const sheetOf = (...rows: readonly Readonly<Record<string, string>>[]): string => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? '')).join(';'));
  return [columns.join(';'), ...lines, ''].join('\n');
};

const read = async (row: Readonly<Record<string, string>>, settings?: Readonly<Record<string, unknown>>) => {
  const { drafts, issues } = await deliver(placesSheet, sheetOf({ ...smallest, ...row }), settings);
  const [place] = drafts;
  const data = place !== undefined && 'data' in place ? place.data : undefined;
  return { drafts, data, key: place !== undefined && 'key' in place ? place.key : undefined, issues: shown(issues) };
};

describe('placesSheet', () => {
  test('the smallest shop is a name, a town and a kind', async () => {
    const { drafts, issues } = await read({});
    expect(issues).toEqual([]);
    expect(drafts).toEqual([
      {
        kind: 'Place',
        key: 'bakker-bol-voordorp',
        data: {
          type: ['Place', 'Bakery'],
          placeKind: 'shop=bakery',
          name: 'Bakker Bol',
          address: { type: 'PostalAddress', addressLocality: 'Voordorp', addressCountry: 'NL' },
          openingHours: 'unknown',
        },
      },
    ]);
  });

  test('a sheet without a column for the kind has shops of some kind, and says so', async () => {
    const content = 'name;street;postcode;town;lat;lon\nBol;Plein 2;1234 AB;Voordorp;52.1;5.1\n';
    expect(placesSheet.recognises(await headOf(content))).toBe(true);
    const { drafts, issues } = await deliver(placesSheet, content);
    expect(shown(issues)).toEqual(['2 place-kind-missing kind']);
    expect(drafts).toMatchObject([{ key: 'bol-1234-ab', data: { placeKind: 'shop=yes', type: ['Place', 'Store'] } }]);
  });

  test.each(['naam;adres', 'naam;straat;plaats', 'naam;soort;plaats', 'naam;plaats;openingstijden'])(
    'knows the header %s',
    async (header) => {
      expect(placesSheet.recognises(await headOf(`${header}\n`))).toBe(true);
    },
  );

  test.each(['ean;naam;voorraad;plaats', 'naam;prijs', 'adres;soort'])('leaves the header %s', async (header) => {
    expect(placesSheet.recognises(await headOf(`${header}\n`))).toBe(false);
  });

  test('a whole entry, in English, is a place that the specification takes, and a parcel point', async () => {
    const content =
      'name,address,kind,hours,phone,e-mail,site,brands,categories,closures,lat,lon,description,payment,wheelchair,languages,carriers,code\n' +
      '"Café ’t Hoekje","Dorpsstraat 1a, 1234ab Voordorp",café,"Mon-Fri 9am-5pm",+31 30 123 4567,info@hoekje.example,hoekje.example,"Bolk, Windvang","koffie|taart",' +
      '"2026-12-25, 2026-07-20..2026-08-03 vakantie","52,0907","5.1214",Koffie & taart,"pin, contant",ja,"nl, Engels",Pakketpost,HK 1\n';
    expect(placesSheet.recognises(await headOf(content))).toBe(true);
    const { drafts, issues } = await deliver(placesSheet, content, { language: 'nl' });
    expect(issues).toEqual([]);
    const data = {
      type: ['Place', 'CafeOrCoffeeShop'],
      placeKind: 'amenity=cafe',
      name: 'Café ’t Hoekje',
      address: {
        type: 'PostalAddress',
        streetAddress: 'Dorpsstraat 1a',
        postalCode: '1234 AB',
        addressLocality: 'Voordorp',
        addressCountry: 'NL',
      },
      geo: { type: 'GeoCoordinates', latitude: 52.0907, longitude: 5.1214, accuracy: 'exact' },
      openingHours: 'Mo-Fr 09:00-17:00',
      description: { nl: 'Koffie & taart' },
      telephone: '+31 30 123 4567',
      email: 'info@hoekje.example',
      url: 'https://hoekje.example/',
      brandCarried: ['Bolk', 'Windvang'],
      categoryCarried: ['koffie', 'taart'],
      specialOpeningHoursSpecification: [
        { type: 'OpeningHoursSpecification', validFrom: '2026-12-25', validThrough: '2026-12-25' },
        {
          type: 'OpeningHoursSpecification',
          validFrom: '2026-07-20',
          validThrough: '2026-08-03',
          description: { nl: 'vakantie' },
        },
      ],
      wheelchair: 'yes',
      knowsLanguage: ['nl', 'en'],
      paymentAccepted: ['pin', 'contant'],
      carrier: ['Pakketpost'],
    };
    const point = {
      containedInPlace: '/places/hk-1',
      name: 'Café ’t Hoekje',
      carrier: ['Pakketpost'],
      parcelService: ['collect', 'drop-off'],
      openingHours: 'Mo-Fr 09:00-17:00',
      pointType: 'counter',
    };
    expect(drafts).toEqual([
      { kind: 'Place', key: 'hk-1', data },
      { kind: 'ParcelPoint', key: 'hk-1', placeKey: 'hk-1', data: point },
    ]);
    const source = '/sources/test';
    expect(kindModels.Place.schema.safeParse({ ...data, id: '/places/hk-1', source }).error).toBeUndefined();
    expect(
      kindModels.ParcelPoint.schema.safeParse({ ...point, id: '/parcel-points/hk-1', type: 'ParcelPoint', source })
        .error,
    ).toBeUndefined();
  });

  test.each([
    [{ adres: 'Dorpsstraat 1, 1234 AB Voordorp', plaats: '' }, ['Dorpsstraat 1', '1234 AB', 'Voordorp']],
    [{ adres: 'Dorpsstraat 1 1234ab Sint Voordorp', plaats: '' }, ['Dorpsstraat 1', '1234 AB', 'Sint Voordorp']],
    [{ adres: 'Plein 2, Voordorp', plaats: '' }, ['Plein 2', undefined, 'Voordorp']],
    [{ adres: 'Plein 2, 1000 Brussel, België', plaats: '', land: 'België' }, ['Plein 2', '1000', 'Brussel']],
    [{ adres: 'Voordorp', plaats: '' }, [undefined, undefined, 'Voordorp']],
    [
      { straat: 'Plein', huisnummer: '2', toevoeging: 'bis', postcode: '1234  ab' },
      ['Plein 2 bis', '1234 AB', 'Voordorp'],
    ],
    [{ adres: 'Plein 2, achter' }, ['Plein 2, achter', undefined, 'Voordorp']],
  ])('reads the address %j', async (row, [street, postcode, town]) => {
    const { data, issues } = await read(row);
    expect(issues).toEqual([]);
    expect(data?.['address']).toEqual({
      type: 'PostalAddress',
      ...(street === undefined ? {} : { streetAddress: street }),
      ...(postcode === undefined ? {} : { postalCode: postcode }),
      addressLocality: town,
      addressCountry: 'land' in row ? 'BE' : 'NL',
    });
  });

  test('a key is the code, else name and postcode, else name and town', async () => {
    expect((await read({ code: 'Ä 1' })).key).toBe('a-1');
    expect((await read({ postcode: '1234ab' })).key).toBe('bakker-bol-1234-ab');
    expect((await read({})).key).toBe('bakker-bol-voordorp');
  });

  test.each([
    [{ naam: '' }, '2 place-name-missing naam'],
    [{ naam: '<script>alert(1)</script>' }, '2 place-name-missing naam'],
    [{ plaats: '' }, '2 place-town-missing plaats'],
    [{ land: 'Atlantis' }, '2 country-unknown land'],
  ])('refuses %j', async (row, issue) => {
    const { drafts, issues } = await read(row);
    expect(drafts).toEqual([]);
    expect(issues).toContain(issue);
  });

  test.each([
    [{ soort: '' }, '2 place-kind-missing soort', 'placeKind', 'shop=yes'],
    [{ soort: 'kwantumwinkelerij' }, '2 place-kind-unknown soort', 'placeKind', 'shop=yes'],
    [{ openingstijden: 'als de vlag uithangt' }, '2 hours-unreadable openingstijden', 'openingHours', 'unknown'],
    [{ lat: '4,9', lon: '52,37' }, '2 coordinates-swapped lat', 'geo', undefined],
    [{ lat: '0', lon: '0,0' }, '2 coordinates-zero lat', 'geo', undefined],
    [{ lat: '95', lon: '5' }, '2 coordinates-outside lat', 'geo', undefined],
    [{ lat: '523.702.160', lon: '5' }, '2 coordinates-unreadable lat', 'geo', undefined],
    [{ lat: '52.1' }, '2 coordinates-unreadable lat', 'geo', undefined],
    [{ telefoon: '3,13E+10' }, '2 phone-unreadable telefoon', 'telephone', undefined],
    [{ email: 'info at bol' }, '2 email-unreadable email', 'email', undefined],
    [{ website: 'javascript:alert(1)' }, '2 link-not-web website', 'url', undefined],
    [{ rolstoel: 'soms' }, '2 wheelchair-unknown rolstoel', 'wheelchair', undefined],
    [{ talen: 'Klingon' }, '2 language-unknown talen', 'knowsLanguage', undefined],
    [{ sluitingen: '2026-02-30' }, '2 closure-unreadable sluitingen', 'specialOpeningHoursSpecification', undefined],
    [
      { sluitingen: '2026-08-03..2026-07-20' },
      '2 closure-unreadable sluitingen',
      'specialOpeningHoursSpecification',
      undefined,
    ],
    [{ naam: 'Bol <b>vers</b>' }, '2 markup-in-text naam', 'name', 'Bol vers'],
  ])('takes %j, and says what is wrong', async (row, issue, property, value) => {
    const { data, issues } = await read(row);
    expect(issues).toEqual([issue]);
    expect(data?.[property]).toEqual(value);
  });

  test('keeps an odd postcode', async () => {
    const { data, issues } = await read({ postcode: '12345' });
    expect(issues).toEqual(['2 postcode-odd postcode']);
    expect(data?.['address']).toMatchObject({ postalCode: '12345' });
  });

  test('reads closures as people write them', async () => {
    const { data, issues } = await read({
      sluitingen: '25-12-2026 Kerst; 1/1/2027\n2026-07-20 t/m 2026-08-03 vakantie, met de hele familie, 2026-05-05',
    });
    expect(issues).toEqual([]);
    const closures = data?.['specialOpeningHoursSpecification'] as readonly Readonly<Record<string, unknown>>[];
    expect(closures.map(({ validFrom, validThrough, description }) => [validFrom, validThrough, description])).toEqual([
      ['2026-12-25', '2026-12-25', 'Kerst'],
      ['2027-01-01', '2027-01-01', undefined],
      ['2026-07-20', '2026-08-03', 'vakantie, met de hele familie'],
      ['2026-05-05', '2026-05-05', undefined],
    ]);
  });

  test('lists and texts at the length that the specification takes, and one past it', async () => {
    expect((await read({ merken: brandsOf(200) })).issues).toEqual([]);
    const past = await read({ merken: brandsOf(201) });
    expect(past.issues).toEqual(['2 list-cut merken']);
    expect(past.data?.['brandCarried']).toHaveLength(200);
    expect((await read({ naam: 'n'.repeat(500) })).issues).toEqual([]);
    expect((await read({ naam: 'n'.repeat(501) })).issues).toEqual(['2 text-cut naam']);
    expect((await read({ plaats: 'p'.repeat(100) })).issues).toEqual([]);
    expect((await read({ plaats: 'p'.repeat(101) })).issues).toEqual(['2 text-cut plaats']);
  });

  test('a thousand columns are a refusal, not a crash', async () => {
    const header = [
      'naam',
      'soort',
      'plaats',
      ...Array.from({ length: importLimits.columnsMax }, (_, index) => `k${index}`),
    ];
    await expect(deliver(placesSheet, `${header.join(';')}\n`)).rejects.toMatchObject({ code: 'limit-exceeded' });
  });
});
