import { showControls } from './controls.ts';

/** A label value between double quotes. Prometheus and OpenMetrics escape the same three characters. */
export const escapeLabel = (text: string): string =>
  showControls(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
