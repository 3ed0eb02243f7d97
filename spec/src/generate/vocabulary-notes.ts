/** What own classes are kinds of. */
export const superclasses: Readonly<Record<string, string>> = {
  'os:Area': 'schema:Place',
  'os:ShoppingArea': 'os:Area',
  'os:ParcelPoint': 'schema:Place',
  'os:ParcelSize': 'schema:StructuredValue',
  'os:ParcelRoom': 'schema:StructuredValue',
  'os:ProductStatement': 'schema:StructuredValue',
  'os:Operator': 'schema:Organization',
};

/** Classes that are only a further type of a kind. */
export const furtherClasses: Readonly<Record<string, string>> = {
  'os:ShoppingArea': 'An area in which people shop: some streets, a centre, a quarter.',
};

/** What each own value of a closed list says. */
export const valueComments: Readonly<Record<string, string>> = {
  'os:ExactAccuracy': 'The point is at the door, or within some metres of it.',
  'os:PostcodeAccuracy': 'The point stands for a postcode.',
  'os:TownAccuracy': 'The point stands for a town.',
  'os:Accessible': 'Fully accessible with a wheelchair.',
  'os:PartlyAccessible': 'Partly accessible with a wheelchair.',
  'os:NotAccessible': 'Not accessible with a wheelchair.',
  'os:CollectParcel': 'Parcels are collected here.',
  'os:DropOffParcel': 'Parcels are handed in here.',
  'os:ReturnParcel': 'Parcels go back to their sender from here.',
  'os:Locker': 'A locker that people open themselves.',
  'os:Counter': 'A counter with people behind it.',
  'os:UnknownAvailability': 'Nothing is known of the stock: it may well be there.',
  'os:Buy': 'Bought in the shop.',
  'os:Reserve': 'Put aside on request.',
  'os:OrderIn': 'Ordered by the shop, and collected there.',
};

/** What the feed says of its entries and of itself: properties that no model of a thing has. */
export const feedProperties: readonly { readonly iri: string; readonly range: string; readonly comment: string }[] = [
  {
    iri: 'os:position',
    range: 'xsd:integer',
    comment: 'Place of a change in the order of all changes of a node. It only grows, and is never given out twice.',
  },
  { iri: 'os:state', range: 'rdfs:Resource', comment: 'as:Update for a live thing, as:Delete for a tombstone.' },
  { iri: 'os:kind', range: 'xsd:string', comment: 'Kind of the thing that an entry is about, by its wire name.' },
  {
    iri: 'os:checkpoint',
    range: 'rdf:JSON',
    comment: 'Signed head of the feed: what a reader that has reached it must hold.',
  },
];
