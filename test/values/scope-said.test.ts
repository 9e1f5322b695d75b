import { describe, expect, it } from 'vitest';
import { scopeSaidIn } from '../../src/values/scope-said.ts';

describe('a text says what numbers count', () => {
  it.each([
    ['统计范围：中国移动山西公司', '中国移动山西公司'],
    ['口径：含在建', '含在建'],
    ['数据口径为规模以上企业', '规模以上企业'],
    ['5G基站建设情况（含在建）', '含在建'],
    ['注：不含农村', '不含农村'],
    ['仅统计省级平台', '仅统计省级平台'],
    ['Coverage: one operator', 'one operator'],
    ['Base stations (excluding indoor ones)', 'excluding indoor ones'],
    ['incl. those under construction', 'incl. those under construction'],
  ])('%s', (text, said) => {
    expect(scopeSaidIn(text)).toBe(said);
  });
});

describe('a text that names the whole, or something else, says nothing of it', () => {
  it.each([
    '统计范围：全省',
    '口径：全口径',
    'Scope: all operators',
    '省统计局',
    '2023年统计公报',
    '包括5G基站9.3万个，较上年增长一倍',
    '统计口径有所调整',
    'only 3 of 10 are in use',
    '山西省统计年鉴',
  ])('%s', text => {
    expect(scopeSaidIn(text)).toBeUndefined();
  });
});
