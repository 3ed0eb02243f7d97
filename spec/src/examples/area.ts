import type { Area } from '../models/index.ts';

export const areaExample: Area = {
  id: 'https://waterveen.example/areas/havenkwartier',
  type: ['Area', 'ShoppingArea'],
  name: { nl: 'Havenkwartier', en: 'Harbour quarter' },
  source: 'https://waterveen.example/sources/places-sheet',
  boundary: 'POLYGON((5.1200 52.0900, 5.1260 52.0900, 5.1260 52.0930, 5.1200 52.0930, 5.1200 52.0900))',
  municipalityCode: 'NL-GM9999',
  description: 'The streets around the old harbour.',
  url: 'https://havenkwartier.example/',
};

export const areaMinimal: Area = {
  id: 'https://waterveen.example/areas/waterveen',
  type: 'Area',
  name: 'Waterveen',
  source: 'https://waterveen.example/sources/places-sheet',
  municipalityCode: 'NL-GM9999',
};
