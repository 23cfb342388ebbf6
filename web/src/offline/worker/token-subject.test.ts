import { tokenSubject } from './token-subject.ts';

function token(claims: unknown): string {
  return `Bearer head.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;
}

test('the subject of an access token is read', () => {
  expect(tokenSubject(token({ sub: '6650f0c2a4b1d2e3f4a5b6c7', name: 'Zoë ÿ?>' }))).toBe(
    '6650f0c2a4b1d2e3f4a5b6c7',
  );
});

test.each(['', 'Bearer', 'Basic abc', 'Bearer a.b.c', token({}), token(null), token({ sub: 7 })])(
  '%s has none',
  (authorization) => {
    expect(tokenSubject(authorization)).toBeUndefined();
  },
);
