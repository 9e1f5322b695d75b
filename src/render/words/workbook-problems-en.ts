import { unseenWords } from './problem-args.ts';
import type { Words } from './words.ts';

/** What nobody can see in a workbook, or can read in it. */
export const workbookProblemsEn = {
  'hidden-rows': ({ first, last }) => ({
    what: `${first === last ? `row ${first} is` : `rows ${first} to ${last} are`} hidden, but not empty: are they reported?`,
    help: 'show them, or delete them',
  }),
  'hidden-columns': ({ first, last }) => ({
    what: `${first === last ? `column ${first} is` : `columns ${first} to ${last} are`} hidden, but not empty: ${first === last ? 'is it' : 'are they'} reported?`,
    help: 'show them, or delete them; or "ignore" them under "columns:" of a mapping',
  }),
  'struck-out': ({ text }) => ({
    what: `"${text}" is struck out, at least in part: is it reported?`,
    help: 'delete what no longer holds',
  }),
  'not-shown': ({ text, because }) => ({
    what: `"${text}" is not shown as it is kept (${unseenWords[because].en}): is it reported?`,
    help: 'show it as it is, or delete it',
  }),
  'shown-by-condition': ({ cells }) => ({
    what: `under a condition, ${cells} is struck out or not to be seen, or shows another number than it keeps`,
    help: 'delete that conditional format: what is reported must not depend on it',
  }),
  'shown-otherwise': ({ text, format, shows }) => ({
    what: `the cell keeps ${text}, but its number format ${format} shows ${shows === undefined ? 'it in another way' : shows === '' ? 'nothing' : `"${shows}"`}: what is reported?`,
    help:
      shows === ''
        ? 'give the cell a number format that shows what it says, or empty it'
        : 'write the figure that is meant under a number format without words, such as 0.00; its unit belongs under "unit"',
  }),
  'error-in-cell': ({ text }) => ({
    what: `the cell holds the error ${text}`,
    help: 'correct its formula, or write the value itself',
  }),
  'formula-without-value': ({ formula }) => ({
    what: `the formula ${formula} has no value stored with it`,
    help: 'open and save the workbook in a spreadsheet, or write the value itself',
  }),
} satisfies Partial<Words['problem']>;
