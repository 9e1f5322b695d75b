import { describe, expect, test } from 'vitest';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { otherRegionIn } from '../../src/input/report/region-beside.ts';

const PLAN = `
plan: roads
title: Roads
period: { from: 2021-01-01, to: 2025-12-31 }
region: shanxi
regions:
  - id: shanxi
    title: { en: Shanxi, zh: 山西省 }
    parts:
      - { id: taiyuan, title: { en: Taiyuan, zh: 太原市 }, aliases: [并州] }
      - { id: north, title: { en: North, zh: 北县 } }
indicators:
  roads: { title: Roads, unit: km, kind: stock }
measures: []
`;

const { plan } = await readPlan({ path: 'plan.yaml', bytes: Buffer.from(PLAN) });
if (!plan) throw new Error('the plan of this test cannot be read');
const named = otherRegionIn(plan);

describe('a text names another region than the plan’s own', () => {
  test.each([
    ['太原市2025年覆盖情况', '太原市'],
    ['山西省太原市公路', '太原市'],
    ['注：以上为太原数', '太原'],
    ['并州公路', '并州'],
    ['Roads of Taiyuan, 2025', 'Taiyuan'],
    ['Roads (North)', 'North'],
    ['2025年全市公路', '全市'],
    ['全国公路里程', '全国'],
    ['范围：我县', '我县'],
  ])('%s', (text, name) => {
    expect(named(text)).toBe(name);
  });
});

describe('a text names no other region', () => {
  test.each([
    '山西省公路',
    '全省公路',
    '本省统计',
    'Roads of Shanxi',
    'a road to the north',
    'Northern roads',
    '完全市场化',
  ])('%s', text => {
    expect(named(text)).toBeUndefined();
  });
});
