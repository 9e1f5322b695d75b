import { showControls } from './controls.ts';

/**
 * A label value between double quotes. Prometheus and OpenMetrics escape the same three characters; for a carriage return
 * they have no escape, so it is the line end that it stands for.
 */
export const escapeLabel = (text: string): string =>
  showControls(text)
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/\r\n?|\n/g, '\\n');
