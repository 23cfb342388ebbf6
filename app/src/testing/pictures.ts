import sharp, { type Sharp } from 'sharp';

function plain(width: number, height: number, background: string): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** A picture that is red on the left and blue on the right. */
export async function redAndBlue(width = 800, height = 600): Promise<Sharp> {
  const half = Math.floor(width / 2);
  const blue = await plain(width - half, height, '#00f')
    .png()
    .toBuffer();
  const both = plain(width, height, '#f00').composite([{ input: blue, left: half, top: 0 }]);
  return sharp(await both.png().toBuffer());
}

/** An animation: first red, then blue. */
export async function animation(): Promise<Sharp> {
  const frames = ['#f00', '#00f'].map((colour) => plain(20, 20, colour).png().toBuffer());
  return sharp(await Promise.all(frames), { join: { animated: true } });
}

/** Which of red, green and blue a place of a picture is, by its strongest channel. */
export async function colourAt(picture: Buffer, left: number, top: number): Promise<string> {
  const { data } = await sharp(picture)
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const strongest = data.indexOf(Math.max(...data));
  return ['red', 'green', 'blue'][strongest] ?? 'none';
}
