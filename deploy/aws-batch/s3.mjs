// Puts a file into a bucket, and gets all files of a prefix:
//   node s3.mjs put FILE s3://BUCKET/PREFIX/
//   node s3.mjs get s3://BUCKET/PREFIX/ FOLDER
// S3_ENDPOINT_URL names a store that speaks as S3 does, such as MinIO. Absent: S3.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const [, , action, from = '', to = ''] = process.argv;
const { S3_ENDPOINT_URL: endpoint } = process.env;
const client = new S3Client({
  ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
  // A body that is read while it is sent is not hashed before.
  requestChecksumCalculation: 'WHEN_REQUIRED',
});

function placeOf(url) {
  const [, bucket, prefix] = /^s3:\/\/([^/]+)\/(.*)$/.exec(url) ?? [];
  if (bucket === undefined) throw new Error(`"${url}" is not a place in S3. Write s3://BUCKET/PREFIX/.`);
  return { Bucket: bucket, prefix };
}

async function put(file, url) {
  const { Bucket, prefix } = placeOf(url);
  const { size } = await stat(file);
  const Key = `${prefix}${basename(file)}`;
  await client.send(new PutObjectCommand({ Bucket, Key, Body: createReadStream(file), ContentLength: size }));
}

async function get(url, folder) {
  const { Bucket, prefix } = placeOf(url);
  await mkdir(folder, { recursive: true });
  let token;
  do {
    const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix: prefix, ContinuationToken: token }));
    for (const { Key } of page.Contents ?? []) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      const file = join(folder, basename(Key));
      // A file that came only in part is not taken for a part of the scan.
      await pipeline(Body, createWriteStream(`${file}.incomplete`));
      await rename(`${file}.incomplete`, file);
    }
    token = page.NextContinuationToken;
  } while (token !== undefined);
}

if (action === 'put') await put(from, to);
else if (action === 'get') await get(from, to);
else throw new Error('Write: node s3.mjs put FILE s3://BUCKET/PREFIX/, or get s3://BUCKET/PREFIX/ FOLDER.');
