import { email } from './schemas.ts';

test.each([
  ["o'hara+soup@mail.example.co.uk", true],
  [' Ada@Example.COM ', true],
  [`${'a'.repeat(64)}@example.com`, true],
  [`${'a'.repeat(65)}@example.com`, false],
  [`ada@${'a'.repeat(64)}.com`, false],
  ['ada@-example.com', false],
  ['ada@example-.com', false],
  ['ada@a--b.example.com', true],
  ['ada@xn--bcher-kva.example', true],
  ['ada@ab--cd.example.com', false],
  ['ada@example', false],
  ['.ada@example.com', false],
  ['ada..b@example.com', false],
  ['ada@b@example.com', false],
])('%s is an address: %s', (text, isAddress) => {
  expect(email.safeParse(text).success).toBe(isAddress);
});
