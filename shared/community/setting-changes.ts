import type { Community, StatuteSettings } from './settings'

/** What of a community its staff change at the desk. */
export interface CommunitySettings {
  readonly settings: StatuteSettings
  readonly source: Community['source']
  readonly email: string
}

/** One setting that changed. A term is told as `60 calendar-days`; what is not set is absent. */
export interface SettingChange {
  readonly setting: SettingName
  readonly before?: string
  readonly after?: string
}

export const SETTING_NAMES = [
  'threshold',
  'collection',
  'publicationDayCounts',
  'consideration',
  'draftDecision',
  'retentionYears',
  'namesKeptYears',
  'sourceUk',
  'sourceEn',
  'sourceUrl',
  'email',
] as const
export type SettingName = (typeof SETTING_NAMES)[number]

/** The settings that differ, in the order of the form. */
export function settingChanges(before: CommunitySettings, after: CommunitySettings): SettingChange[] {
  return SETTING_NAMES.flatMap((setting) => {
    const [was, is] = [told(before, setting), told(after, setting)]
    if (was === is) return []
    return [{ setting, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }]
  })
}

function told({ settings, source, email }: CommunitySettings, setting: SettingName): string | undefined {
  switch (setting) {
    case 'sourceUk':
      return source.uk
    case 'sourceEn':
      return source.en
    case 'sourceUrl':
      return source.url
    case 'email':
      return email
    case 'collection':
    case 'consideration':
    case 'draftDecision': {
      const term = settings[setting]
      return term && `${term.count} ${term.unit}`
    }
    default: {
      const value = settings[setting]
      return value === undefined ? undefined : String(value)
    }
  }
}
