import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/model/analysis.ts';
import { analyses, hostile, renderedText, withWaiver } from './analyses.ts';
import { metricFamilies } from './readers/prometheus.ts';

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
const names = Object.keys(analyses);

describe('the metrics', () => {
  test('are gauges with a help, each family once and in one piece', async () => {
    const text = await renderedText('prometheus', await hostile());
    const helped = [...text.matchAll(/^# HELP (\S+) \S/gm)].map(([, name]) => name);
    const typed = [...text.matchAll(/^# TYPE (\S+) gauge$/gm)].map(([, name]) => name);
    const inOrder = [...text.matchAll(/^([a-z_]+)\{/gm)].map(([, name]) => name);
    const changes = inOrder.filter((name, index) => name !== inOrder[index - 1]);
    expect(helped).toEqual(typed);
    expect(changes).toEqual(typed);
    expect(text.match(/^# (?!HELP|TYPE|EOF)/gm)).toBeNull();
    expect(text.endsWith('\n# EOF\n')).toBe(true);
  });

  test('are in base units', async () => {
    const families = new Map(
      metricFamilies(await renderedText('prometheus', await hostile())).map(each => [each.name, each.metrics]),
    );
    const sample = (name: string, target: string) =>
      families.get(`shanxi_plan_target_${name}`)?.find(({ labels }) => labels?.['target'] === target);
    expect(sample('goal', 'plus')).toMatchObject({ value: '0.5', labels: { unit: 'ratio' } });
    expect(sample('gap', 'plus')).toMatchObject({ value: '0.2' });
    expect(sample('value_low', 'formula')).toMatchObject({ value: '120', labels: { unit: 'unit|<u>' } });
    expect(sample('value_timestamp_seconds', 'formula')).toMatchObject({ value: String(Date.UTC(2023, 5, 30) / 1000) });
  });

  test('give no sample to what is not known, and no verdict to what is not in force', async () => {
    const text = await renderedText('prometheus', await hostile());
    expect(text).not.toMatch(/(?:NaN|null|undefined)$/m);
    expect(text).not.toMatch(/_value_low\{[^}]*target="long-word"/);
    expect(text).not.toMatch(/_verdict\{[^}]*target="old"/);
    expect(text).toMatch(/_info\{[^\n]*target="old"[^\n]*in_force="false"/);
  });

  test('name what is waived', async () => {
    const text = await renderedText('prometheus', withWaiver(await hostile(), 'minus'));
    expect(text).toMatch(/^shanxi_plan_target_waived\{[^}]*target="minus"\} 1$/m);
  });
});

describe.skipIf(!hasPromtool)(`promtool${hasPromtool ? '' : ' is not installed: skipped'}`, () => {
  test.each(names)('finds no fault: %s', async name => {
    const input = await renderedText('prometheus', (await analyses[name]) as Analysis);
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], { input, encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test.each(names)('reads it as OpenMetrics: %s', async name => {
    const folder = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-'));
    const file = path.join(folder, 'metrics.txt');
    const text = await renderedText('prometheus', (await analyses[name]) as Analysis);
    // A block of the database wants a time for each sample.
    writeFileSync(file, text.replace(/^(?!#)(.+)$/gm, '$1 1700000000'));
    const args = ['tsdb', 'create-blocks-from', 'openmetrics', file, path.join(folder, 'data')];
    const { status, stderr } = spawnSync('promtool', args, { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
