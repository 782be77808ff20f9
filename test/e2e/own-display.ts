/**
 * Tests that run at once show their windows on displays of their own (`PLENUM_TEST_DISPLAYS`, one for each worker):
 * on one they would take the keyboard from one another. Without it they stay on the display there is.
 */
const displays = process.env['PLENUM_TEST_DISPLAYS']?.split(' ').filter((name) => name !== '');
const worker = Number(process.env['VITEST_POOL_ID']);
const own = displays?.[(worker - 1) % displays.length];
if (own) process.env['DISPLAY'] = own;
