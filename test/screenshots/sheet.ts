import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shot } from './photograph.ts';

const style = `
body { margin: 0; padding: 1.5rem; background: #8a8f88; font: 1rem/1.4 system-ui, sans-serif; }
section { display: flex; flex-wrap: wrap; align-items: start; gap: 1rem; margin-bottom: 2rem; }
h2 { flex-basis: 100%; margin: 0; color: #fff; font-size: 1.1rem; }
img { display: block; height: auto; box-shadow: 0 2px 8px rgb(0 0 0 / 40%); }
.narrow { width: 260px; }
.wide { width: 560px; }
`;

/** Writes a page that shows all pictures, one row a page of the app. @returns its path. */
export function writeSheet(folder: string, shots: readonly Shot[]): string {
  const names = [...new Set(shots.map(({ name }) => name))];
  const rows = names.map((name) => {
    const own = shots.filter((shot) => shot.name === name);
    const pictures = own.map(
      ({ file, width, theme }) =>
        `<a href="${file}"><img class="${width < 800 ? 'narrow' : 'wide'}" src="${file}" alt="${name}, ${width} px, ${theme}" loading="lazy"></a>`,
    );
    return `<section><h2>${name} · ${own[0]?.address}</h2>${pictures.join('')}</section>`;
  });
  const path = join(folder, 'index.html');
  writeFileSync(
    path,
    `<!doctype html><meta charset="utf-8"><title>Every page</title><style>${style}</style>${rows.join('\n')}\n`,
  );
  return path;
}
