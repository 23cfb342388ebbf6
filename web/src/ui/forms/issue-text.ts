import type { z } from 'zod';
import type { Translate } from '../../texts/i18n.ts';
import type { TextKey } from '../../texts/keys.ts';

/** What zod found wrong with a field. */
type Issue = z.core.$ZodRawIssue;

/** What is wrong with a field, in the app's language (zod 4, "Customizing errors"). */
export function issueText(issue: Issue, t: Translate): string {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin !== 'string') return t('field.tooSmall', { count: Number(issue.minimum) });
      return Number(issue.minimum) <= 1
        ? t('field.required')
        : t('field.tooShort', { count: Number(issue.minimum) });
    case 'too_big':
      return issue.origin === 'string'
        ? t('field.tooLong', { count: Number(issue.maximum) })
        : t('field.tooBig', { count: Number(issue.maximum) });
    case 'invalid_type':
      if (issue.input === undefined || issue.input === '') return t('field.required');
      return ['number', 'int'].includes(issue.expected) ? t('field.number') : t('field.invalid');
    default:
      return t('field.invalid');
  }
}

/** Sentences that the API's schemas have of their own, which zod prefers to those above. */
const ownSentences: Readonly<Record<string, TextKey>> = {
  'must be an e-mail address': 'field.email',
  'must be a URL that starts with http:// or https://': 'field.url',
};

/** A sentence of a schema in the app's language; one that is not known stays as it is. */
export function sentenceText(sentence: string, t: Translate): string {
  const key = ownSentences[sentence];
  return key ? t(key) : sentence;
}
