/** One of the equal shares into which work is divided: what falls on `index` when it is counted out to `of`. */
export interface Share {
  readonly index: number;
  readonly of: number;
}
