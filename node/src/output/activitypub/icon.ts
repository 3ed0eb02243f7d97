import { type Colour, writePng } from './write-png.ts';

/** Where the picture of the node stands. Social servers show no SVG. */
export const iconPath = '/icon.png';

const size = 256;
const ground: Colour = [21, 66, 115];
const ink: Colour = [255, 255, 255];
/** Points of the drawing that make one point of the picture, in each direction: edges come out smooth. */
const samples = 4;

// A drop in a square from 0 to 1: a circle with a hole, whose sides touch it and meet at the tip.
const [centreX, centreY, radius, hole, tip] = [0.5, 0.4, 0.24, 0.095, 0.86];
const halfAngle = Math.asin(radius / (tip - centreY));
const touchesY = centreY + radius * Math.sin(halfAngle);
const slope = Math.tan(halfAngle);

/** Whether a point is of the pin. */
const isPin = (x: number, y: number): boolean => {
  const square = (x - centreX) ** 2 + (y - centreY) ** 2;
  if (square < radius ** 2) return square >= hole ** 2;
  return y > touchesY && y < tip && Math.abs(x - centreX) < (tip - y) * slope;
};

const colourAt = (column: number, row: number): Colour => {
  let inked = 0;
  for (let one = 0; one < samples * samples; one += 1) {
    const x = (column + ((one % samples) + 0.5) / samples) / size;
    const y = (row + (Math.floor(one / samples) + 0.5) / samples) / size;
    if (isPin(x, y)) inked += 1;
  }
  const share = inked / (samples * samples);
  const mix = (from: number, to: number): number => Math.round(from + (to - from) * share);
  return [mix(ground[0], ink[0]), mix(ground[1], ink[1]), mix(ground[2], ink[2])];
};

let drawn: Buffer<ArrayBuffer> | undefined;

/** The picture of the node and of every place without one: a white pin on blue. It is drawn once. */
export const icon = (): Buffer<ArrayBuffer> => (drawn ??= writePng(size, colourAt));
