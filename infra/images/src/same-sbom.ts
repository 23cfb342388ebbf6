/**
 * Takes out of an SBOM of npm (CycloneDX, on stdin) what is different each time: the number that npm makes
 * up is left out, and the time is CREATED. The image is built with it.
 */
import { json } from 'node:stream/consumers';

interface Sbom {
  readonly serialNumber?: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

const { serialNumber: _, metadata, ...rest } = (await json(process.stdin)) as Sbom;
const timestamp = process.env['CREATED'];
console.log(JSON.stringify({ ...rest, metadata: { ...metadata, timestamp } }, null, 2));
