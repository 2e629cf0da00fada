import { fishingQuota } from '../library/fishing-quota/fishing-quota.js';
import { gaza2024 } from '../library/gaza-2024/gaza-2024.js';
import { gaza2024StricterHamas, gaza2024StricterIsrael } from '../library/gaza-2024/variants.js';
import { labourContract } from '../library/labour-contract/labour-contract.js';
import type { Scenario } from '../scenario/scenario.js';

/** The scenarios that come with the package, by id; each is built where it is asked for. */
export const SHIPPED: Readonly<Record<string, () => Scenario>> = {
  'gaza-2024': gaza2024,
  'gaza-2024-stricter-hamas': gaza2024StricterHamas,
  'gaza-2024-stricter-israel': gaza2024StricterIsrael,
  'fishing-quota': fishingQuota,
  'labour-contract': labourContract,
};
