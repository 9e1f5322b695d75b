// A clock that is set while the program runs, years forth and back.
const now = Date.now;
let turn = 0;
const YEAR = 365 * 86_400_000;
Date.now = () => now() + (turn++ % 2) * 5 * YEAR;
