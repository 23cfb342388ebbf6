import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectGoldenJson } from '@recipe-book/test/golden';
import { recipeInput } from '../recipes/schemas.ts';
import { RecipeImporter } from './service.ts';

const folder = join(import.meta.dirname, 'golden');
const documents = readdirSync(folder).filter((file) => !file.includes('.expected.'));
const importer = new RecipeImporter({ allowLoopback: false, timeLimit: 1000 });

test.each(documents)('%s is read as the file beside it says', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const draft = file.endsWith('.html') ? importer.fromHtml(text) : importer.fromJsonLd(text);
  expect(recipeInput.parse(draft.recipe)).toEqual(draft.recipe);
  const [name] = file.split('.');
  expectGoldenJson(join(folder, `${name}.expected.json`), draft);
});
