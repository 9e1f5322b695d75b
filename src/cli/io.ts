/** Everything that the command line touches of the world; a test hands in its own. */
export interface Io {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean | undefined };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The home folder of the user. */
  readonly home: string;
  /** Today as YYYY-MM-DD, for `--as-of today` and for the warning that a report has grown old. */
  readonly today: () => string;
  /** The day that it is where a day begins first (UTC+14): no figure can be of a later one. */
  readonly latestToday: () => string;
  /** Between two looks of --watch; false ends them. Absent where only a signal does. */
  readonly pause?: () => Promise<boolean>;
  /** Should a signal end the program while the work goes on, cleans up first; absent where no signal can. */
  readonly guard?: <T>(work: () => Promise<T>, cleanUp: () => void) => Promise<T>;
}

export interface OutputStream {
  readonly write: (text: string | Uint8Array) => void;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}
