declare module 'parse-prometheus-text-format' {
  /** Families of metrics, each with its samples; numbers are texts. */
  export default function parse(text: string): unknown;
}
