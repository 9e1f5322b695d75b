/** An invented plan of two indicators, each with a target that holds for every region by itself; `regions` is YAML. */
export const roadsPlan = (regions = ''): string => `
# Invented for tests.
plan: invented-roads
title: Invented roads
period: { from: 2021-01-01, to: 2025-12-31 }
${regions}indicators:
  lanes: { title: Lanes, unit: km, kind: stock, monotone: true }
  loss: { title: Loss, unit: '%', kind: level }
measures:
  - id: all
    title: All
    targets:
      - { id: lanes-2025, indicator: lanes, at_least: 150, by: 2025-12-31, regions: each }
      - { id: loss-2025, indicator: loss, at_most: 12, by: 2025-12-31, regions: each }
`;
