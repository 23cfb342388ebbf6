import { tagsIn } from './tags-in.ts';

test('commas part tags; each counts once, whatever its capitals', () => {
  expect(tagsIn(' quick, , one pan,Quick')).toEqual(['Quick', 'one pan']);
});

test('a tag that is too long is cut', () => {
  expect(tagsIn('x'.repeat(60))).toEqual(['x'.repeat(50)]);
});
