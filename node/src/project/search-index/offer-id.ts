/** The ids that an offer's own id is made of; undefined where it is not made that way. */
export const idsInOfferId = (id: string): { readonly productId: string; readonly placeId: string } | undefined => {
  const path = id.lastIndexOf('/offers/');
  const dot = id.lastIndexOf('.');
  if (path < 0 || dot < path) return undefined;
  const origin = id.slice(0, path);
  return {
    productId: `${origin}/products/${id.slice(path + '/offers/'.length, dot)}`,
    placeId: `${origin}/places/${id.slice(dot + 1)}`,
  };
};

/** The id of the offer of a product at a place, where it is made of theirs: the reverse of `idsInOfferId`. */
export const offerIdOf = (productId: string, placeId: string): string => {
  const path = productId.lastIndexOf('/products/');
  return `${productId.slice(0, path)}/offers/${productId.slice(path + '/products/'.length)}.${placeId.slice(placeId.lastIndexOf('/') + 1)}`;
};
