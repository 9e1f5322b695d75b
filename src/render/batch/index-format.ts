import type { BatchIndex } from '../../model/batch.ts';
import type { Lang } from '../words/words.ts';

export interface IndexOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly isColored: boolean;
  /** Groups that a list for a person shows at most; what is left out is counted. */
  readonly most: number;
  /** The way from the index to the outputs of the groups; empty where they lie beside it, null where nothing leads there. */
  readonly groupsAt: string | null;
}

/** One format of the index a file: the whole of it, from the index alone. */
export interface IndexFormat {
  readonly render: (index: BatchIndex, options: IndexOptions) => string;
}
