/** Streets of Waterveen: where number 0 would stand, and how far apart house numbers are, in degrees. */
const streets = {
  Marktplein: [52.4203, 6.0204, 0.000012, 0.000022],
  Kerkstraat: [52.4205, 6.0212, 0.000004, 0.000058],
  Brugstraat: [52.4207, 6.0201, 0.000034, -0.000006],
  Turfsingel: [52.4199, 6.0192, -0.000008, -0.000056],
  Havenkade: [52.4241, 6.0183, 0.000003, 0.000061],
  Stationsweg: [52.4194, 6.0213, -0.000032, 0.000021],
  Molenpad: [52.4188, 6.0171, -0.00003, -0.000018],
  Sluisdijk: [52.4246, 6.0167, 0.000021, -0.00005],
  Ambachtsweg: [52.4152, 6.0278, -0.000006, 0.000064],
  Veenweg: [52.4262, 6.0281, 0.00003, 0.000044],
};

const letters = Array.from('ABCDEGHJKLMNPRSTVWXZ');
/** A postcode covers one side of a street, forty numbers long. */
const numbersPerPostcode = 40;
const segmentsPerStreet = 3;

const postcodeOf = (street, number) => {
  const position = Object.keys(streets).indexOf(street);
  const segment = Math.min(segmentsPerStreet - 1, Math.floor(number / numbersPerPostcode));
  return `8199 ${letters[position + 2]}${letters[segment * 2 + (number % 2)]}`;
};

const pointOf = (street, number) => {
  const [latitude, longitude, north, east] = streets[street];
  return { latitude: latitude + number * north, longitude: longitude + number * east };
};

/** Five decimals are about a metre. */
export const degrees = (value) => value.toFixed(5);

/** Reads `Kerkstraat 12` into an address and a point. */
export const locate = (address) => {
  const [street, number] = address.split(' ');
  return { address, postcode: postcodeOf(street, Number(number)), ...pointOf(street, Number(number)) };
};

/** One line a postcode: the middle of its side of the street. */
export const gazetteer = () => {
  const lines = Object.keys(streets).flatMap((street) =>
    Array.from({ length: segmentsPerStreet * 2 }, (_, index) => {
      const number = Math.floor(index / 2) * numbersPerPostcode + numbersPerPostcode / 2 + (index % 2);
      const { latitude, longitude } = pointOf(street, number);
      return `${postcodeOf(street, number)};${degrees(latitude)};${degrees(longitude)}`;
    }),
  );
  return `postcode;lat;lon\n${lines.join('\n')}\n`;
};
