import { mayTrack } from './may-track.ts';

test.each([
  [{}, true],
  [{ doNotTrack: null }, true],
  [{ doNotTrack: '0' }, true],
  [{ doNotTrack: 'unspecified', globalPrivacyControl: false }, true],
  [{ doNotTrack: '1' }, false],
  [{ doNotTrack: 'yes' }, false],
  [{ globalPrivacyControl: true }, false],
])('a browser that says %j may be followed: %s', (wishes, expected) => {
  expect(mayTrack(wishes)).toBe(expected);
});
