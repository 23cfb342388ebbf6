/** @jest-environment jest-fixed-jsdom */
import { tellChosenLanguage } from './language.ts';

test('the server is told what was chosen, and nothing that is no language of the app', () => {
  tellChosenLanguage();
  localStorage.setItem('language', 'de; domain=example.com');
  tellChosenLanguage();
  expect(document.cookie).toBe('');
  localStorage.setItem('language', 'de');
  tellChosenLanguage();
  expect(document.cookie).toBe('language=de');
});
