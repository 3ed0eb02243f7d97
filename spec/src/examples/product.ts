import type { Product } from '../models/index.ts';

export const productExample: Product = {
  id: 'https://waterveen.example/products/09520000000011',
  type: 'Product',
  gtin: '09520000000011',
  sku: 'VR-7-55',
  source: 'https://waterveen.example/sources/de-ketting-feed',
  name: { nl: 'Stadsfiets Veenrijder 7', en: 'City bicycle Veenrijder 7' },
  brand: { type: 'Brand', name: 'Veenrijder' },
  description: 'Zeven versnellingen, "naafdynamo" en een \\ in de naam.',
  image: ['https://de-ketting.example/vr-7.jpg'],
  url: 'https://de-ketting.example/p/vr-7?maat=55',
  category: 'Sporting Goods > Outdoor Recreation > Cycling > Bicycles',
  isVariantOf: { type: 'ProductGroup', productGroupID: 'VR-7' },
  size: '55 cm',
  color: 'groen',
  energyLabel: 'A+',
  statement: [
    {
      type: 'ProductStatement',
      source: 'https://waterveen.example/sources/de-ketting-feed',
      name: { nl: 'Stadsfiets Veenrijder 7', en: 'City bicycle Veenrijder 7' },
      brand: { type: 'Brand', name: 'Veenrijder' },
      isVariantOf: { type: 'ProductGroup', productGroupID: 'VR-7' },
    },
    {
      type: 'ProductStatement',
      source: 'https://waterveen.example/sources/rijwielhal-kassa',
      name: 'VEENRIJDER 7 STADSFIETS 55',
      brand: { type: 'Brand', name: { nl: 'Veenrijder' } },
    },
  ],
};

export const productMinimal: Product = {
  id: 'https://waterveen.example/products/09520000000028',
  type: 'Product',
  gtin: '09520000000028',
  source: 'https://waterveen.example/sources/rijwielhal-kassa',
};
