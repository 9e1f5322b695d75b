import type { DecidedVerdict } from '../model/verdict.ts';
import type { GrowthScale, GrowthVariant } from './growth.ts';

/** Eurostat's classes of the ratio, in our verdicts: significant, moderate, insufficient progress, movement away. */
export const EUROSTAT: GrowthScale<DecidedVerdict> = {
  bands: [
    { label: 'on-schedule', from: 0.95 },
    { label: 'behind', from: 0.6 },
    { label: 'far-behind', from: 0 },
  ],
  worst: 'reversing',
};

type CanadianLabel =
  | 'target_achieved'
  | 'substantial_progress'
  | 'moderate_progress'
  | 'limited_progress'
  | 'deterioration'
  | 'not_available';

/** Statistics Canada's method in Open SDG (`sdg/ProgressMeasure.py` of open-sdg/sdg-build, 139fede). */
export const STATISTICS_CANADA: GrowthVariant<CanadianLabel> = {
  zeroStandIn: 0.001,
  acceptsNegative: true,
  fewestYears: 1,
  withTarget: {
    bands: [
      { label: 'substantial_progress', from: 0.95 },
      { label: 'moderate_progress', from: 0.6 },
      { label: 'limited_progress', from: 0 },
    ],
    worst: 'deterioration',
  },
  withoutTarget: {
    bands: [
      { label: 'substantial_progress', from: 0.015, isShrunk: true },
      { label: 'moderate_progress', from: 0.005, isShrunk: true },
      { label: 'limited_progress', from: 0 },
    ],
    worst: 'deterioration',
  },
  met: 'target_achieved',
  none: 'not_available',
  isMetAtLimit: false,
};

type BasqueLabel =
  | 'significant_progress'
  | 'moderate_progress'
  | 'no_progress'
  | 'moderate_deterioration'
  | 'significant_deterioration'
  | 'not_available';

/**
 * The Basque office's variant (`scripts/build_data.py` of EUSTAT-DES/data): upper bands begin above their number, a
 * neutral band without a target, and a positive ratio below 60 % is called a deterioration.
 */
export const EUSTAT: GrowthVariant<BasqueLabel> = {
  zeroStandIn: 0.001,
  acceptsNegative: true,
  fewestYears: 1,
  withTarget: {
    bands: [
      { label: 'significant_progress', from: 0.95, isExclusive: true },
      { label: 'moderate_progress', from: 0.6, isExclusive: true },
      { label: 'moderate_deterioration', from: 0 },
    ],
    worst: 'significant_deterioration',
  },
  withoutTarget: {
    bands: [
      { label: 'significant_progress', from: 0.01, isExclusive: true, isShrunk: true },
      { label: 'moderate_progress', from: 0.001, isExclusive: true, isShrunk: true },
      { label: 'no_progress', from: -0.001 },
      // The office compares with minus the shrunk upper number, though its notes speak of 1 %.
      { label: 'moderate_deterioration', from: -0.01, isShrunk: true },
    ],
    worst: 'significant_deterioration',
  },
  met: 'significant_progress',
  none: 'not_available',
  isMetAtLimit: true,
};
