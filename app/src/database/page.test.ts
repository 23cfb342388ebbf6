import fc from 'fast-check';
import { readPage } from './page.ts';

test('a page is the things of its place and their number, whether they had to be counted or not', async () => {
  const lists = fc.array(fc.integer(), { maxLength: 30 });
  const pages = fc.record({
    page: fc.integer({ min: 1, max: 8 }),
    limit: fc.integer({ min: 1, max: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(lists, pages, async (things, { page, limit }) => {
      const read = await readPage(
        { page, limit },
        {
          find: async (skip, most) => things.slice(skip, skip + most),
          count: async () => things.length,
        },
      );
      const items = things.slice((page - 1) * limit, page * limit);
      expect(read).toEqual({ items, page, limit, total: things.length });
    }),
  );
});

test.each([
  { things: 0, page: 1, counted: false },
  { things: 3, page: 1, counted: false },
  { things: 4, page: 1, counted: true },
  { things: 4, page: 2, counted: true },
  { things: 3, page: 2, counted: true },
])(
  'of $things things page $page, of up to 3, needs no count unless it must',
  async ({ things, page, counted }) => {
    let counts = 0;
    const count = async () => {
      counts += 1;
      return things;
    };
    const find = async (skip: number, most: number) =>
      Array.from({ length: things }, (_, index) => index).slice(skip, skip + most);
    await readPage({ page, limit: 3 }, { find, count });
    expect(counts).toBe(counted ? 1 : 0);
  },
);
