/**
 * Names the faces that the device has. A system without the first ones of the list asks its font service for each of them, in
 * each weight, before the first frame; Linux brings none of them.
 */
export function putFaces(): void {
  if (navigator.userAgent.includes('Linux')) document.documentElement.dataset['faces'] = 'noto';
}
