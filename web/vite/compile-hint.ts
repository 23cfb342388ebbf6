/**
 * The first line of a script whose functions a browser compiles while it still receives it, apart from the page's main
 * thread. Without it each is compiled there, at its first call (explicit compile hints, Chrome 136:
 * https://v8.dev/blog/explicit-compile-hints). To other browsers it is a comment.
 */
export const compileHint = '//# allFunctionsCalledOnLoad';

/** Chunks of which most functions are called when a page starts; for others it would cost memory for nothing. */
export const compiledAtOnce = /^(react|libraries|shared|signed-in|telemetry|\w+Page)$/;
