import '../../app/src/images/convert/decoder.ts';
import sharp from 'sharp';
import { drawPlate } from './plates.ts';

test('a plate is drawn where the server was loaded, which refuses to read drawings', async () => {
  await expect(
    sharp(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')).metadata(),
  ).rejects.toThrow('unsupported image format');
  const { format, width, height } = await sharp(await drawPlate(0)).metadata();
  expect({ format, width, height }).toEqual({ format: 'jpeg', width: 1280, height: 960 });
});
