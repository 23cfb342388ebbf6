import { programs } from '@recipe-book/capacity';
import { programColours } from './program-colours.ts';

/** Red, green and blue as amounts of light, 0 to 1. */
type Light = readonly [red: number, green: number, blue: number];

const grounds = { white: '#ffffff', dark: '#0d1117' };
/** What is left of the colours for people who lack one of the three kinds of cones (Machado and others, 2009). */
const eyes = {
  all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  'no red': [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  'no green': [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  'no blue': [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
};

function lightOf(colour: string): Light {
  const part = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function times(matrix: readonly number[], [red, green, blue]: Light): Light {
  const row = (at: number) => {
    const [r = 0, g = 0, b = 0] = matrix.slice(at * 3);
    return r * red + g * green + b * blue;
  };
  return [row(0), row(1), row(2)];
}

/** As WCAG has it, 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [one, other]
    .map((colour) => times([0.2126, 0.7152, 0.0722], lightOf(colour))[0])
    .sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** Where a colour is in Oklab, in which equal distances look alike. */
function oklabOf(light: Light): Light {
  const cones = times(
    [
      0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566,
      0.0883024619, 0.2817188376, 0.6299787005,
    ],
    light,
  );
  const [l, m, s] = cones.map((value) => Math.cbrt(Math.max(0, value)));
  return times(
    [
      0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099,
      0.0259040371, 0.7827717662, -0.808675766,
    ],
    [l ?? 0, m ?? 0, s ?? 0],
  );
}

test.each(programs)('%s stands out from either ground', (program) => {
  for (const ground of Object.values(grounds)) {
    expect(contrast(programColours[program], ground)).toBeGreaterThan(3);
  }
});

test.each(Object.entries(eyes))('who has %s cones can tell all programs apart', (_, matrix) => {
  const seen = programs.map((program) => {
    const [red, green, blue] = times(matrix, lightOf(programColours[program]));
    const within = (value: number) => Math.min(1, Math.max(0, value));
    return oklabOf([within(red), within(green), within(blue)]);
  });
  for (const [at, one] of seen.entries()) {
    for (const other of seen.slice(0, at)) {
      // Two that are 0.02 apart can just be told apart side by side.
      expect(Math.hypot(...one.map((value, axis) => value - (other[axis] ?? 0)))).toBeGreaterThan(
        0.09,
      );
    }
  }
});
