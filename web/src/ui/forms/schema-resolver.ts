import { zodResolver } from '@hookform/resolvers/zod';
import type { FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import { translate } from '../../texts/i18n.ts';
import { issueText, sentenceText } from './issue-text.ts';
import './without-jit.ts';

/** Checks a form with one of the API's own schemas, and says what is wrong in the app's language. */
export function schemaResolver<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input>,
): Resolver<Input, unknown, Output> {
  const resolve = zodResolver(schema, { error: (issue) => issueText(issue, translate) });
  return async (...form) => {
    const result = await resolve(...form);
    translateSentences(result.errors);
    return result;
  };
}

/** Errors lie as deep as the fields they are of; each has a `message`. */
function translateSentences(errors: object): void {
  for (const error of Object.values(errors)) {
    if (typeof error !== 'object' || error === null || error instanceof Element) continue;
    if (typeof error.message === 'string') error.message = sentenceText(error.message, translate);
    else translateSentences(error);
  }
}
