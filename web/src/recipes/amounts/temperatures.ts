import type { System } from './convert.ts';

/** One of an oven: what has a minus is a freezer's, and a dash after a digit is none. */
const temperature =
  /(?<![\d.,])(?<!(?<!\d)[-–−])(\d{2,3})(?:( ?[-–] ?| to | bis )(\d{2,3}))?(?: ?(?:°|º) ?| degrees? | Grad )?(C(?:elsius)?|F(?:ahrenheit)?)(?!\p{L})/gu;

/**
 * A text with its oven temperatures in the units of a system, as ovens have them. One that names both
 * already stays as it is.
 */
export function convertTemperatures(text: string, system: System): string {
  const wanted = system === 'metric' ? 'C' : 'F';
  const scales = new Set([...text.matchAll(temperature)].map(([, , , , scale = '']) => scale[0]));
  if (scales.size !== 1 || scales.has(wanted)) return text;
  const convert = wanted === 'C' ? toCelsius : toFahrenheit;
  return text.replace(temperature, (_all, least: string, dash?: string, most?: string) => {
    const range = dash && most ? `${dash}${convert(Number(most))}` : '';
    return `${convert(Number(least))}${range} °${wanted}`;
  });
}

/** Ovens are set in steps of 10 °C or 25 °F; below their range every 5 degrees count. */
function toCelsius(fahrenheit: number): number {
  const degrees = ((fahrenheit - 32) * 5) / 9;
  return roundTo(degrees >= 150 ? 10 : 5, degrees);
}

function toFahrenheit(celsius: number): number {
  const degrees = (celsius * 9) / 5 + 32;
  return roundTo(degrees >= 300 ? 25 : 5, degrees);
}

function roundTo(step: number, value: number): number {
  return Math.round(value / step) * step;
}
