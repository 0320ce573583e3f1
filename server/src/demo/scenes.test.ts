import { expect, test } from 'vitest';
import { mediaTypeOf } from '#shared/files/types.ts';
import { whyNotPicture } from '#shared/photos/picture.ts';
import { drawFrom } from './draw.ts';
import { siteScene } from './scenes.ts';

test('a scene is a picture and nothing else, and another draw makes another one', () => {
  const [whole, near, other] = [siteScene(drawFrom(1), 0), siteScene(drawFrom(1), 1), siteScene(drawFrom(2), 0)];
  for (const bytes of [whole, near, other]) {
    expect(whyNotPicture(bytes)).toBeNull();
    expect(mediaTypeOf('现场全景.png', bytes)).toMatchObject({ mediaType: 'image/png' });
    expect(bytes.length).toBeLessThan(60_000);
  }
  expect(whole.equals(siteScene(drawFrom(1), 0))).toBe(true);
  expect(whole.equals(other)).toBe(false);
});
