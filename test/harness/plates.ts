import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Writes the JPEG of the SVG that it is given. */
const converter = join(import.meta.dirname, 'jpeg-of-svg.ts');

/** What a drawn plate of food is made of: colours, as CSS writes them. */
interface Plate {
  readonly table: string;
  readonly plate: string;
  readonly food: string;
  readonly garnish: readonly string[];
}

const plates: readonly Plate[] = [
  { table: '#7d4b32', plate: '#f4efe6', food: '#8e1f3b', garnish: ['#f7f3ea', '#4f7d3a'] },
  { table: '#d8c6a3', plate: '#3b4a45', food: '#8fae4b', garnish: ['#d9402b', '#3e6b2f'] },
  { table: '#2f3a40', plate: '#b5452c', food: '#d9b77c', garnish: ['#f6f1e3', '#5c8a4a'] },
  {
    table: '#c9d3c0',
    plate: '#fbf8f1',
    food: '#c4482a',
    garnish: ['#6a4a86', '#e0b23c', '#4d7f43'],
  },
  { table: '#a7b8c4', plate: '#f8f5ee', food: '#e5bf57', garnish: ['#8a6a2f', '#55803f'] },
  {
    table: '#4b2f22',
    plate: '#d9b98c',
    food: '#c9802f',
    garnish: ['#e9c88b', '#4f8a45', '#b5341f'],
  },
  { table: '#e6d9c8', plate: '#54707c', food: '#e8c06a', garnish: ['#fffdf6', '#7b2440'] },
  { table: '#39413a', plate: '#f2ede2', food: '#ecd590', garnish: ['#b5604a', '#fdfaf0'] },
  {
    table: '#8a9a7c',
    plate: '#2d2b2a',
    food: '#bd3c22',
    garnish: ['#fbf6e6', '#f0b43c', '#477a3c'],
  },
];

/** Draws a plate of food from above, 1280 by 960, as JPEG. @param at which one; there are nine. */
export function drawPlate(at: number): Promise<Buffer> {
  const { table, plate, food, garnish } = plates[at % plates.length] ?? (plates[0] as Plate);
  const bits = Array.from({ length: 26 }, (_, bit) => {
    // Spread evenly, as the seeds of a sunflower are.
    const angle = bit * 2.4 + at;
    const reach = 44 * Math.sqrt(bit + 0.5);
    const x = (640 + reach * Math.cos(angle)).toFixed(0);
    const y = (480 + reach * Math.sin(angle)).toFixed(0);
    const size = 16 + ((bit * 7 + at * 5) % 22);
    return `<ellipse cx="${x}" cy="${y}" rx="${size}" ry="${(size * 0.7).toFixed(0)}" transform="rotate(${(bit * 47) % 180} ${x} ${y})" fill="${garnish[bit % garnish.length]}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960">
<defs><radialGradient id="light" cx="35%" cy="25%" r="90%">
<stop offset="0" stop-color="#fff" stop-opacity="0.35"/><stop offset="1" stop-color="#000" stop-opacity="0.35"/>
</radialGradient></defs>
<rect width="1280" height="960" fill="${table}"/>
<circle cx="655" cy="505" r="420" fill="#000" opacity="0.25"/>
<circle cx="640" cy="480" r="420" fill="${plate}"/>
<circle cx="640" cy="480" r="330" fill="#000" opacity="0.1"/>
<circle cx="640" cy="480" r="318" fill="${food}"/>
${bits.join('\n')}
<rect width="1280" height="960" fill="url(#light)"/>
</svg>`;
  return jpegOf(svg);
}

/**
 * In a process of its own: the server's code lets sharp read photographs alone, and what sharp may
 * read holds for a whole process, so for each test that shares one with it.
 */
async function jpegOf(svg: string): Promise<Buffer> {
  const options = { encoding: 'buffer', maxBuffer: 4_000_000 } as const;
  const { stdout } = await promisify(execFile)(process.execPath, [converter, svg], options);
  return stdout;
}
