import { noFacts, readFacts } from '#shared/photos/exif.ts';
import { PHOTO_SIDE, type PhotoFacts } from '#shared/photos/schema.ts';

/** A photo made ready to be sent: smaller, without the camera's notes, which are told beside it. */
export type Prepared = { file: File; facts: PhotoFacts; originalSha256: string | null };

const QUALITY = 0.82;

/** Reads when and where a photo was taken, and makes it no larger than it is looked at. Null: this browser cannot read it. */
export async function prepare(original: File): Promise<Prepared | null> {
  const bytes = new Uint8Array(await original.arrayBuffer());
  const small = await smaller(original);
  if (!small) return null;
  const name = `${original.name.replace(/\.[^.]*$/, '')}.jpg`;
  const facts = original.type === 'image/jpeg' || original.type === '' ? readFacts(bytes) : noFacts;
  return { file: new File([small], name, { type: 'image/jpeg' }), facts, originalSha256: await sha256(bytes) };
}

async function smaller(original: File): Promise<Blob | null> {
  // Turned as it was held; what the camera noted is not in the new file.
  const picture = await createImageBitmap(original, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) return null;
  const scale = Math.min(1, PHOTO_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}

/** Without TLS away from localhost a browser does not hash; then only the smaller picture is compared. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (!subtle) return null;
  const hash = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
