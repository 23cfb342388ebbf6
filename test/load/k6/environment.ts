/** What `make load` tells a scenario; k6 gives it to programs as `__ENV`. */
export const environment = {
  /** Where the ingress is, without a slash at the end. */
  origin: given('ORIGIN'),
  /** Domain of the addresses of mail of the made-up accounts. */
  domain: given('ACCOUNT_DOMAIN'),
  /** Of all these accounts. */
  password: given('ACCOUNT_PASSWORD'),
  /** Path of a picture to send, JPEG. */
  picture: given('PICTURE'),
  /** How long scenarios go on whose length is free; without what comes before. */
  minutes: Number(given('MINUTES')),
  /** Path of the file that takes how the targets were met. */
  summary: given('SUMMARY'),
} as const;

function given(name: string): string {
  const value = __ENV[name];
  if (!value) throw new Error(`${name} is not set: run scenarios by "make load".`);
  return value;
}
