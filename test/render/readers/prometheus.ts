import parse from 'parse-prometheus-text-format';
import { showControls } from '../../../src/render/escape/controls.ts';
import { asText, type Reader, withZeros } from './reader.ts';

interface Metric {
  readonly value: string;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface MetricFamily {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly metrics: readonly Metric[];
}

export const metricFamilies = (text: string): readonly MetricFamily[] => parse(text) as readonly MetricFamily[];

export const prometheus: Reader = {
  by: 'parse-prometheus-text-format',
  read: output => {
    const families = new Map(metricFamilies(asText(output)).map(each => [each.name, each.metrics]));
    const samples = (name: string) => families.get(`shanxi_plan_${name}`) ?? [];
    const held = samples('target_verdict').filter(({ value }) => value === '1');
    const byLabel = (label: string, name: string) =>
      Object.fromEntries(samples(name).map(({ labels, value }) => [labels?.[label] ?? '', Number(value)]));
    const verdicts = byLabel('verdict', 'targets_by_verdict');
    const total = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
    if (held.length !== total) throw new Error(`${held.length} verdicts hold, ${total} are counted`);
    return {
      verdicts: Object.fromEntries(Object.entries(verdicts).filter(([, count]) => count > 0)),
      severities: withZeros(byLabel('severity', 'targets')),
      titles: new Map(samples('target_info').map(({ labels }) => [labels?.['target'] ?? '', labels?.['title'] ?? ''])),
      texts: samples('check_info').map(({ labels }) => labels?.['title'] ?? ''),
    };
  },
  expected: text => showControls(text).replace(/\r\n?/g, '\n'),
};
