/** The secret part of a link: 256 bits in base64url. */
const secret = /(?<=\/)[\w-]{43}(?![\w-])/g;

/** A path as it may be logged: whoever reads the logs must not be able to open the links of users. */
export function loggedPath(path: string): string {
  return path.replaceAll(secret, '[secret]');
}
