import type { Settings } from '@recipe-book/settings';
import type { Connection } from 'mongoose';
import { DatabaseStore } from './database-store.ts';
import { imageFileModel } from './file-model.ts';
import type { ImageStore } from './image-store.ts';
import { S3Store } from './s3-store.ts';

/** S3-compatible storage when S3_ENDPOINT is set, else the database. */
export function openImageStore(settings: Settings, connection: Connection): ImageStore {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings;
  if (S3_ENDPOINT === undefined) return new DatabaseStore(imageFileModel(connection));
  return new S3Store({
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    // The settings are only valid with these.
    bucket: S3_BUCKET ?? '',
    accessKeyId: S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: S3_SECRET_ACCESS_KEY ?? '',
  });
}
