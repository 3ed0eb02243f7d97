import type { Place } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { nodeSettingsSchema } from '../../config/settings.ts';
import { nodeProfile, placeProfile } from './actor-profile.ts';

const settings = nodeSettingsSchema.parse({
  version: 1,
  name: 'Winkels in Waterveen',
  area: 'Waterveen & <b>Omstreken</b>',
  operator: { name: '"Coöperatie" <x>', contact: 'a@b.example' },
  license: 'https://creativecommons.org/licenses/by/4.0/',
  origin: 'https://winkels.example',
});
const place: Place = {
  id: '/places/winkel',
  type: ['Place', 'Store'],
  name: { nl: 'De <i>Winkel</i>', en: 'The Shop' },
  address: {
    type: 'PostalAddress',
    streetAddress: 'Dorpsstraat 1 & 2',
    postalCode: '1234 AB',
    addressLocality: 'Waterveen',
    addressCountry: 'NL',
  },
  geo: { type: 'GeoCoordinates', latitude: 52, longitude: 5, accuracy: 'exact' },
  placeKind: 'shop=yes',
  openingHours: 'Mo-Fr 09:00-17:00; PH off',
  source: '/sources/all',
};
const hours = () => ['ma–vr 09:00–17:00', 'feestdagen "gesloten"'];

describe('a profile', () => {
  it('of the node says whose it is, with nothing of it taken for HTML', () => {
    const { name, page, summary, fields } = nodeProfile(settings);
    expect([name, page]).toEqual(['Winkels in Waterveen', 'https://winkels.example/']);
    expect(summary).toContain('Waterveen &amp; &lt;b&gt;Omstreken&lt;/b&gt;');
    expect(fields).toContainEqual({ name: 'Beheerder', value: '&quot;Coöperatie&quot; &lt;x&gt;' });
    expect(fields.find(({ name: one }) => one === 'Licentie')?.value).toMatch(/rel="license .*>CC BY 4\.0<\/a>$/);
  });

  it('of a place says where it is and when it is open', () => {
    const profile = placeProfile({ ...place, url: 'https://winkel.example/', telephone: '+31 1' }, settings, hours);
    expect(profile).toMatchObject({ name: 'De <i>Winkel</i>', page: 'https://winkels.example/places/winkel' });
    expect(profile.fields).toEqual([
      { name: 'Pagina', value: expect.stringContaining('href="https://winkels.example/places/winkel"') as string },
      { name: 'Adres', value: 'Dorpsstraat 1 &amp; 2, 1234 AB Waterveen' },
      { name: 'Open', value: 'ma–vr 09:00–17:00; feestdagen &quot;gesloten&quot;' },
      { name: 'Website', value: expect.stringContaining('>winkel.example</a>') as string },
      { name: 'Telefoon', value: '+31 1' },
    ]);
    const english = placeProfile(place, { ...settings, language: 'en', fictional: true }, () => undefined);
    expect(english.name).toBe('The Shop');
    expect(english.fields.map(({ name }) => name)).toEqual(['Page', 'Address']);
    expect(english.summary).toMatch(/made up/);
  });

  it('has its paragraphs and its picture, and no link but to the web', () => {
    const description = 'Eerst <script>x</script>\nregel\n\nDan';
    const image = ['javascript:alert(1)', 'https://winkel.example/gevel.jpg'];
    const hostile = placeProfile({ ...place, description, image, url: 'javascript:alert(1)' }, settings, hours);
    expect(hostile.summary).toBe('<p>Eerst &lt;script&gt;x&lt;/script&gt;<br>regel</p><p>Dan</p>');
    expect(hostile.picture).toBe('https://winkel.example/gevel.jpg');
    expect(JSON.stringify(hostile)).not.toContain('javascript:');
  });
});
