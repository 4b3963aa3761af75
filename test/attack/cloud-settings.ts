import { topology } from '../../infra/topology'

/** The cloud's own settings, for a stack on one machine; whom it asks for time stamps stays the machine's. */
export function cloudSettings(): Record<string, string> {
  const { TSA_URL: _, ...settings } = topology.settings
  return settings
}
