import { bicycleShop } from './shops/bicycle-shop.mjs';
import { bookshop } from './shops/bookshop.mjs';
import { clothingShop } from './shops/clothing-shop.mjs';
import { delicatessen } from './shops/delicatessen.mjs';
import { departmentStore } from './shops/department-store.mjs';
import { drugstoreChain } from './shops/drugstore-chain.mjs';
import { electronicsShop } from './shops/electronics-shop.mjs';
import { hardwareStore } from './shops/hardware-store.mjs';
import { bakery, cheeseShop, secondHandShop } from './shops/own-codes.mjs';
import { municipality, parcelPoints, townAgenda, townServices } from './shops/own-ndjson.mjs';
import { placesSheet } from './shops/places-sheet.mjs';
import * as stockLists from './shops/stock-lists.mjs';
import { toyShop } from './shops/toy-shop.mjs';
import { gazetteer } from './streets.mjs';
import { utf8 } from './text.mjs';

const inShops = ({ file, bytes }) => ({ path: `shops/${file}`, bytes });

/** Every file of the town, by its path under `examples/town`. */
export const townFiles = () => [
  { path: 'gazetteer.csv', bytes: utf8(gazetteer()) },
  ...[
    placesSheet(),
    ...drugstoreChain(),
    municipality(),
    townAgenda(),
    townServices(),
    parcelPoints(),
    bicycleShop(),
    bookshop(),
    hardwareStore(),
    toyShop(),
    clothingShop(),
    electronicsShop(),
    departmentStore(),
    delicatessen(),
    cheeseShop(),
    bakery(),
    secondHandShop(),
    stockLists.paintShop(),
    stockLists.bicycleRepairShop(),
    stockLists.sportsShop(),
    stockLists.kitchenShop(),
    stockLists.gardenCentre(),
    stockLists.petShop(),
    stockLists.supermarket(),
  ].map(inShops),
];
