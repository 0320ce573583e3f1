import type { Request, Response } from 'express';

/** `__Host-` binds a cookie to this host and to TLS; without TLS browsers would drop it, so the plain name is used. */
function nameOf(kind: 'session' | 'display', isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}tuijin-${kind}`;
}

/** Reads one of our cookies. */
export function readCookie(request: Request, kind: 'session' | 'display', isSecure: boolean): string | null {
  const wanted = nameOf(kind, isSecure);
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === wanted && value && /^[0-9a-f]{64}$/.test(value)) return value;
  }
  return null;
}

/** Sets one of our cookies, or clears it with null. */
export function writeCookie(
  response: Response,
  kind: 'session' | 'display',
  token: string | null,
  isSecure: boolean,
  seconds: number,
): void {
  const parts = [`${nameOf(kind, isSecure)}=${token ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${token ? seconds : 0}`];
  if (isSecure) parts.push('Secure');
  response.append('Set-Cookie', parts.join('; '));
}
