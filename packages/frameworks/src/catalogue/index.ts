import type { ControlFramework } from '../control-framework.js';
import { cis } from './cis.js';
import { dora } from './dora.js';
import { hipaa } from './hipaa.js';
import { iso27001 } from './iso27001.js';
import { nis2 } from './nis2.js';
import { nist80053 } from './nist-800-53.js';
import { nistCsf } from './nist-csf.js';
import { pciDss } from './pci-dss.js';
import { soc2 } from './soc2.js';

/** The frameworks that Backproof knows. */
export const FRAMEWORKS: readonly ControlFramework[] = [
  soc2,
  iso27001,
  nist80053,
  nistCsf,
  hipaa,
  pciDss,
  cis,
  dora,
  nis2,
];
