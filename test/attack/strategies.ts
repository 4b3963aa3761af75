import { aliases } from './strategies/aliases'
import { bombing } from './strategies/bombing'
import { headless } from './strategies/browser'
import { disposable } from './strategies/disposable'
import { farm } from './strategies/farm'
import { guessing } from './strategies/guessing'
import { hoarding } from './strategies/hoarding'
import { leaked } from './strategies/leaked'
import { noScript } from './strategies/no-script'
import { oneDomain } from './strategies/one-domain'
import { races } from './strategies/races'
import { replay } from './strategies/replay'
import { scanner } from './strategies/scanner'
import { slowDrip } from './strategies/slow-drip'
import { spoofing } from './strategies/spoofing'
import type { Strategy } from './strategy'

/** The swarm, from the crudest to those that do as people do. */
export const strategies: readonly Strategy[] = [
  noScript,
  replay,
  guessing,
  scanner,
  bombing,
  leaked,
  races,
  spoofing,
  aliases,
  disposable,
  oneDomain,
  headless,
  hoarding,
  farm,
  slowDrip,
]
