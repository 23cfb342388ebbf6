import { greyPng } from '@recipe-book/test/png';
import sharp from 'sharp';
import { animation, colourAt, redAndBlue } from '../../testing/pictures.ts';
import { convert as convertFor } from './convert.ts';

const formats = ['jpeg', 'png', 'webp', 'gif', 'avif'] as const;

/** Of one user. */
const convert = (bytes: Buffer) => convertFor(bytes, 'ada');

async function sizesOf(bytes: Buffer) {
  const { files, width, height } = await convert(bytes);
  const sizes = await Promise.all(
    [...files].map(async ([name, file]) => {
      const { format, width, height } = await sharp(file).metadata();
      expect(format).toBe('webp');
      expect(width).toBe(name);
      return [width, height];
    }),
  );
  return { width, height, sizes };
}

/** A small file of a black picture of any size; of the largest only the beginning. */
function blackPng(width: number, height: number): Buffer {
  return greyPng(width, height, Buffer.alloc(width * Math.min(height, 1000)));
}

test.each(formats)('%s becomes WebP in the widths that it is large enough for', async (format) => {
  const picture = (await redAndBlue(800, 600)).toFormat(format);
  expect(await sizesOf(await picture.toBuffer())).toEqual({
    width: 800,
    height: 600,
    sizes: [
      [320, 240],
      [640, 480],
      [800, 600],
    ],
  });
});

test.each([
  [
    3000,
    1500,
    [
      [320, 160],
      [640, 320],
      [1280, 640],
    ],
  ],
  [
    640,
    100,
    [
      [320, 50],
      [640, 100],
    ],
  ],
  [100, 50, [[100, 50]]],
  [1, 1, [[1, 1]]],
  [200, 8000, [[64, 2560]]],
])('%s × %s pixels give %j', async (width, height, sizes) => {
  const picture = (await redAndBlue(Math.max(width, 2), height)).resize(width).png();
  const expected = sizes.at(-1) ?? [];
  expect(await sizesOf(await picture.toBuffer())).toEqual({
    width: expected[0],
    height: expected[1],
    sizes,
  });
});

test('a picture stands upright, and says nothing of where and by whom it was taken', async () => {
  const picture = await (await redAndBlue())
    .withExif({
      IFD0: { Copyright: 'ada-s3cret' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(picture.includes('ada-s3cret')).toBe(true);
  const { width, height: most, files } = await convert(picture);
  expect([width, most]).toEqual([600, 800]);
  for (const [each, file] of files) {
    const { exif, xmp, iptc, icc, orientation, height } = await sharp(file).metadata();
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
    expect(file.includes('ada-s3cret')).toBe(false);
    // Turned to the right: what was on the left is above.
    expect(await colourAt(file, each / 2, 10)).toBe('red');
    expect(await colourAt(file, each / 2, height - 10)).toBe('blue');
  }
});

test.each(['gif', 'webp'] as const)(
  'of an animation as %s the first frame is taken',
  async (format) => {
    const moving = await (await animation()).toFormat(format).toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const { files } = await convert(moving);
    const [file = Buffer.alloc(0)] = files.values();
    expect((await sharp(file).metadata()).pages).toBeUndefined();
    expect(await colourAt(file, 10, 10)).toBe('red');
  },
);

test('what is transparent stays so, and shades of grey and colours of print are read', async () => {
  const clear = { width: 40, height: 40, channels: 4, background: '#0000' } as const;
  const { files } = await convert(await sharp({ create: clear }).png().toBuffer());
  expect((await sharp(files.get(40)).metadata()).hasAlpha).toBe(true);
  const grey = (await redAndBlue(40, 40)).toColourspace('grey16').png();
  expect((await convert(await grey.toBuffer())).files.size).toBe(1);
  const print = (await redAndBlue(40, 40)).toColourspace('cmyk').jpeg();
  const printed = await convert(await print.toBuffer());
  expect(await colourAt(printed.files.get(40) ?? Buffer.alloc(0), 5, 5)).toBe('red');
});

test('a page hidden in a picture is gone', async () => {
  const picture = await (await redAndBlue()).jpeg().toBuffer();
  const page = Buffer.from('<html><script>alert(1)</script></html>');
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, page.length + 2]), page]);
  const both = Buffer.concat([picture.subarray(0, 2), comment, picture.subarray(2), page]);
  const { files } = await convert(both);
  expect(files.size).toBe(3);
  for (const file of files.values()) expect(file.includes('script')).toBe(false);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a text', Buffer.from('<html></html>')],
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['PDF', Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n')],
  ['the first bytes of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ['the name of HEVC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
])('%s is no picture', async (_what, bytes) => {
  await expect(convert(bytes)).rejects.toMatchObject({ reason: 'unsupported' });
});

test('TIFF is not read, though the library could', async () => {
  const tiff = await (await redAndBlue()).tiff().toBuffer();
  await expect(convert(tiff)).rejects.toMatchObject({ reason: 'unsupported' });
  // Nor does anything else in this process get to its decoder, or to that of SVG.
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  for (const bytes of [tiff, svg]) await expect(sharp(bytes).metadata()).rejects.toThrow();
});

test.each(formats)('half a file of %s is refused', async (format) => {
  const whole = await (await redAndBlue()).toFormat(format).toBuffer();
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  await expect(convert(half)).rejects.toMatchObject({ name: 'PictureRefused' });
});

test.each([
  [100_000, 100_000],
  [10_000, 5001],
])(
  'a small file that unpacks to %s × %s pixels is refused by its header',
  async (width, height) => {
    const bomb = blackPng(width, height);
    expect(bomb.length).toBeLessThan(200_000);
    await expect(convert(bomb)).rejects.toMatchObject({ reason: 'too-many-pixels' });
  },
);

test('a file that holds less than its header says is refused', async () => {
  await expect(convert(blackPng(5000, 5000))).rejects.toMatchObject({ reason: 'damaged' });
});

test('AVIF, which takes more memory, may have fewer pixels', async () => {
  const create = { width: 5000, height: 3300, channels: 3, background: '#f00' } as const;
  const large = sharp({ create });
  const avif = await large.clone().avif({ effort: 0 }).toBuffer();
  await expect(convert(avif)).rejects.toMatchObject({ reason: 'too-many-pixels' });
  expect((await convert(await large.clone().jpeg().toBuffer())).width).toBe(1280);
}, 20_000);

test('many at once are all converted', async () => {
  const picture = await (await redAndBlue()).jpeg().toBuffer();
  const made = await Promise.all(Array.from({ length: 20 }, () => convert(picture)));
  expect(made.every(({ files }) => files.size === 3)).toBe(true);
}, 20_000);
