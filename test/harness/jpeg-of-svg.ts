import sharp from 'sharp';

const [, , svg = ''] = process.argv;
process.stdout.write(await sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer());
