/** What all operations on your own calendar link have in common. */
export const oneCalendar = { path: '/api/calendar', tag: 'calendar', signedIn: true } as const;
