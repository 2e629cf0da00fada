import type { Scenario } from '../scenario/scenario.js';

/** The scenarios that come with the package, by id; each is loaded where it is asked for. */
export const SHIPPED: Readonly<Record<string, () => Promise<Scenario>>> = {
  'gaza-2024': async () => (await import('../library/gaza-2024/gaza-2024.js')).gaza2024(),
  'gaza-2024-stricter-hamas': async () => (await import('../library/gaza-2024/variants.js')).gaza2024StricterHamas(),
  'gaza-2024-stricter-israel': async () => (await import('../library/gaza-2024/variants.js')).gaza2024StricterIsrael(),
  'fishing-quota': async () => (await import('../library/fishing-quota/fishing-quota.js')).fishingQuota(),
  'labour-contract': async () => (await import('../library/labour-contract/labour-contract.js')).labourContract(),
};
