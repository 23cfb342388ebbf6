import fc from 'fast-check';
import { fitsTemplate, isWithinTemplate, templateProblem, templateRegex } from './path-template.ts';

describe('a template of paths', () => {
  test.each([
    [
      '/api/recipes',
      ['/api/recipes', '/api/recipes/'],
      ['/api', '/api/recipes/1', '/api/recipesx'],
    ],
    [
      '/api/recipes/{id}',
      ['/api/recipes/1', '/api/recipes/1/'],
      ['/api/recipes', '/api/recipes/1/x'],
    ],
    ['/api/**', ['/api', '/api/', '/api/a', '/api/a/b'], ['/apis', '/']],
    ['/{tenant}/api/**', ['/a/api', '/b/api/x'], ['/api/x', '/a/b/api']],
    ['/**', ['/', '/a', '/a/b/'], []],
    ['/', ['/'], ['/a']],
    ['/a.b', ['/a.b'], ['/axb']],
  ])('%s fits what it should', (template, fitting, others) => {
    const regex = new RegExp(`^(${templateRegex(template)})$`);
    for (const path of fitting) expect([path, regex.test(path)]).toEqual([path, true]);
    for (const path of others) expect([path, regex.test(path)]).toEqual([path, false]);
  });

  test.each([
    ['/a', '/a', true],
    ['/a', '/**', true],
    ['/a/{id}/b', '/a/{other}/b', true],
    ['/a/b', '/a/{id}', true],
    ['/a/{id}', '/a/b', false],
    ['/a/**', '/**', true],
    ['/a/**', '/a/**', true],
    ['/a/**', '/a/{id}', false],
    ['/a/**', '/a/b/**', false],
    ['/**', '/a/**', false],
    ['/a', '/a/**', true],
  ])('%s is within %s: %s', (template, other, isWithin) => {
    expect(isWithinTemplate(template, other)).toBe(isWithin);
  });

  test('means the same as an expression and by its segments', () => {
    const word = fc.constantFrom('a', 'b', 'a.b', 'api', '');
    const path = fc
      .array(word, { maxLength: 4 })
      .map((words) => `/${words.filter(Boolean).join('/')}`);
    const part = fc.constantFrom('a', 'b', 'a.b', 'api', '{id}');
    const template = fc
      .tuple(fc.array(part, { maxLength: 3 }), fc.boolean())
      .map(([parts, below]) => `/${parts.join('/')}${below ? '/**' : ''}`.replace('//', '/'));
    fc.assert(
      fc.property(path, fc.boolean(), template, (plain, slash, wanted) => {
        const given = slash && plain !== '/' ? `${plain}/` : plain;
        const regex = new RegExp(`^(${templateRegex(wanted)})$`);
        expect(regex.test(given)).toBe(fitsTemplate(given, wanted));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['api', 'must begin with a slash'],
    ['/api//a', 'must not have an empty segment'],
    ['/api/', 'must not have an empty segment'],
    ['/api/../a', 'must not have a segment . or ..'],
    ['/api/*/a', 'must not have a *'],
    ['/api/**/a', 'must not have a *'],
    ['/api?x', 'has the segment "api?x"'],
    ['/api/%2F', 'has the segment "%2F"'],
    ['/a/{1}', 'has the segment "{1}"'],
    ['/a/x{id}', 'has the segment "x{id}"'],
  ])('%s is refused', (template, message) => {
    expect(templateProblem(template)).toContain(message);
  });
});
