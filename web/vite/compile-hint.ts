/**
 * Stands at the top of a script, where only Vite's list of its files may come before it: a browser compiles the functions
 * that follow while it still receives them, apart from the page's main thread. Without it each is compiled there, at its first call (explicit compile hints, Chrome 136:
 * https://v8.dev/blog/explicit-compile-hints). To other browsers it is a comment.
 */
export const compileHint = '//# allFunctionsCalledOnLoad';

/** Chunks of which most functions are called soon after a recipe's page is opened; for others it would cost memory for nothing. */
export const compiledAtOnce = /^(react|libraries|shared|signed-in|RecipeViewPage|telemetry)$/;
