/** The kernel's unit of time in most of proc(5), µs (`getconf CLK_TCK` is 100 on Linux). */
export const tick = 10_000;
