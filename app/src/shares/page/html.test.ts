import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { html, jsonLdScript } from './html.ts';

test('a value stays a value, in a text and in an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const { text } = html`<p title="${value}">${value}</p>`;
      const [p, ...others] = parseDocument(text).children;
      expect(others).toEqual([]);
      expect(p).toMatchObject({ name: 'p', attribs: { title: value } });
      const children = (p as unknown as { children: { data: string }[] }).children;
      expect(children.map(({ data }) => data).join('')).toBe(value);
    }),
  );
});

test('templates go within each other, and what is absent leaves nothing', () => {
  const items = ['<a>', 'b'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}</ul>${undefined}${1}`.text).toBe(
    '<ul><li>&lt;a&gt;</li><li>b</li></ul>1',
  );
});

test('data cannot end its script, and comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const data = { name: `</script><!--<script>${value}\u2028\u2029` };
      const { text } = jsonLdScript(data);
      const json = text.slice(text.indexOf('>') + 1, text.lastIndexOf('</script>'));
      expect(json).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(json)).toEqual(data);
    }),
  );
});
