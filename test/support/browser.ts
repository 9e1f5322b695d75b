import { programNamed } from './program.ts';

/** What the tests of pages need beside npm packages, which bring no browser. */
export const chromium = programNamed('chromium', 'chromium-browser', 'google-chrome');
export const pdftotext = programNamed('pdftotext');
