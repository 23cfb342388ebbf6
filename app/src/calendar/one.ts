import { HttpProblem } from '../http/problem.ts';

/** What all operations on your own calendar link have in common. */
export const oneCalendar = { path: '/api/calendar', tag: 'calendar', signedIn: true } as const;

export const noCalendarReply = { 404: { description: 'There is no link' } } as const;

export function noCalendar(): HttpProblem {
  return new HttpProblem(404, 'You have no calendar link; make one by POST.');
}
