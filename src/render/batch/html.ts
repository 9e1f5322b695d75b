import { indexPage } from '../html/index/page.ts';
import type { IndexFormat } from './index-format.ts';

/** A page that leads to the pages of the groups. */
export const html: IndexFormat = { render: indexPage };
