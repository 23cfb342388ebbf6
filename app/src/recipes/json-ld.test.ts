import { shownImage } from '../images/stored-image.ts';
import { toSchemaOrg } from './json-ld.ts';
import type { Recipe } from './schemas.ts';

const now = new Date();
const soup: Recipe = {
  id: '6650f0c2a4b1d2e3f4a5b6c7',
  version: 1,
  title: 'Soup',
  ingredients: [],
  steps: [],
  tags: [],
  createdAt: now,
  updatedAt: now,
};

test('names the largest file of the picture, on this site', () => {
  const key = 'k'.repeat(43);
  const image = shownImage({ key, width: 900, height: 600 });
  expect(toSchemaOrg({ ...soup, image }).image).toBe(`/api/images/${key}/900.webp`);
});

test('names no picture where there is none', () => {
  expect(JSON.parse(JSON.stringify(toSchemaOrg(soup)))).not.toHaveProperty('image');
});
